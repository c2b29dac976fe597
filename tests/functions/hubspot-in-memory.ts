import type { CurrentStatus } from '../../src/app/evidence/current-status.ts';
import type { PropertyVersion } from '../../src/app/evidence/property-history.ts';
import type {
  Approvals,
  ApprovalTask,
  Contact,
  HubSpot,
  LegalGround,
  SubscriptionType,
} from '../../src/app/gateway/ports.ts';
import { subjectKey, type Subject } from '../../src/app/evidence/consent-event.ts';
import { withoutPersonal, type Entry } from '../../src/app/ledger/entry.ts';
import { LedgerNotSetUp, type LedgerStore } from '../../src/app/ledger/store.ts';
import { KEY, KEYS, saltsFrom } from '../ledger/a-chain.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import { policyWith } from '../../src/app/policy/default-policy.ts';
import { CAREFUL_ORGANISATION, type Organisation } from '../../src/app/policy/organisation.ts';
import type { World } from '../../src/app/app.functions/world.ts';

export const NOON = Date.UTC(2026, 6, 3, 3, 0, 0);
export const OPEN = { hs_object_id: '101', email: 'visitor@example.com' };

const newsletter: SubscriptionType = {
  id: '11',
  name: 'Newsletter',
  names: { ja: 'ニュースレター' },
  isActive: true,
  isInternal: false,
  isOneToOne: false,
};
const oneToOne: SubscriptionType = {
  id: '12',
  name: 'One to one',
  names: {},
  isActive: true,
  isInternal: true,
  isOneToOne: true,
};

type Failing =
  | 'read'
  | 'history'
  | 'statuses'
  | 'optIn'
  | 'optOut'
  | 'restore'
  | 'page'
  | 'tasks'
  | 'ask'
  | 'ledger-read'
  | 'ledger-append';

/** What a HubSpot of one contact holds; tests change it and look at it afterwards. */
export interface Held {
  contact: Contact;
  /** The contact's own. */
  language?: string;
  /** HubSpot makes preference pages for the account. */
  makesPages: boolean;
  tasks: ApprovalTask[];
  tasksMade: (Parameters<Approvals['ask']>[1] & { readonly contactId: string })[];
  /** The account's only owner. */
  ownerId: string;
  /** A task whose making seems to fail is made all the same. */
  isAskDone: boolean;
  types: SubscriptionType[];
  statuses: CurrentStatus[];
  everything: CurrentStatus[];
  versions: PropertyVersion[];
  /** Subjects whose history HubSpot has cut. */
  cut: Subject[];
  /** By the contact's other addresses. */
  elsewhere: Readonly<Record<string, Partial<Record<'statuses' | 'everything', CurrentStatus[]>>>>;
  writes: string[];
  fail: Partial<Record<Failing, HubSpotTrouble>>;
  /** Runs between reading and writing, as the rest of the world does. */
  beforeWrite?: () => void;
  lateBy: number;
  calls: string[];
  /** The record; `undefined` where the portal has no place for it. */
  entries: Entry[] | undefined;
  repeats: Map<string, number>;
  /** How many worlds were made around it: no two calls have the same salts. */
  worlds: number;
  /** Milliseconds since the epoch. */
  now: number;
  log: Readonly<Record<string, string>>[];
}

export function held(change: Partial<Held> = {}): Held {
  return {
    contact: {
      id: '101',
      address: OPEN.email,
      otherAddresses: [],
      marketing: { kind: 'marketing', untilNextUpdateDate: false },
      doubleOptIn: 'not-required',
      deliverability: {
        bounce: 'none',
        badAddress: 'no',
        quarantine: 'none',
        ineligible: false,
        sendsSinceEngagement: 0,
        hasEngaged: false,
      },
      complaint: 'none',
    },
    makesPages: true,
    tasks: [],
    tasksMade: [],
    ownerId: '9047',
    isAskDone: false,
    types: [newsletter, oneToOne],
    statuses: [],
    everything: [],
    versions: [],
    cut: [],
    elsewhere: {},
    writes: [],
    fail: {},
    lateBy: 0,
    calls: [],
    entries: [],
    repeats: new Map(),
    worlds: 0,
    now: NOON,
    log: [],
    ...change,
  };
}

export function status(
  state: CurrentStatus['state'],
  more: Partial<CurrentStatus> = {},
): CurrentStatus {
  return {
    about: { kind: 'subscription', typeId: '11' },
    state,
    at: new Date(NOON).toISOString(),
    ...more,
  };
}

export function optedOutBy(sourceType: string, sourceId?: string): Partial<Held> {
  return {
    statuses: [status('opted-out')],
    versions: [
      {
        about: { kind: 'subscription', typeId: '11' },
        change: 'opted-out',
        at: new Date(NOON).toISOString(),
        property: 'opt-out of 11',
        value: 'true',
        source: { type: sourceType, ...(sourceId === undefined ? {} : { id: sourceId }) },
      },
    ],
  };
}

