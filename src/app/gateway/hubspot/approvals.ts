import type { AssociationSpecAssociationCategoryEnum } from '@hubspot/api-client/lib/codegen/crm/objects/tasks';
import * as z from 'zod/mini';
import type { Approvable, Approvals, ApprovalTask } from '../ports.ts';
import { HubSpotTrouble } from '../trouble.ts';
import { unreadable, type HubSpotClient } from './client.ts';
import { instantOf } from './instant.ts';
import { Id, readAnswer, readList } from './read-answer.ts';
import { pathPart } from './url-text.ts';

/** From a task to a contact (HubSpot's list of association type ids). */
const TASK_TO_CONTACT = {
  associationCategory: 'HUBSPOT_DEFINED' as AssociationSpecAssociationCategoryEnum,
  associationTypeId: 204,
};

const Listed = z.object({
  results: z.array(z.object({ toObjectId: Id })),
  paging: z.nullish(z.object({ next: z.nullish(z.object({ after: z.string() })) })),
});

const Tasks = z.object({
  results: z.array(
    z.object({
      createdAt: z.string(),
      properties: z.object({
        hs_task_body: z.nullish(z.string()),
        hs_task_status: z.nullish(z.string()),
      }),
    }),
  ),
});

const Made = z.object({ createdAt: z.string() });
const Owner = z.object({ id: Id });

/** HubSpot's most for a page of associations and for a batch. */
const A_PAGE = 500;
const A_BATCH = 100;
/** A contact with more tasks than these pages hold is asked about by its newest among them. */
const MOST_PAGES = 4;

/**
 * Approval by tasks, through the client's typed methods (OpenAPI: tasks 2026-09, under the scopes of contacts;
 * associations v4). What was just made is looked for by association and not by search, which lags. That a task can be
 * found again rests on the last line of its text, which says what it asks and by which request.
 */
export function hubSpotApprovals(hubspot: HubSpotClient): Approvals {
  return {
    async of(contactId) {
      const ids = await taskIds(hubspot, contactId);
      if (ids.length === 0) return [];
      const answer = await hubspot.typed('read', async (client) =>
        (await client.tasks()).batch.read({
          inputs: ids.map((id) => ({ id })),
          properties: ['hs_task_body', 'hs_task_status'],
          propertiesWithHistory: [],
        }),
      );
      // A task that was deleted meanwhile asks for nothing.
      return readList(Tasks, answer, { mayLack: true }).results.flatMap(
        ({ createdAt, properties }) => {
          const asked = askedIn(properties.hs_task_body ?? '');
          if (asked === undefined) return [];
          const isOpen = properties.hs_task_status !== 'COMPLETED';
          return [{ ...asked, at: instantOf(createdAt), isOpen }];
        },
      );
    },
    async ask(contactId, { ownerId, subject, lines, dueAt, ...asked }) {
      const answer = await hubspot.typed('write', async (client) =>
        (await client.tasks()).basic.create({
          properties: {
            hs_timestamp: dueAt,
            hs_task_subject: oneLine(subject),
            hs_task_body: htmlOf([...lines, referenceOf(asked)]),
            hs_task_status: 'NOT_STARTED',
            hs_task_type: 'TODO',
            hubspot_owner_id: ownerId,
          },
          associations: [{ to: { id: contactId }, types: [TASK_TO_CONTACT] }],
        }),
      );
      try {
        return instantOf(readAnswer(Made, answer).createdAt);
      } catch {
        throw unreadable(true);
      }
    },
    async isOwner(ownerId) {
      try {
        const answer = await hubspot.request('read', {
          method: 'GET',
          path: `/crm/owners/2026-09/${pathPart(ownerId)}`,
        });
        if (readAnswer(Owner, answer).id !== ownerId) throw unreadable();
        return true;
      } catch (error) {
        if (error instanceof HubSpotTrouble && error.code === 'record-not-found') return false;
        throw error;
      }
    },
  };
}

/** Ids count up, so that the greatest are the newest; HubSpot does not promise it. */
async function taskIds(hubspot: HubSpotClient, contactId: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const answer = await hubspot.typed('read', async (client) =>
      (await client.associations()).getPage('contacts', contactId, 'tasks', after, A_PAGE),
    );
    const { results, paging } = readAnswer(Listed, answer);
    ids.push(...results.map(({ toObjectId }) => toObjectId));
    after = paging?.next?.after;
    if (after === undefined) break;
  }
  return ids.sort((a, b) => Number(b) - Number(a)).slice(0, A_BATCH);
}

type Reference = Pick<ApprovalTask, 'of' | 'requestId' | 'contentHash'>;

function referenceOf({ of, requestId, contentHash }: Reference): string {
  const about = of.act === 'opt-in' ? `opt-in/${of.typeId}` : of.act;
  const reference = `consent-card/${about}/${requestId}`;
  return contentHash === undefined ? reference : `${reference}/${contentHash}`;
}

const REFERENCE =
  /consent-card\/(?:(opt-in)\/(\d{1,18})|to-marketing)\/([A-Za-z0-9._:-]{8,100})(?:\/([0-9a-f]{16})(?![0-9a-f]))?/g;

/** The last one counts: whatever people wrote stands before it. */
function askedIn(body: string): Reference | undefined {
  const [, isOptIn, typeId = '', requestId, contentHash] =
    [...body.matchAll(REFERENCE)].at(-1) ?? [];
  if (requestId === undefined) return undefined;
  const of: Approvable =
    isOptIn === undefined ? { act: 'to-marketing' } : { act: 'opt-in', typeId };
  return { of, requestId, ...(contentHash === undefined ? {} : { contentHash }) };
}

/** HubSpot takes the text of a task as HTML. */
function htmlOf(lines: readonly string[]): string {
  return lines.map((line) => plain(line).split('\n').map(escaped).join('<br>')).join('<br>');
}

function oneLine(text: string): string {
  return plain(text).replaceAll(/\s+/g, ' ').slice(0, LONGEST_SUBJECT);
}

/** Ours; HubSpot states none. */
const LONGEST_SUBJECT = 250;

/** Without what can't be seen and changes how the rest is read: control characters, and marks of direction. */
function plain(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (one) =>
      one === '\n' ? one : ' ',
    );
}

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (one) => ENTITY[one] ?? one);
}
