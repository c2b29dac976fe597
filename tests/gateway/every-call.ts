import { createHubSpotOnDesk, type HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { SEMINAR_FORM } from '../../sandbox/emulator/hubspot/forms.ts';
import { ROUTES } from '../../sandbox/emulator/hubspot/routes.ts';
import { hubSpot } from '../../src/app/gateway/hubspot/hubspot.ts';
import type { Send } from '../../src/app/gateway/hubspot/http/send.ts';
import type { HubSpot } from '../../src/app/gateway/ports.ts';
import type { Entry } from '../../src/app/ledger/entry.ts';
import { ALICE, chainOf, intent, refusal, sealed } from '../ledger/a-chain.ts';

const PORTAL = 1001;
const TOKEN = 'pat-sandbox-1001';
const CONTACT = ALICE.contact;
const ADDRESS = 'contact-101@example.com';
const TYPE = '501';

/** A question or change of the product's, by the gateway's own methods. */
interface GatewayCall {
  /** Port and method. */
  readonly method: string;
  readonly ask: (hubspot: HubSpot) => Promise<unknown>;
  /** What is said where HubSpot's answer can't be used, instead of trouble: HubSpot does not tell. */
  readonly untold?: unknown;
}

const [FIRST, SECOND] = chainOf(
  sealed(intent(), { address: ADDRESS, evidence: 'call 12' }),
  sealed(refusal()),
) as readonly Entry[] as readonly [Entry, Entry];

const FORM = { id: SEMINAR_FORM, name: 'Seminar', boxes: [TYPE] };
const TASK = {
  requestId: 'request-ask-2',
  of: { act: 'opt-in', typeId: TYPE },
  ownerId: '9047',
  subject: 'Approval asked',
  lines: ['One'],
  dueAt: '2026-11-25T00:00:00.000Z',
} as const;
const GROUND = { legalBasis: 'CONSENT_WITH_NOTICE', explanation: 'Asked by phone' };

/** Every method of every port, with what it needs to get as far as its last call of HubSpot. */
export const CALLS: readonly GatewayCall[] = [
  { method: 'contacts.read', ask: ({ contacts }) => contacts.read(CONTACT) },
  { method: 'contacts.addressee', ask: ({ contacts }) => contacts.addressee(CONTACT) },
  { method: 'contacts.history', ask: ({ contacts }) => contacts.history(CONTACT, [TYPE]) },
  { method: 'consents.types', ask: ({ consents }) => consents.types() },
  { method: 'consents.statuses', ask: ({ consents }) => consents.statuses(ADDRESS) },
  { method: 'consents.everything', ask: ({ consents }) => consents.everything(ADDRESS) },
  { method: 'consents.optIn', ask: ({ consents }) => consents.optIn(ADDRESS, '502', GROUND) },
  { method: 'consents.optOut', ask: ({ consents }) => consents.optOut(ADDRESS, TYPE) },
  {
    method: 'consents.optOutOfEverything',
    ask: ({ consents }) => consents.optOutOfEverything(ADDRESS),
  },
  {
    method: 'consents.restore',
    ask: ({ consents }) => consents.restore(ADDRESS, '502', 'opted-in', GROUND),
  },
  {
    method: 'consents.preferencePage',
    ask: ({ consents }) => consents.preferencePage(ADDRESS, { typeId: TYPE }),
  },
  {
    method: 'installation.appId',
    ask: ({ installation }) => installation.appId(),
    untold: undefined,
  },
  {
    method: 'installation.scopes',
    ask: ({ installation }) => installation.scopes(),
    untold: undefined,
  },
  {
    method: 'installation.timeZone',
    ask: ({ installation }) => installation.timeZone(),
    untold: undefined,
  },
  // HubSpot tells it in two places.
  {
    method: 'installation.portalId',
    ask: ({ installation }) => installation.portalId(),
    untold: '1001',
  },
  {
    method: 'marketing.request',
    ask: ({ marketing }) => marketing.request(CONTACT, 'marketing', 'request-1'),
  },
  // Without knowing the scopes, workflows are asked for all the same.
  {
    method: 'marketing.workflows',
    ask: ({ marketing }) => marketing.workflows(),
    untold: { marketing: true, 'non-marketing': true },
  },
  { method: 'marketing.marketingContacts', ask: ({ marketing }) => marketing.marketingContacts() },
  { method: 'approvals.of', ask: ({ approvals }) => approvals.of(CONTACT) },
  { method: 'approvals.ask', ask: ({ approvals }) => approvals.ask(CONTACT, TASK) },
  { method: 'approvals.isOwner', ask: ({ approvals }) => approvals.isOwner('9047') },
  { method: 'sources.addresses', ask: ({ sources }) => sources.addresses(CONTACT) },
  { method: 'sources.properties', ask: ({ sources }) => sources.properties(CONTACT, [TYPE]) },
  { method: 'sources.emailEvents', ask: ({ sources }) => sources.emailEvents(ADDRESS) },
  { method: 'sources.spamReports', ask: ({ sources }) => sources.spamReports(ADDRESS) },
  { method: 'sources.timeline', ask: ({ sources }) => sources.timeline([ADDRESS], {}) },
  { method: 'sources.occurrences', ask: ({ sources }) => sources.occurrences(CONTACT) },
  {
    method: 'sources.userNames',
    ask: ({ sources }) => sources.userNames(['47']),
    untold: new Map(),
  },
  { method: 'sources.forms', ask: ({ sources }) => sources.forms() },
  { method: 'sources.submissions', ask: ({ sources }) => sources.submissions(FORM, ADDRESS) },
  { method: 'ledger.isSetUp', ask: ({ ledger }) => ledger.isSetUp() },
  { method: 'ledger.read', ask: ({ ledger }) => ledger.read(ALICE) },
  { method: 'ledger.at', ask: ({ ledger }) => ledger.at(ALICE, 0) },
  { method: 'ledger.append', ask: ({ ledger }) => ledger.append(SECOND) },
  { method: 'ledger.erase', ask: ({ ledger }) => ledger.erase(FIRST, ['address']) },
  { method: 'ledger.countRepeat', ask: ({ ledger }) => ledger.countRepeat(FIRST) },
  { method: 'ledger.repeatsOf', ask: ({ ledger }) => ledger.repeatsOf(FIRST) },
  { method: 'setUp.look', ask: ({ setUp }) => setUp.look() },
  { method: 'setUp.complete', ask: ({ setUp }) => setUp.complete('record') },
  { method: 'setUp.complete', ask: ({ setUp }) => setUp.complete('marketing-request') },
];

/** The methods of a gateway, as the table names them. */
export function methodsOf(hubspot: HubSpot): string[] {
  return Object.entries(hubspot).flatMap(([port, methods]) =>
    Object.keys(methods as object).map((method) => `${port}.${method}`),
  );
}

/** A gateway that pauses for no time, and gives up nothing that is still under way. */
export function gatewayOver(send: Send): HubSpot {
  return hubSpot({
    token: TOKEN,
    origin: 'http://127.0.0.1:1',
    send,
    surroundings: {
      now: () => Date.UTC(2026, 10, 24),
      random: () => 0,
      after: (ms, then) => {
        const isPause = ms < 2_600;
        if (isPause) queueMicrotask(then);
        return () => undefined;
      },
    },
  });
}

/** An emulated HubSpot in which every call of the table finds something. */
export function furnished(): HubSpotOnDesk {
  const hubspot = createHubSpotOnDesk({ scenarios: [] });
  hubspot.grant(PORTAL, [...new Set(ROUTES.flatMap(({ scopes }) => scopes))]);
  const properties = { email: ADDRESS, hs_marketable_status: 'true' };
  hubspot.act(PORTAL, { act: 'create', contactId: CONTACT, properties });
  hubspot.act(PORTAL, { act: 'marketing-workflows', to: 'on' });
  hubspot.act(PORTAL, {
    act: 'colleague',
    contactId: CONTACT,
    userId: 47,
    typeId: TYPE,
    to: 'SUBSCRIBED',
  });
  hubspot.act(PORTAL, { act: 'contact-link-everything', contactId: CONTACT });
  return hubspot;
}

/** Sends to the emulated HubSpot, without a socket. */
export function sendTo(hubspot: HubSpotOnDesk): Send {
  return ({ method, url, headers, body }) =>
    Promise.resolve(
      hubspot.handle({
        method,
        path: `${url.pathname}${url.search}`,
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
        ),
        body,
      }),
    );
}

/** What the table's calls read, made through the gateway itself. */
export async function fill(hubspot: HubSpot): Promise<void> {
  await hubspot.ledger.append(FIRST);
  await hubspot.approvals.ask(CONTACT, { ...TASK, requestId: 'request-ask-1' });
}
