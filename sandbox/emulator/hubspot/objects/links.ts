import { contactIn } from '../contacts.ts';
import type { PortalData } from '../entities.ts';
import { CONTACT_TYPE, TASK_TYPE, type AssociationType } from './data.ts';
import { forgetRecords, recordWithId } from './holders.ts';
import { isArchived } from './records.ts';
import { TASK_TO_CONTACT } from './tasks.ts';

/** One end of an association. */
export interface End {
  readonly typeId: string;
  readonly id: string;
}

/** A type seen from one of its ends: HubSpot gives each direction an id of its own. */
export interface DirectedType {
  readonly id: number;
  readonly inverseId: number;
  readonly name: string;
  readonly label?: string;
}

/** All ways to associate the first type with the second; the one without a label first. */
export function typesBetween(data: PortalData, from: string, to: string): DirectedType[] {
  return [TASK_TO_CONTACT, ...data.objects.associationTypes].flatMap((type) =>
    directed(type, from, to),
  );
}

export function addAssociationType(
  data: PortalData,
  { from, to, name, at }: Pick<AssociationType, 'from' | 'to' | 'name' | 'at'>,
): AssociationType {
  const { last, associationTypes } = data.objects;
  const isFirst = typesBetween(data, from, to).length === 0;
  const [id, inverseId] = [last.association + 1, last.association + 2];
  last.association = inverseId;
  const type = { id, inverseId, from, to, name, at, ...(isFirst ? {} : { label: name }) };
  associationTypes.push(type);
  return type;
}

export function exists(data: PortalData, { typeId, id }: End): boolean {
  if (typeId === CONTACT_TYPE) return contactIn(data, id) !== undefined;
  const record = recordWithId(data, typeId, id);
  return record !== undefined && !isArchived(record);
}

/** Adds to what is there; both directions at once. */
export function link(data: PortalData, from: End, to: End, types: readonly DirectedType[]): void {
  const add = (a: End, b: End, ids: readonly number[]) => {
    const known = ((data.objects.links[keyOf(a)] ??= {})[b.typeId] ??= {});
    known[b.id] = [...new Set([...(known[b.id] ?? []), ...ids])];
  };
  add(
    from,
    to,
    types.map(({ id }) => id),
  );
  add(
    to,
    from,
    types.map(({ inverseId }) => inverseId),
  );
}

/** Ends all associations between two records, or those of some types. */
export function unlink(
  data: PortalData,
  from: End,
  to: End,
  types?: readonly DirectedType[],
): void {
  const remove = (a: End, b: End, ids: readonly number[] | undefined) => {
    const known = data.objects.links[keyOf(a)]?.[b.typeId];
    if (known?.[b.id] === undefined) return;
    const left = ids === undefined ? [] : known[b.id]?.filter((id) => !ids.includes(id));
    if (left === undefined || left.length === 0) delete known[b.id];
    else known[b.id] = left;
  };
  remove(
    from,
    to,
    types?.map(({ id }) => id),
  );
  remove(
    to,
    from,
    types?.map(({ inverseId }) => inverseId),
  );
}

/**
 * What a record is associated with, of one type, in the order of ids. Archived records are not shown, nor those
 * whose way to be associated was taken out of the schema.
 */
export function linked(
  data: PortalData,
  from: End,
  toType: string,
): { readonly id: string; readonly types: readonly DirectedType[] }[] {
  const known = data.objects.links[keyOf(from)]?.[toType] ?? {};
  const types = typesBetween(data, from.typeId, toType);
  return Object.entries(known)
    .filter(([id]) => exists(data, { typeId: toType, id }))
    .map(([id, ids]) => ({ id, types: types.filter((type) => ids.includes(type.id)) }))
    .filter(({ types: left }) => left.length > 0);
}

/** Takes out every record that is associated with a contact, as if it had never been. */
export function forgetRecordsOf(data: PortalData, contactId: string): void {
  const { links, schemas } = data.objects;
  const contact = { typeId: CONTACT_TYPE, id: contactId };
  for (const typeId of [TASK_TYPE, ...Object.keys(schemas)]) {
    const gone = new Set(Object.keys(links[keyOf(contact)]?.[typeId] ?? {}));
    for (const id of gone) {
      unlink(data, contact, { typeId, id });
      delete links[keyOf({ typeId, id })];
    }
    forgetRecords(data, typeId, gone);
  }
  delete links[keyOf(contact)];
}

/** All of a record's associations become another's of the same type. */
export function moveLinks(data: PortalData, from: End, to: End): void {
  for (const [typeId, known] of Object.entries(data.objects.links[keyOf(from)] ?? {})) {
    const types = typesBetween(data, from.typeId, typeId);
    for (const [id, ids] of Object.entries(known)) {
      const other = { typeId, id };
      unlink(data, from, other);
      link(
        data,
        to,
        other,
        types.filter((type) => ids.includes(type.id)),
      );
    }
  }
  delete data.objects.links[keyOf(from)];
}

function keyOf({ typeId, id }: End): string {
  return `${typeId}/${id}`;
}

function directed(type: AssociationType, from: string, to: string): DirectedType[] {
  const { id, inverseId, name } = type;
  const label = type.label === undefined ? {} : { label: type.label };
  if (type.from === from && type.to === to) return [{ id, inverseId, name, ...label }];
  return type.from === to && type.to === from
    ? [{ id: inverseId, inverseId: id, name: `inverse_${name}`, ...label }]
    : [];
}
