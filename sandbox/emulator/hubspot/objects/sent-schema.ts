import type {
  AssociationDefinition,
  ObjectSchema,
  ObjectTypeDefinition,
  Property,
  PropertyGroup,
} from '../../generated/names.ts';
import type { PortalData } from '../entities.ts';
import type { AssociationType, StoredGroup, StoredSchema } from './data.ts';
import { definitionsOf, type Definition } from './definitions.ts';
import { fullName } from './object-type.ts';

/** A custom object's schema (`ObjectSchema` of the OpenAPI files; v3 has the same fields). */
export function sentSchema(
  data: PortalData,
  schema: StoredSchema,
  include: { readonly properties: boolean; readonly associations: boolean },
): ObjectSchema {
  const { typeId } = schema;
  return {
    ...sentCommon(data, schema),
    properties: include.properties ? definitionsOf(data, typeId).map(sentDefinition) : [],
    associations: include.associations
      ? data.objects.associationTypes
          .filter(({ from, to }) => from === typeId || to === typeId)
          .map(sentAssociationType)
      : [],
  };
}

/** What a change of a schema answers: without properties and associations, with the portal. */
export function sentTypeDefinition(data: PortalData, schema: StoredSchema): ObjectTypeDefinition {
  return { ...sentCommon(data, schema), portalId: data.objects.portalId };
}

export function sentAssociationType({
  id,
  from,
  to,
  name,
  at,
}: AssociationType): AssociationDefinition {
  return {
    id: String(id),
    fromObjectTypeId: from,
    toObjectTypeId: to,
    name,
    createdAt: iso(at),
    updatedAt: iso(at),
  };
}

/** A property's definition (`Property` of the OpenAPI files, the same in schemas and properties). */
export function sentDefinition(definition: Definition): Property {
  const { createdAt, updatedAt, archivedAt, isReadOnly, hubspotDefined, ...plain } = definition;
  return {
    ...plain,
    hubspotDefined,
    calculated: false,
    dataSensitivity: 'non_sensitive',
    archived: archivedAt !== undefined,
    ...(createdAt === undefined ? {} : { createdAt: iso(createdAt) }),
    ...(updatedAt === undefined ? {} : { updatedAt: iso(updatedAt) }),
    ...(archivedAt === undefined ? {} : { archivedAt: iso(archivedAt) }),
    modificationMetadata: {
      archivable: !hubspotDefined,
      readOnlyDefinition: hubspotDefined,
      readOnlyValue: isReadOnly,
    },
  };
}

export function sentGroup({ name, label, displayOrder, archived }: StoredGroup): PropertyGroup {
  return { name, label, displayOrder, archived };
}

function sentCommon(data: PortalData, schema: StoredSchema) {
  const { typeId, archivedAt, createdAt, updatedAt, ...plain } = schema;
  return {
    id: typeId.slice(2),
    objectTypeId: typeId,
    fullyQualifiedName: fullName(data, schema),
    ...plain,
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    archived: archivedAt !== undefined,
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
