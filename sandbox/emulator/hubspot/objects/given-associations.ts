import type { PortalData } from '../entities.ts';
import { refusals, type Refusal } from '../refusals.ts';
import { CONTACT_TYPE, TASK_TYPE } from './data.ts';
import { isObject, textIn } from './given.ts';
import { exists, typesBetween, type DirectedType, type End } from './links.ts';
import { categoryOf } from './sent-association.ts';
import { objectRefusals } from './refusals.ts';

interface GivenLink {
  readonly to: End;
  readonly types: readonly DirectedType[];
}

/** The `associations` of a new record: each names the other record's id, and the type id tells its object. */
export function associationsGiven(
  data: PortalData,
  from: string,
  given: unknown,
): GivenLink[] | Refusal {
  if (given === undefined) return [];
  if (!Array.isArray(given)) return refusals.unreadable();
  const links: GivenLink[] = [];
  for (const one of given as unknown[]) {
    const to = isObject(one) && isObject(one['to']) ? textIn(one['to'], 'id') : undefined;
    const specs: unknown = isObject(one) ? one['types'] : undefined;
    if (to === undefined || !Array.isArray(specs)) return refusals.unreadable();
    const read = linkTo(data, from, to, specs);
    if ('status' in read) return read;
    links.push(read);
  }
  return links;
}

/** Specs as `AssociationSpec` of the OpenAPI files; a type that does not go between these objects is refused. */
export function typesGiven(
  data: PortalData,
  from: string,
  to: string,
  specs: readonly unknown[],
): DirectedType[] | Refusal {
  const known = typesBetween(data, from, to);
  const types: DirectedType[] = [];
  for (const spec of specs) {
    const id = isObject(spec) ? spec['associationTypeId'] : undefined;
    const type = known.find(
      (one) =>
        one.id === id && isObject(spec) && spec['associationCategory'] === categoryOf(data, one),
    );
    if (type === undefined) {
      return objectRefusals.bad(
        `association type ${JSON.stringify(id ?? null)} doesn't exist between ${from} and ${to}`,
      );
    }
    types.push(type);
  }
  return types.length === 0 ? objectRefusals.bad('an association needs a type') : types;
}

function linkTo(
  data: PortalData,
  from: string,
  id: string,
  specs: readonly unknown[],
): GivenLink | Refusal {
  const ends = [CONTACT_TYPE, TASK_TYPE, ...Object.keys(data.objects.schemas)];
  for (const typeId of ends) {
    const types = typesGiven(data, from, typeId, specs);
    if ('status' in types) continue;
    const to = { typeId, id };
    return exists(data, to) ? { to, types } : refusals.notFound();
  }
  return objectRefusals.bad('no such association type');
}
