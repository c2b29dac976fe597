import * as z from 'zod/mini';
import type { SetUpState } from '../ports.ts';
import { HubSpotTrouble } from '../trouble.ts';
import type { HubSpotClient } from './client.ts';
import { CONTACT_TYPE_ID, ENTRY_OBJECT, ENTRY_TYPE } from './definitions.ts';
import { Id, readAnswer } from './read-answer.ts';

export const SCHEMAS = '/crm-object-schemas/2026-09/schemas';

const Schema = z.object({
  objectTypeId: z.string(),
  properties: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      fieldType: z.string(),
      groupName: z.optional(z.string()),
      hasUniqueValue: z.optional(z.boolean()),
      archived: z.optional(z.boolean()),
    }),
  ),
  associations: z.array(
    z.object({ id: Id, fromObjectTypeId: z.string(), toObjectTypeId: z.string() }),
  ),
});

type OurProperty = (typeof ENTRY_OBJECT.properties)[number];

/** What stands in the portal under the ledger's name. */
export interface EntrySchema {
  readonly state: SetUpState;
  readonly typeId?: string;
  readonly lacking: readonly OurProperty[];
  /** The group that its properties are in. */
  readonly group?: string;
  /** HubSpot's id for "this record is of that contact"; absent where the two types are not associated. */
  readonly associationTypeId?: number;
}

/**
 * `GET` of the custom object's schema (OpenAPI: schemas 2026-09). It is ours if it has our unique key and nothing
 * of another shape under a name of ours. Throws `HubSpotTrouble`.
 */
export async function readEntrySchema(hubspot: HubSpotClient): Promise<EntrySchema> {
  const schema = await unlessMissing(async () =>
    readAnswer(
      Schema,
      await hubspot.request('read', { method: 'GET', path: `${SCHEMAS}/${ENTRY_TYPE}` }),
    ),
  );
  if (schema === undefined) return { state: 'missing', lacking: [] };
  const { objectTypeId, properties, associations } = schema;
  const live = new Map(
    properties.filter(({ archived }) => archived !== true).map((one) => [one.name, one]),
  );
  const key = live.get('key');
  const isOurs =
    key !== undefined &&
    ENTRY_OBJECT.properties.every((wanted) => {
      const one = live.get(wanted.name);
      return (
        one === undefined ||
        (one.type === wanted.type &&
          one.fieldType === wanted.fieldType &&
          (one.hasUniqueValue ?? false) === wanted.hasUniqueValue)
      );
    });
  const lacking = ENTRY_OBJECT.properties.filter(({ name }) => !live.has(name));
  const link = associations.find(
    ({ fromObjectTypeId, toObjectTypeId }) =>
      fromObjectTypeId === objectTypeId && toObjectTypeId === CONTACT_TYPE_ID,
  );
  const isWhole = lacking.length === 0 && link !== undefined;
  return {
    state: !isOurs ? 'not-ours' : isWhole ? 'there' : 'incomplete',
    typeId: objectTypeId,
    lacking,
    ...(key?.groupName === undefined ? {} : { group: key.groupName }),
    ...(link === undefined ? {} : { associationTypeId: Number(link.id) }),
  };
}

/** HubSpot's 404 is an answer where one asks whether something is there; no other answer is. */
export async function unlessMissing<T extends object>(
  ask: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof HubSpotTrouble && error.code === 'record-not-found') return undefined;
    throw error;
  }
}