/** A world around it, where privacy settings are off unless the organisation says otherwise. */
export function worldOf(
  hubspot: Held,
  choices: 'on' | 'off' | Partial<Organisation> = 'off',
): World {
  const organisation: Organisation = {
    ...CAREFUL_ORGANISATION,
    ...(typeof choices === 'string'
      ? { privacySettings: choices }
      : { privacySettings: 'off', ...choices }),
  };
  let stale = 0;
  let shown = hubspot.statuses;
  const set = (typeId: string, state: CurrentStatus['state'], ground: LegalGround = {}) => {
    shown = hubspot.statuses;
    stale = hubspot.lateBy;
    const about = { kind: 'subscription', typeId } as const;
    const at = new Date(hubspot.now).toISOString();
    hubspot.versions.unshift(ownVersion(typeId, state, at));
    hubspot.statuses = [
      ...hubspot.statuses.filter((one) => subjectKey(one.about) !== subjectKey(about)),
      status(state, {
        about,
        at,
        ...(ground.legalBasis === undefined ? {} : { legalBasis: ground.legalBasis }),
        ...(ground.explanation === undefined ? {} : { explanation: ground.explanation }),
      }),
    ];
  };
  const answer = async <T>(name: string, value: () => T, failing?: HubSpotTrouble): Promise<T> => {
    hubspot.calls.push(name);
    await Promise.resolve();
    if (failing !== undefined) throw failing;
    return value();
  };
  const port: HubSpot = {
    approvals: {
      of: () => answer('tasks', () => [...hubspot.tasks], hubspot.fail.tasks),
      isOwner: (ownerId) => answer(`owner ${ownerId}`, () => ownerId === hubspot.ownerId),
      ask: async (contactId, task) => {
        const { requestId, of } = task;
        const make = () => {
          const at = new Date(hubspot.now).toISOString();
          hubspot.tasks.push({ requestId, of, at, isOpen: true });
          hubspot.tasksMade.push({ ...task, contactId });
          return at;
        };
        if (hubspot.fail.ask?.mayHaveTakenEffect === true && hubspot.isAskDone) make();
        return answer('ask', make, hubspot.fail.ask);
      },
    },
    contacts: {
      read: (id) => answer('read', () => ({ ...hubspot.contact, id }), hubspot.fail.read),
      addressee: () =>
        answer(
          'addressee',
          () => {
            const { id, address } = hubspot.contact;
            const { language } = hubspot;
            return {
              id,
              ...(address === undefined ? {} : { address }),
              ...(language === undefined ? {} : { language }),
            };
          },
          hubspot.fail.read,
        ),
      history: (_id, typeIds) =>
        answer(
          `history ${typeIds.join(',')}`,
          () => ({
            versions: hubspot.versions,
            told: hubspot.cut.map((about) => ({ about, from: new Date(0).toISOString() })),
            mayBeCut: hubspot.cut.length > 0,
          }),
          hubspot.fail.history,
        ),
    },
    consents: {
      types: () => answer('types', () => hubspot.types),
      statuses: (address) =>
        answer(
          `statuses ${address}`,
          () => {
            if (address !== hubspot.contact.address)
              return hubspot.elsewhere[address]?.statuses ?? [];
            return stale-- > 0 ? shown : hubspot.statuses;
          },
          hubspot.fail.statuses,
        ),
      everything: (address) =>
        answer('everything', () =>
          address === hubspot.contact.address
            ? hubspot.everything
            : (hubspot.elsewhere[address]?.everything ?? []),
        ),
      optIn: (address, typeId, ground) =>
        answer(
          'optIn',
          () => {
            hubspot.beforeWrite?.();
            if (hubspot.statuses.some(({ state }) => state === 'opted-out')) return 'refused';
            hubspot.writes.push(`opt in ${address} ${typeId} ${JSON.stringify(ground)}`);
            set(typeId, 'opted-in', ground);
            return 'accepted';
          },
          hubspot.fail.optIn,
        ),
      optOut: (address, typeId) =>
        answer(
          'optOut',
          () => {
            hubspot.beforeWrite?.();
            hubspot.writes.push(`opt out ${address} ${typeId}`);
            const was = stateIn(hubspot, typeId);
            set(typeId, 'opted-out');
            return was === 'opted-out' ? 'no-change' : 'accepted';
          },
          hubspot.fail.optOut,
        ),
      optOutOfEverything: (address) =>
        answer('optOutOfEverything', () => {
          hubspot.writes.push(`opt out of everything ${address}`);
          const at = new Date(hubspot.now).toISOString();
          hubspot.everything = [status('opted-out', { about: { kind: 'everything' }, at })];
        }),
      restore: (address, typeId, to, ground) =>
        answer(
          'restore',
          () => {
            hubspot.beforeWrite?.();
            hubspot.writes.push(`restore ${address} ${typeId} ${to} ${JSON.stringify(ground)}`);
            const wasOut = hubspot.statuses.some(({ state }) => state === 'opted-out');
            set(typeId, to, ground);
            return wasOut && to === 'opted-in' ? 'resubscribed' : 'accepted';
          },
          hubspot.fail.restore,
        ),
      preferencePage: (address, page) =>
        answer(
          `page ${address} ${JSON.stringify(page)}`,
          () => (hubspot.makesPages ? 'https://pages.example/manage?key=1' : undefined),
          hubspot.fail.page,
        ),
    },
    marketing: {
      request: (_contactId, to, requestId) =>
        answer('marketing request', () => {
          hubspot.writes.push(`ask for ${to}`);
          const at = new Date(hubspot.now).toISOString();
          hubspot.contact = { ...hubspot.contact, marketingRequest: { to, requestId, at } };
        }),
      marketingContacts: () => answer('marketing contacts', () => 3),
      workflows: () => answer('workflows', () => ({ marketing: true, 'non-marketing': true })),
    },
    ledger: ledgerIn(hubspot, answer),
    setUp: { look: notPermitted, complete: notPermitted },
    installation: {
      portalId: () => answer('portalId', () => '1001'),
      timeZone: () => answer('timeZone', () => 'Asia/Tokyo'),
      appId: () => answer('appId', () => '7001'),
      scopes: () => answer('scopes', () => undefined),
    },
    sources: {
      addresses: () =>
        answer(
          'addresses',
          () => ({
            others: [],
            ...(hubspot.contact.address === undefined ? {} : { primary: hubspot.contact.address }),
          }),
          hubspot.fail.read,
        ),
      properties: (_id, typeIds) =>
        answer(
          `history ${typeIds.join(',')}`,
          () => ({
            versions: hubspot.versions,
            mayBeCut: false,
            told: typeIds.map((typeId) => ({ about: { kind: 'subscription', typeId } })),
          }),
          hubspot.fail.history,
        ),
      emailEvents: notPermitted,
      timeline: notPermitted,
      occurrences: notPermitted,
      userNames: (ids) =>
        answer('userNames', () => new Map(ids.map((id) => [id, `Colleague ${id}`]))),
      forms: notPermitted,
      submissions: notPermitted,
    },
  };
  return {
    hubspot: port,
    policy: policyWith(organisation.lawPacks),
    organisation,
    keys: {
      signer: KEY,
      publicKeys: KEYS,
      random: saltsFrom(`call ${String((hubspot.worlds += 1))}`),
    },
    now: () => hubspot.now,
    wait: (ms) => {
      hubspot.now += ms;
      return Promise.resolve();
    },
    correlationId: 'correlation-1',
    log: (line) => hubspot.log.push(line),
  };
}

