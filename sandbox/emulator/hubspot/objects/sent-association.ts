import type { DirectedType, End } from './links.ts';

/** Types between custom objects and others are the portal's own [I]. */
const CATEGORY = 'USER_DEFINED';

/** `PublicDefaultAssociation` of the OpenAPI file. */
export function sentDefault(from: End, to: End, associationTypeId: number): object {
  return {
    from: { id: from.id },
    to: { id: to.id },
    associationSpec: { associationCategory: CATEGORY, associationTypeId },
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
    associationTypes: types.map(({ id: typeId, label }) => ({
      category: CATEGORY,
      typeId,
      ...(label === undefined ? {} : { label }),
    })),
  };
}
