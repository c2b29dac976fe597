import type { Assumptions } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import type { CallLimits } from '../../src/app/gateway/hubspot/call.ts';
import { connect } from '../../src/app/gateway/hubspot/client.ts';
import { hubSpotLedger } from '../../src/app/gateway/hubspot/ledger/store.ts';
import { hubSpotSetUp } from '../../src/app/gateway/hubspot/set-up.ts';
import { ALICE, BOB } from '../ledger/a-chain.ts';

export const PORTAL = 1001;
export const OBJECTS = '/crm/objects/2026-09/p_consent_card_entry';
export const SCHEMAS = '/crm-object-schemas/2026-09/schemas';

const SCOPES = [
  'crm.objects.contacts.read',
  'crm.objects.contacts.write',
  'crm.objects.custom.read',
  'crm.objects.custom.write',
  'crm.schemas.custom.read',
  'crm.schemas.custom.write',
  'crm.schemas.contacts.write',
];

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** An emulated HubSpot over HTTP with the contacts of the ledger's tests and nothing else in it. */
export async function ledgerDesk({
  assumptions = {},
  isSetUp = true,
  limits = {},
}: {
  readonly assumptions?: Partial<Assumptions>;
  readonly isSetUp?: boolean;
  readonly limits?: Partial<CallLimits>;
} = {}) {
  const hubspot = createHubSpotOnDesk({ assumptions, scenarios: [], isSetUp: false });
  hubspot.grant(PORTAL, SCOPES);
  for (const { contact: contactId } of [ALICE, BOB]) {
    const properties = { email: `contact-${contactId}@example.com` };
    hubspot.act(PORTAL, { act: 'create', contactId, properties });
  }
  const server = await hubspot.listen();
  const client = () =>
    connect({
      token: 'pat-sandbox-1001',
      origin: server.origin,
      limits: {
        timeoutMs: 2_000,
        attempts: 2,
        remainingMs: () => 8_000,
        after: (ms, then) => {
          const timer = setTimeout(then, ms);
          return () => {
            clearTimeout(timer);
          };
        },
        random: () => 0,
        ...limits,
      },
    });
  const ask = (method: string, path: string, body?: unknown): Answer => {
    const answer = hubspot.handle({
      method,
      path,
      headers: { authorization: 'Bearer pat-sandbox-1001' },
      body: body === undefined ? '' : JSON.stringify(body),
    });
    return {
      status: answer.status,
      body: (answer.body === '' ? {} : JSON.parse(answer.body)) as Answer['body'],
    };
  };
  const setUp = () => hubSpotSetUp(client());
  if (isSetUp) await setUp().complete('record');
  hubspot.clearCalls();
  return {
    hubspot,
    ask,
    origin: server.origin,
    close: () => server.close(),
    setUp,
    scopes: SCOPES,
    /** A store of its own each time, as every question has. */
    store: () => hubSpotLedger(client(), () => hubspot.clock.now()),
    /** What was asked since, as `METHOD path`. */
    asked: () => {
      const calls = hubspot.calls().map(({ method, path }) => `${method} ${path}`);
      hubspot.clearCalls();
      return calls;
    },
    /** What stands in HubSpot, by key; archived records too where asked for. */
    records: (archived = false) => {
      const names = ['key', 'kind', 'entry', 'statement', 'staff_name', 'address', 'evidence'];
      const query = `?limit=100&archived=${String(archived)}&properties=${names.join(',')}`;
      return ask('GET', `${OBJECTS}${query}`).body['results'] as {
        readonly id: string;
        readonly properties: Readonly<Record<string, string | null>>;
      }[];
    },
  };
}

export type LedgerDesk = Awaited<ReturnType<typeof ledgerDesk>>;