type Answer = <T>(name: string, value: () => T, failing?: HubSpotTrouble) => Promise<T>;

function ledgerIn(hubspot: Held, answer: Answer): LedgerStore {
  const entries = () => {
    if (hubspot.entries === undefined) throw new LedgerNotSetUp();
    return hubspot.entries;
  };
  return {
    prepare: () => undefined,
    isSetUp: () => answer('ledger is set up', () => hubspot.entries !== undefined),
    read: () => answer('ledger read', () => [...entries()], hubspot.fail['ledger-read']),
    at: (_chain, n) =>
      answer(
        'ledger at',
        () => entries().filter((entry) => entry.n === n),
        hubspot.fail['ledger-read'],
      ),
    append: (entry) =>
      answer(
        'ledger append',
        () => {
          if (entries().some(({ n }) => n === entry.n)) return 'taken';
          entries().push(entry);
          return 'accepted';
        },
        hubspot.fail['ledger-append'],
      ),
    erase: (entry, fields) =>
      answer('ledger erase', () => {
        hubspot.entries = entries().map((one) =>
          one.hash === entry.hash ? withoutPersonal(one, fields) : one,
        );
      }),
    countRepeat: ({ hash }) =>
      answer('ledger repeat', () => {
        hubspot.repeats.set(hash, (hubspot.repeats.get(hash) ?? 0) + 1);
      }),
    repeatsOf: ({ hash }) => answer('ledger repeats', () => hubspot.repeats.get(hash) ?? 0),
  };
}

function stateIn({ statuses }: Held, typeId: string): string | undefined {
  return statuses.find(({ about }) => about.kind === 'subscription' && about.typeId === typeId)
    ?.state;
}

/** A version that this app's own write leaves in property history. */
function ownVersion(typeId: string, state: CurrentStatus['state'], at: string): PropertyVersion {
  return {
    about: { kind: 'subscription', typeId },
    change: state === 'not-specified' ? 'cleared' : state,
    at,
    property: `opt-out of ${typeId}`,
    value: state === 'opted-out' ? 'true' : state === 'opted-in' ? 'false' : '',
    source: { type: 'INTEGRATION', id: '7001' },
  };
}

/** This app has not the scope: whoever asks all the same has not looked. */
function notPermitted(): Promise<never> {
  throw new HubSpotTrouble({ code: 'missing-scope', mayHaveTakenEffect: false });
}
