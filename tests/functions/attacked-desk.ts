import { changeConsent } from '../../src/app/app.functions/change-consent.ts';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import type { World } from '../../src/app/app.functions/world.ts';
import type { ChangeReply, ReadReply, Unsaved } from '../../src/app/contract/reply.ts';
import type { Glance } from '../../src/app/contract/snapshot.ts';
import { hubSpot, type Patience } from '../../src/app/gateway/hubspot/hubspot.ts';
import type { HttpAnswer, HttpRequest } from '../../src/app/gateway/hubspot/http/send.ts';
import type { Chain } from '../../src/app/ledger/chain.ts';
import type { Entry } from '../../src/app/ledger/entry.ts';
import { verify } from '../../src/app/ledger/verify.ts';
import { policyWith } from '../../src/app/policy/default-policy.ts';
import { CAREFUL_ORGANISATION, type Organisation } from '../../src/app/policy/organisation.ts';
import type { Act, ContactAct } from '../../sandbox/emulator/hubspot/acts.ts';
import type { Assumptions } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { directSend } from '../direct-send.ts';
import { KEY, KEYS, saltsFrom } from '../ledger/a-chain.ts';

const TOKYO = 1001;
export const TOKEN = tokenOf(TOKYO);
export const OBJECTS = '/crm/objects/2026-09/p_consent_card_entry';
export const ANN = '9101';
export const BEN = '9102';
export const addressOf = (contactId: string) => `visitor-${contactId}@example.com`;

/** What a page may send, by a hand or by a program; nothing in it is of any type. */
export type Sent = Readonly<Record<string, unknown>>;

interface Choices {
  readonly assumptions?: Partial<Assumptions>;
  readonly organisation?: Partial<Organisation>;
  readonly patience?: Patience;
  /** Which of the emulated accounts; one that is set up where nothing is said. */
  readonly portalId?: number;
  /** What follows differs from desk to desk where this does. */
  readonly seed?: string;
  /** Changes HubSpot's answers on their way. */
  readonly spoil?: (request: HttpRequest, answer: HttpAnswer) => HttpAnswer;
}

/**
 * The product's use cases and its real gateway over an emulated HubSpot in which Ann and Ben are the only contacts;
 * whoever attacks says what the page sends, down to the open record. Waiting moves the emulator's clock.
 */
