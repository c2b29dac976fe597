import type { DirectedType, End } from './links.ts';
import { TASK_TO_CONTACT } from './tasks.ts';

/** Types between custom objects and others are the portal's own [I]. */
export function categoryOf({ name }: Pick<DirectedType, 'name'>): string {
  return name.endsWith(TASK_TO_CONTACT.name) ? 'HUBSPOT_DEFINED' : 'USER_DEFINED';
}

/** `PublicDefaultAssociation` of the OpenAPI file. */
export function sentDefault(from: End, to: End, id: number, type: DirectedType): object {
  return {
    from: { id: from.id },
    to: { id: to.id },
    associationSpec: { associationCategory: categoryOf(type), associationTypeId: id },
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
export function sentLinked({
  id,
  types,
}: {
  readonly id: string;
  readonly types: readonly DirectedType[];
}): object {
  return {
    toObjectId: id,
    associationTypes: types.map(({ id: typeId, label, name }) => ({
      category: categoryOf({ name }),
      typeId,
      ...(label === undefined ? {} : { label }),
    })),
  };
}
