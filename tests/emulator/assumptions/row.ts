import type { Assumptions } from '../../../sandbox/emulator/hubspot/assumptions.ts';
import { NEWSLETTER } from '../../../sandbox/emulator/hubspot/portals.ts';
import type { ContactAct } from '../../../sandbox/emulator/hubspot/acts.ts';
import { createHubSpotOnDesk } from '../../../sandbox/emulator/index.ts';
import { ALL_SCOPES, askAs } from '../ask.ts';

/** One assumption: an experiment that tells its answers apart, and what is seen under each. */
export interface Row {
  readonly see: (assumptions: Assumptions) => unknown;
  readonly today: unknown;
  /** In the order of the assumption's other answers. */
  readonly others: readonly unknown[];
}

export const PORTAL = 1002;
export const ANN = '901';
export const EMAIL = 'ann@example.com';
const HOUR = 3_600_000;
const START = Date.UTC(2026, 5, 1);

const STATUS = `/communication-preferences/2026-09/statuses/${encodeURIComponent(EMAIL)}`;
const ALL = `${STATUS}/unsubscribe-all?channel=EMAIL`;

type Plain<T> = T extends unknown ? Omit<T, 'contactId'> : never;

/** An emulated account with one contact and all scopes; each act and each call an hour after the one before. */
export function lab(assumptions: Assumptions, portalId = PORTAL) {
  const hubspot = createHubSpotOnDesk({ now: START, assumptions, scenarios: [] });
  hubspot.grant(portalId, ALL_SCOPES);
  const call = askAs(hubspot, portalId);
  const ask = (method: string, path: string, body?: unknown) => {
    hubspot.clock.advance(HOUR);
    return call(method, path, body);
  };
  const play = (act: Plain<ContactAct>, contactId = ANN) => {
    hubspot.clock.advance(HOUR);
    hubspot.act(portalId, { contactId, ...act });
  };
  play({ act: 'create', properties: { email: EMAIL } });
  const results = (answer: ReturnType<typeof ask>) =>
    answer.body['results'] as readonly Readonly<Record<string, unknown>>[];
  const wide = () => results(call('GET', ALL))[0]?.['status'] ?? 'nothing';
  const statuses = () => results(call('GET', `${STATUS}?channel=EMAIL`));
  const statusOf = (typeId: string) =>
    statuses().find(({ subscriptionId }) => subscriptionId === Number(typeId));
  return {
    hubspot,
    /** At this moment, without an hour in between. */
    call,
    ask,
    play,
    wide,
    statuses,
    statusOf,
    stateOf: (typeId: string) => statusOf(typeId)?.['status'],
    dated: (statusState: string, more: object = {}, typeId = NEWSLETTER) =>
      ask('POST', STATUS, {
        channel: 'EMAIL',
        statusState,
        subscriptionId: Number(typeId),
        ...more,
      }),
    v3: (way: 'subscribe' | 'unsubscribe', typeId = NEWSLETTER) =>
      ask('POST', `/communication-preferences/v3/${way}`, {
        emailAddress: EMAIL,
        subscriptionId: typeId,
        legalBasis: 'CONSENT_WITH_NOTICE',
        legalBasisExplanation: 'Asked',
      }),
    optOutOfEverything: () => ask('POST', ALL),
    /** What property history tells of the newest version, apart from its time. */
    newest: (property: string, contactId = ANN) => {
      const version = hubspot.contact(portalId, contactId)?.history[property]?.at(-1);
      if (version === undefined) return 'no version';
      const { at: _at, ...told } = version;
      return told;
    },
    /** The sources of the account's legacy timeline, oldest first. */
    legacySources: () => {
      const { timeline } = call('GET', '/email/public/v1/subscriptions/timeline').body as {
        timeline: readonly { readonly changes: readonly { readonly source: string }[] }[];
      };
      return timeline.map(({ changes }) => changes[0]?.source).reverse();
    },
  };
}

export const OPT_OUT_PROPERTY = `hs_email_optout_${NEWSLETTER}`;
