import type { PortalData } from '../entities.ts';
import type { DirectedType, End } from './links.ts';
import { TASK_TO_CONTACT } from './tasks.ts';

type Held = Pick<PortalData, 'assumptions'>;

/** HubSpot's own types are HubSpot's; those that a custom object brings along are of the assumed category. */
export function categoryOf({ assumptions }: Held, { name }: Pick<DirectedType, 'name'>): string {
  return name.endsWith(TASK_TO_CONTACT.name)
    ? 'HUBSPOT_DEFINED'
    : assumptions.ownAssociationCategory;
}

/** `PublicDefaultAssociation` of the OpenAPI file. */
export function sentDefault(
  data: Held,
  from: End,
  to: End,
  id: number,
  type: DirectedType,
): object {
  return {
    from: { id: from.id },
    to: { id: to.id },
    associationSpec: { associationCategory: categoryOf(data, type), associationTypeId: id },
  };
}

/** `LabelsBetweenObjectPair`. */
export function sentLabels(from: End, to: End, types: readonly DirectedType[]): object {
  return {
    fromObjectTypeId: from.typeId,
    fromObjectId: from.id,
    toObjectTypeId: to.typeId,
    toObjectId: to.id,
    labels: types.flatMap(({ label }) => label ?? []),
  };
}

/** `MultiAssociatedObjectWithLabel`. */
export function sentLinked(
  data: Held,
  { id, types }: { readonly id: string; readonly types: readonly DirectedType[] },
): object {
  return {
    toObjectId: id,
    associationTypes: types.map(({ id: typeId, label, name }) => ({
      category: categoryOf(data, { name }),
      typeId,
      ...(label === undefined ? {} : { label }),
    })),
  };
}
