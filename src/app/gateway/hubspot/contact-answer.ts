import * as z from 'zod/mini';
import { unreadable } from './client.ts';
import { Id, readAnswer } from './read-answer.ts';

/** One past value of a property (OpenAPI: `ValueWithTimestamp`). */
const Version = z.object({
  value: z.string(),
  timestamp: z.union([z.string(), z.number()]),
  sourceType: z.string(),
  sourceId: z.nullish(z.string()),
  sourceLabel: z.nullish(z.string()),
  updatedByUserId: z.nullish(z.union([z.number(), z.string()])),
});
export type Version = z.infer<typeof Version>;

const Properties = z.record(z.string(), z.nullish(z.string()));
const Histories = z.record(z.string(), z.array(Version));
/** Past values by property, each newest first. */
export type Histories = z.infer<typeof Histories>;

/** A contact (OpenAPI contacts v3: `SimplePublicObjectWithAssociations`). */
const OF_CONTACT = { id: Id, properties: Properties };
const Contact = z.object(OF_CONTACT);
const ContactWithHistory = z.object({ ...OF_CONTACT, propertiesWithHistory: Histories });

/** Records that HubSpot merged into a contact; asked for with each contact, to tell whose record was sent. */
export const MERGED_IDS = 'hs_merged_object_ids';

/**
 * The contact that was asked for with `email` and `MERGED_IDS`, or the one that it was merged into. Throws
 * `HubSpotTrouble` for anything else. Every contact has the property `email`, with `null` where it has no address.
 */
export function contactIn(answer: unknown, asked: string) {
  return checked(readAnswer(Contact, answer), asked);
}

/** The same, where past values were asked for. */
export function contactWithHistoryIn(answer: unknown, asked: string) {
  return checked(readAnswer(ContactWithHistory, answer), asked);
}

function checked<C extends z.infer<typeof Contact>>(contact: C, asked: string): C {
  const { id, properties } = contact;
  const isAsked = id === asked || idsIn(properties[MERGED_IDS]).includes(asked);
  if (!isAsked || properties['email'] === undefined) throw unreadable();
  return contact;
}

/** HubSpot writes ids with semicolons between. */
export function idsIn(text: string | null | undefined): string[] {
  const ids = (text ?? '').split(';').map((id) => id.trim());
  return [...new Set(ids)].filter((id) => /^\d{1,20}$/.test(id));
}
