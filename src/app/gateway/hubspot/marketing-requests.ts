import type { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/contacts';
import * as z from 'zod/mini';
import { HubSpotTrouble } from '../trouble.ts';
import type { Installation, MarketingRequests, MarketingTarget } from '../ports.ts';
import type { HubSpotClient } from './client.ts';
import { MARKETING_REQUEST } from './contact-properties.ts';
import { appliedBy, FlowListing, mayBeOurs } from './flows.ts';
import { Count, readAnswer, readList } from './read-answer.ts';
import { requestValue, TARGETS } from './request-value.ts';

const FLOWS = '/automation/2026-09-beta/flows';

/** Three pages of the list and three reads: 300 workflows are looked through, 150 of those that may be ours are read. */
const MOST = { pages: 3, aPage: 100, reads: 3, aRead: 50 };

const List = z.object({
  results: z.array(FlowListing),
  paging: z.optional(z.object({ next: z.optional(z.object({ after: z.string() })) })),
});

const Read = z.object({ results: z.array(z.record(z.string(), z.unknown())) });

const Found = z.object({ total: Count });

type Applied = Partial<Record<MarketingTarget, boolean>>;

/**
 * Requests by a contact property (OpenAPI: contacts v3; needs `crm.objects.contacts.write`) and the workflows that wait
 * for it (OpenAPI: automation 2026-09 beta; needs `automation`, which this app does not ask for).
 */
export function hubSpotMarketingRequests(
  hubspot: HubSpotClient,
  { scopes }: Pick<Installation, 'scopes'>,
): MarketingRequests {
  return {
    async request(contactId, to, requestId) {
      const properties = { [MARKETING_REQUEST]: requestValue(to, requestId) };
      await hubspot.typed('write', async (client) =>
        (await client.contacts()).basic.update(contactId, { properties }),
      );
    },
    async workflows() {
      const granted = await scopes();
      if (granted !== undefined && !granted.includes('automation')) return undefined;
      try {
        return await look(hubspot);
      } catch (error) {
        if (error instanceof HubSpotTrouble && MAY_NOT.has(error.code)) return undefined;
        throw error;
      }
    },
    async marketingContacts() {
      const answer = await hubspot.typed('read', async (client) =>
        (await client.contacts()).search.doSearch({
          filterGroups: [
            {
              filters: [
                {
                  propertyName: 'hs_marketable_status',
                  operator: EQUALS,
                  value: 'true',
                },
              ],
            },
          ],
          // HubSpot's file requires all of these, and only the total is wanted.
          properties: [],
          sorts: [],
          after: '0',
          limit: 1,
        }),
      );
      return readAnswer(Found, answer).total;
    },
  };
}

/** The client's enum as its file writes it: the enum itself would load the client's part with this module. */
const EQUALS = 'EQ' as FilterOperatorEnum;

/** Without the scope, or on a plan without workflows. */
const MAY_NOT: ReadonlySet<string> = new Set(['missing-scope', 'record-not-found']);

/** Stops as soon as both kinds are found; what was not looked through to the end is not said to be missing. */
async function look(hubspot: HubSpotClient): Promise<Applied> {
  const { flows, isAll } = await listed(hubspot);
  const candidates = flows.filter(mayBeOurs).sort(likelyFirst);
  const found = new Set<MarketingTarget>();
  let at = 0;
  let sawAll = isAll;
  for (let reads = 0; reads < MOST.reads && at < candidates.length; reads += 1) {
    if (found.size === TARGETS.length) break;
    const ids = candidates.slice(at, at + MOST.aRead).map(({ id }) => id);
    at += MOST.aRead;
    const sent = await read(hubspot, ids);
    for (const id of ids) {
      const flow = sent.find((one) => one['id'] === id);
      if (flow === undefined) sawAll = false;
      for (const to of appliedBy(flow)) found.add(to);
    }
  }
  if (at < candidates.length) sawAll = false;
  const applied: Applied = {};
  for (const to of TARGETS) {
    if (found.has(to)) applied[to] = true;
    else if (sawAll) applied[to] = false;
  }
  return applied;
}

async function listed(
  hubspot: HubSpotClient,
): Promise<{ readonly flows: readonly FlowListing[]; readonly isAll: boolean }> {
  const flows: FlowListing[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < MOST.pages; pages += 1) {
    const answer = await hubspot.request('read', {
      method: 'GET',
      path: FLOWS,
      query: { limit: String(MOST.aPage), ...(after === undefined ? {} : { after }) },
    });
    const { results, paging } = readAnswer(List, answer);
    flows.push(...results);
    after = paging?.next?.after;
    if (after === undefined) return { flows, isAll: true };
  }
  return { flows, isAll: false };
}

async function read(hubspot: HubSpotClient, ids: readonly string[]) {
  const answer = await hubspot.request('read', {
    method: 'POST',
    path: `${FLOWS}/batch/read`,
    body: { inputs: ids.map((flowId) => ({ flowId, type: 'FLOW_ID' })) },
  });
  return readList(Read, answer, { mayLack: true }).results;
}

/** Our page on the workflows says what to call them; else the one changed last is tried first. */
function likelyFirst(a: FlowListing, b: FlowListing): number {
  const named = ({ name = '' }: FlowListing) => (/consent card/i.test(name) ? 0 : 1);
  return named(a) - named(b) || (b.updatedAt ?? '').localeCompare(a.updatedAt ?? '');
}
