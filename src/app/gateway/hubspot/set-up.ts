import * as z from 'zod/mini';
import type { SetUp, SetUpState } from '../ports.ts';
import { HubSpotTrouble } from '../trouble.ts';
import type { HubSpotClient } from './client.ts';
import {
  CONTACT_TYPE_ID,
  ENTRY_OBJECT,
  ENTRY_TYPE,
  REQUEST_GROUP,
  REQUEST_PROPERTY,
} from './definitions.ts';
import { readEntrySchema, SCHEMAS, unlessMissing, type EntrySchema } from './entry-schema.ts';
import { readAnswer } from './read-answer.ts';

const PROPERTIES = '/crm/properties/2026-09';

const Property = z.object({
  type: z.string(),
  fieldType: z.string(),
  hubspotDefined: z.optional(z.boolean()),
  calculated: z.optional(z.boolean()),
});

/**
 * What this product needs in a portal, through HubSpot's schemas and properties endpoints (OpenAPI: schemas and
 * properties 2026-09). Each step looks first and creates what is missing, so it may be broken off and run again;
 * nothing is ever changed or deleted. A name that somebody else was faster with is no trouble: `look` says whose it is.
 */
export function hubSpotSetUp(hubspot: HubSpotClient): SetUp {
  const create = async (path: string, body: object) => {
    try {
      await hubspot.request('write', { method: 'POST', path, body });
    } catch (error) {
      if (!(error instanceof HubSpotTrouble && error.isTaken)) throw error;
    }
  };
  return {
    async look() {
      const [{ state }, request] = await Promise.all([
        readEntrySchema(hubspot),
        requestProperty(hubspot),
      ]);
      return { record: state, 'marketing-request': request };
    },
    async complete(part) {
      if (part === 'record') {
        const schema = await readEntrySchema(hubspot);
        if (schema.state === 'missing') await create(SCHEMAS, ENTRY_OBJECT);
        if (schema.state === 'incomplete') await addLacking(schema, create);
      } else if ((await requestProperty(hubspot)) === 'missing') {
        await create(`${PROPERTIES}/contacts/groups`, REQUEST_GROUP);
        await create(`${PROPERTIES}/contacts`, REQUEST_PROPERTY);
      }
    },
  };
}

async function addLacking(
  { typeId, group, lacking, associationTypeId }: EntrySchema,
  create: (path: string, body: object) => Promise<void>,
): Promise<void> {
  const groupName = group ?? `${ENTRY_OBJECT.name}_information`;
  for (const property of lacking) {
    await create(`${PROPERTIES}/${ENTRY_TYPE}`, { ...property, groupName });
  }
  if (associationTypeId === undefined) {
    await create(`${SCHEMAS}/${ENTRY_TYPE}/associations`, {
      fromObjectTypeId: typeId,
      toObjectTypeId: CONTACT_TYPE_ID,
      name: `${ENTRY_OBJECT.name}_to_contact`,
    });
  }
}

async function requestProperty(hubspot: HubSpotClient): Promise<SetUpState> {
  const path = `${PROPERTIES}/contacts/${REQUEST_PROPERTY.name}`;
  const property = await unlessMissing(async () =>
    readAnswer(Property, await hubspot.request('read', { method: 'GET', path })),
  );
  if (property === undefined) return 'missing';
  const { type, fieldType, hubspotDefined, calculated } = property;
  const isOurs =
    type === REQUEST_PROPERTY.type &&
    fieldType === REQUEST_PROPERTY.fieldType &&
    hubspotDefined !== true &&
    calculated !== true;
  return isOurs ? 'there' : 'not-ours';
}
