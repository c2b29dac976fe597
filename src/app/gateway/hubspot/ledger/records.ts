import * as z from 'zod/mini';
import { HubSpotTrouble } from '../../trouble.ts';
import { unreadable, type HubSpotClient } from '../client.ts';
import { ENTRY_TYPE } from '../definitions.ts';
import { Id, readList } from '../read-answer.ts';
import { pathPart } from '../url-text.ts';
import { READ_PROPERTIES, SentRecord } from './record.ts';

const OBJECTS = `/crm/objects/2026-09/${ENTRY_TYPE}`;
const ASSOCIATIONS = `/crm/associations/2026-09/contacts/${ENTRY_TYPE}/batch/read`;

/** The most that HubSpot reads in one call. */
export const MOST_READ = 100;

const Records = z.object({ results: z.array(SentRecord) });
const Linked = z.object({
  results: z.array(
    z.object({
      from: z.optional(z.object({ id: Id })),
      to: z.array(z.object({ toObjectId: Id })),
      paging: z.nullish(z.object({ next: z.nullish(z.object({ after: z.string() })) })),
    }),
  ),
});
const Made = z.object({ id: Id });

/**
 * The category of the association type that the object brings along. HubSpot's schemas tell its id and not its category,
 * and accounts differ (see the emulator's `ownAssociationCategory`): where the first is refused, nothing was written, and
 * the second is tried.
 */
const CATEGORIES = ['USER_DEFINED', 'HUBSPOT_DEFINED'] as const;

/** What a write came to. */
export type Written =
  { readonly kind: 'accepted'; readonly id: string } | { readonly kind: 'taken' | 'not-known' };

/** The ledger's records in HubSpot (OpenAPI: custom objects and associations 2026-09). Throws `HubSpotTrouble`. */
export interface Records {
  /** By unique key, or by id. Those that are not there are left out. */
  read(by: 'key' | 'id', names: readonly string[]): Promise<readonly SentRecord[]>;
  /** The ids of all records that are associated with a contact. */
  ofContact(contactId: string): Promise<readonly string[]>;
  /** Makes a record, associated with its contact from the first moment where one is named. Throws only where nothing was written. */
  create(
    properties: Readonly<Record<string, string>>,
    contact?: { readonly id: string; readonly associationTypeId: number },
  ): Promise<Written>;
  change(id: string, properties: Readonly<Record<string, string>>): Promise<void>;
  /** Moves a record to HubSpot's bin, from which it is gone after 90 days; HubSpot has no other way for custom objects. */
  remove(id: string): Promise<void>;
}

export function recordsIn(hubspot: HubSpotClient): Records {
  const readSome = async (by: 'key' | 'id', names: readonly string[]) => {
    const answer = await hubspot.request('read', {
      method: 'POST',
      path: `${OBJECTS}/batch/read`,
      body: {
        ...(by === 'key' ? { idProperty: 'key' } : {}),
        inputs: names.map((id) => ({ id })),
        properties: READ_PROPERTIES,
        propertiesWithHistory: [],
      },
    });
    return readList(Records, answer, { mayLack: true }).results;
  };
  let categories: readonly string[] = CATEGORIES;
  const createIn = async (
    associationCategory: string,
    properties: Readonly<Record<string, string>>,
    contact: Parameters<Records['create']>[1],
  ): Promise<Written> => {
    const associations =
      contact === undefined
        ? []
        : [
            {
              to: { id: contact.id },
              types: [{ associationCategory, associationTypeId: contact.associationTypeId }],
            },
          ];
    const answer = await hubspot.request('write', {
      method: 'POST',
      path: OBJECTS,
      body: { properties, associations },
    });
    const made = Made.safeParse(answer);
    return made.success ? { kind: 'accepted', id: made.data.id } : { kind: 'not-known' };
  };
  return {
    async read(by, names) {
      const parts: (readonly string[])[] = [];
      for (let from = 0; from < names.length; from += MOST_READ) {
        parts.push(names.slice(from, from + MOST_READ));
      }
      return (await Promise.all(parts.map((part) => readSome(by, part)))).flat();
    },
    async ofContact(id) {
      const ids: string[] = [];
      let after: string | undefined;
      do {
        const input = after === undefined ? { id } : { id, after };
        const answer = await hubspot.request('read', {
          method: 'POST',
          path: ASSOCIATIONS,
          body: { inputs: [input] },
        });
        const [one, ...more] = readList(Linked, answer, { mayLack: true }).results;
        if (more.length > 0 || (one?.from?.id ?? id) !== id) throw unreadable();
        ids.push(...(one?.to.map(({ toObjectId }) => toObjectId) ?? []));
        const next = one?.paging?.next?.after;
        if (next !== undefined && next === after) throw unreadable();
        after = next;
      } while (after !== undefined);
      return ids;
    },
    async create(properties, contact) {
      for (const [tried, category] of categories.entries()) {
        try {
          const made = await createIn(category, properties, contact);
          if (contact !== undefined) categories = [category];
          return made;
        } catch (error) {
          if (!(error instanceof HubSpotTrouble)) throw error;
          if (error.isTaken) return { kind: 'taken' };
          if (error.mayHaveTakenEffect) return { kind: 'not-known' };
          const isLast = contact === undefined || tried === categories.length - 1;
          if (isLast || error.code !== 'rejected-by-hubspot') throw error;
        }
      }
      return { kind: 'not-known' };
    },
    async change(id, properties) {
      await hubspot.request('write', { method: 'PATCH', path: pathOf(id), body: { properties } });
    },
    async remove(id) {
      await hubspot.request('write', { method: 'DELETE', path: pathOf(id) });
    },
  };
}

function pathOf(id: string): string {
  return `${OBJECTS}/${pathPart(id)}`;
}