export async function attackedDesk({
  assumptions = {},
  organisation = {},
  patience,
  portalId = TOKYO,
  seed = 'attack',
  spoil = (_request, answer) => answer,
}: Choices = {}) {
  const token = tokenOf(portalId);
  const hubspot = createHubSpotOnDesk({ assumptions, scenarios: [] });
  const act = (one: Act) => {
    hubspot.act(portalId, one);
  };
  for (const contactId of [ANN, BEN]) {
    const properties = { email: addressOf(contactId), hs_marketable_status: 'false' };
    act({ act: 'create', contactId, properties });
  }
  act({ act: 'marketing-workflows', to: 'on' });
  const server = await hubspot.listen();
  const send = directSend(hubspot);
  const log: Readonly<Record<string, string>>[] = [];
  let calls = 0;
  const gateway = () =>
    hubSpot({
      token,
      origin: server.origin,
      send: async (request, signal) => spoil(request, await send(request, signal)),
      ...(patience === undefined
        ? {}
        : {
            patience,
            surroundings: quickPauses(patience),
          }),
    });
  const world = (): World => {
    calls += 1;
    return {
      hubspot: gateway(),
      policy: policyWith([]),
      organisation: {
        ...CAREFUL_ORGANISATION,
        privacySettings: 'off',
        marketingWorkflows: { toMarketing: 'active', toNonMarketing: 'active' },
        ...organisation,
      },
      keys: {
        signer: KEY,
        publicKeys: KEYS,
        random: saltsFrom(`${seed} ${String(calls)}`),
      },
      now: () => hubspot.clock.now(),
      wait: (ms) => {
        hubspot.clock.advance(ms);
        return Promise.resolve();
      },
      correlationId: `correlation-${String(calls)}`,
      log: (line) => {
        log.push(line);
      },
    };
  };
  /** The open record as HubSpot itself would read it. */
  const record = (contactId: string) => ({
    hs_object_id: contactId,
    email: hubspot.contact(portalId, contactId)?.properties['email'] ?? addressOf(contactId),
  });
  const chain = (contact: string): Chain => ({ portal: String(portalId), contact });
  const entries = (contactId = ANN): Promise<readonly Entry[]> =>
    gateway().ledger.read(chain(contactId));
  const ask = (method: string, path: string, body?: unknown) => {
    const answer = hubspot.handle({
      method,
      path,
      headers: { authorization: `Bearer ${token}` },
      body: body === undefined ? '' : JSON.stringify(body),
    });
    return {
      status: answer.status,
      body: (answer.body === '' ? {} : JSON.parse(answer.body)) as Sent,
    };
  };

  return {
    hubspot,
    origin: server.origin,
    log,
    world,
    record,
    gateway,
    entries,
    ask,
    chain,
    close: () => server.close(),
    /** Something that happens in HubSpot to a contact, Ann where nobody is named. */
    play: (one: Plain<ContactAct>, contactId = ANN) => {
      act({ contactId, ...one });
    },
    change: (
      parameters: unknown,
      beside: Sent = {},
      change: (world: World) => World = (one) => one,
    ): Promise<ChangeReply> =>
      // What asks for approval gets an answer of its own, and none of these tests reads it.
      changeConsent(
        { parameters, propertiesToSend: record(ANN), ...beside },
        change(world()),
      ) as Promise<ChangeReply>,
    read: (parameters: unknown = { part: 'glance' }, beside: Sent = {}): Promise<ReadReply> =>
      readConsent({ parameters, propertiesToSend: record(ANN), ...beside }, world()),
    async glance(contactId = ANN): Promise<Glance> {
      const reply = await readConsent(
        { parameters: { part: 'glance' }, propertiesToSend: record(contactId) },
        world(),
      );
      if (reply.status !== 'glance') throw new Error(JSON.stringify(reply));
      return reply.glance;
    },
    /** Everything that HubSpot holds of both contacts; the ledger is not in it. */
    held: () => structuredClone([ANN, BEN].map((id) => hubspot.contact(portalId, id))),
    /** The chain in words, each entry one: what, and how it ended. */
    async told(contactId = ANN): Promise<string[]> {
      return (await entries(contactId)).map(({ statement }) =>
        [
          statement.kind,
          'change' in statement ? statement.change : '',
          statement.kind === 'outcome' ? statement.result : '',
          statement.kind === 'outcome' ? (statement.because ?? '') : '',
        ]
          .filter((word) => word !== '')
          .join(' '),
      );
    },
    async verdict(contactId = ANN, heads: readonly string[] = []): Promise<string> {
      const result = verify(await entries(contactId), {
        chain: chain(contactId),
        publicKeys: KEYS,
        heads,
      });
      return result.status === 'verified' ? 'verified' : result.problems[0].code;
    },
    /** What stands in HubSpot of the ledger, by key; the bin too where asked for. */
    records: (archived = false) => {
      const found: { id: string; properties: Readonly<Record<string, string | null>> }[] = [];
      const names = 'key,kind,entry,statement,address,explanation,evidence,earlier_explanation';
      let after = '';
      do {
        const { body } = ask(
          'GET',
          `${OBJECTS}?limit=100&archived=${String(archived)}&properties=${names}${after}`,
        );
        found.push(...(body['results'] as typeof found));
        const next = (body['paging'] as { next?: { after?: string } } | undefined)?.next?.after;
        after = next === undefined ? '' : `&after=${next}`;
      } while (after !== '');
      return found;
    },
    stateOf: (typeId: string, contactId = ANN) =>
      hubspot.contact(portalId, contactId)?.address?.byType[typeId]?.state ?? 'NOT_SPECIFIED',
    /** Every write of an entry is lost, until failures are cleared. */
    loseTheLedger: () => {
      hubspot.fail({
        path: `${OBJECTS}$`,
        method: 'POST',
        times: 1_000,
        fault: { kind: 'status', status: 503 },
      });
    },
  };
}

export type AttackedDesk = Awaited<ReturnType<typeof attackedDesk>>;

export function unsavedIn(reply: ChangeReply): readonly Unsaved[] {
  return 'unsaved' in reply ? (reply.unsaved ?? []) : [];
}

/** Longer than calls sent together take to fail, so that pauses begun together end together. */
const PAUSE_MS = 5;

/** The machine's time, in which the pause before another attempt is over at once: the clock jumps to its end. */
function quickPauses({ timeoutMs }: Patience) {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  return {
    now,
    random: () => 0,
    after: (ms: number, then: () => void) => {
      const end = now() + ms;
      // No attempt may take longer than its time limit, so that what is longer is a pause.
      const timer = setTimeout(
        () => {
          ahead += Math.max(0, end - now());
          then();
        },
        ms > timeoutMs ? PAUSE_MS : ms,
      );
      return () => {
        clearTimeout(timer);
      };
    },
  };
}

type Plain<T> = T extends unknown ? Omit<T, 'contactId'> : never;

function tokenOf(portalId: number): string {
  return `pat-sandbox-${String(portalId)}`;
}
