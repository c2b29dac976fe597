import type { Call } from '../call.ts';
import { pageById, sentPaging, type PageAsked } from '../paging.ts';
import { refusals, type Refusal } from '../refusals.ts';
import { allOf, SCOPES, typeOf } from './access.ts';
import { exists, link, linked, typesBetween, type DirectedType, type End } from './links.ts';
import { objectRefusals } from './refusals.ts';
import { sentDefault, sentLinked } from './sent-association.ts';

/** Any one of these: the OpenAPI file asks for a read or a write scope of any object, for reading and writing alike. */
export const ANY = [...allOf(SCOPES.records.read), ...allOf(SCOPES.records.write)];

/** Two types that a call on associations names. */
export interface Pair {
  readonly from: string;
  readonly to: string;
  /** The one type without a label, in a list. */
  readonly plain: readonly DirectedType[];
}

export function pairOf(call: Call, fromName: string, toName: string): Pair | Refusal {
  const from = typeOf(call, fromName);
  if ('status' in from) return from;
  const to = typeOf(call, toName);
  if ('status' in to) return to;
  const plain = typesBetween(call.data, from.typeId, to.typeId).slice(0, 1);
  return plain.length === 0
    ? objectRefusals.bad(`No association type exists from ${fromName} to ${toName}`)
    : { from: from.typeId, to: to.typeId, plain };
}

export function linkedBy(
  { data }: Call,
  pair: Pair,
  ids: { readonly from: string; readonly to: string },
  types: readonly DirectedType[],
): { readonly from: End; readonly to: End } | Refusal {
  const from = { typeId: pair.from, id: ids.from };
  const to = { typeId: pair.to, id: ids.to };
  if (!exists(data, from) || !exists(data, to)) return refusals.notFound();
  link(data, from, to, types);
  return { from, to };
}

/** HubSpot tells of both directions. */
export function sentBoth(
  data: Call['data'],
  { from, to }: { readonly from: End; readonly to: End },
  types: readonly DirectedType[],
): object[] {
  return types.flatMap((type) => [
    sentDefault(data, from, to, type.id, type),
    sentDefault(data, to, from, type.inverseId, type),
  ]);
}

/** A page of what a record is associated with, as it is sent. */
export function pageOf(
  data: Call['data'],
  end: End,
  toType: string,
  asked: PageAsked,
): { readonly results: readonly object[]; readonly paging: object } | Refusal {
  const page = pageById(linked(data, end, toType), ({ id }) => id, asked);
  if ('status' in page) return page;
  return { results: page.items.map((one) => sentLinked(data, one)), paging: sentPaging(page) };
}
