import type { CurrentStatus } from '../../src/app/evidence/current-status.ts';
import type { PropertyVersion } from '../../src/app/evidence/property-history.ts';
import type {
  Contact,
  HubSpot,
  LegalGround,
  SubscriptionType,
} from '../../src/app/gateway/ports.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import { policyWith } from '../../src/app/policy/default-policy.ts';
import { CAREFUL_ORGANISATION, type Organisation } from '../../src/app/policy/organisation.ts';
import type { World } from '../../src/app/app.functions/world.ts';

const NOON = Date.UTC(2026, 6, 3, 3, 0, 0);
export const OPEN = { hs_object_id: '101', email: 'visitor@example.com' };

const newsletter: SubscriptionType = {
  id: '11',
  name: 'Newsletter',
  names: { ja: 'ニュースレター' },
  isActive: true,
  isInternal: false,
};
const oneToOne: SubscriptionType = {
  id: '12',
  name: 'One to one',
  names: {},
  isActive: true,
  isInternal: true,
};

/** What a HubSpot of one contact holds; tests change it and look at it afterwards. */
export interface Held {
  contact: Contact;
  types: SubscriptionType[];
  statuses: CurrentStatus[];
  everything: CurrentStatus[];
  versions: PropertyVersion[];
  writes: string[];
  fail: Partial<Record<'read' | 'history' | 'statuses' | 'optIn' | 'optOut', HubSpotTrouble>>;
  /** Runs between reading and writing, as the rest of the world does. */
  beforeWrite?: () => void;
  lateBy: number;
  calls: string[];
  log: Readonly<Record<string, string>>[];
}

export function held(change: Partial<Held> = {}): Held {
  return {
    contact: {
      id: '101',
      address: OPEN.email,
      otherAddresses: 0,
      marketing: { kind: 'marketing', untilNextUpdateDate: false },
      doubleOptIn: 'not-required',
      hardBounced: false,
      quarantined: false,
      complaint: 'none',
    },
    types: [newsletter, oneToOne],
    statuses: [],
    everything: [],
    versions: [],
    writes: [],
    fail: {},
    lateBy: 0,
    calls: [],
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
  const set = (state: CurrentStatus['state'], ground: LegalGround = {}) => {
    shown = hubspot.statuses;
    stale = hubspot.lateBy;
    hubspot.statuses = [
      status(state, {
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
    contacts: {
      read: () => answer('read', () => hubspot.contact, hubspot.fail.read),
      history: (_id, typeIds) =>
        answer(
          `history ${typeIds.join(',')}`,
          () => ({ versions: hubspot.versions, mayBeCut: false }),
          hubspot.fail.history,
        ),
    },
    consents: {
      types: () => answer('types', () => hubspot.types),
      statuses: (address) =>
        answer(
          `statuses ${address}`,
          () => (stale-- > 0 ? shown : hubspot.statuses),
          hubspot.fail.statuses,
        ),
      everything: () => answer('everything', () => hubspot.everything),
      optIn: (address, typeId, ground) =>
        answer(
          'optIn',
          () => {
            hubspot.beforeWrite?.();
            if (hubspot.statuses.some(({ state }) => state === 'opted-out')) return 'refused';
            hubspot.writes.push(`opt in ${address} ${typeId} ${JSON.stringify(ground)}`);
            set('opted-in', ground);
            return 'accepted';
          },
          hubspot.fail.optIn,
        ),
      optOut: (address, typeId) =>
        answer(
          'optOut',
          () => {
            hubspot.writes.push(`opt out ${address} ${typeId}`);
            set('opted-out');
          },
          hubspot.fail.optOut,
        ),
    },
    installation: {
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
    now: () => NOON,
    wait: () => Promise.resolve(),
    correlationId: 'correlation-1',
    log: (line) => hubspot.log.push(line),
  };
}

/** This app has not the scope: whoever asks all the same has not looked. */
function notPermitted(): Promise<never> {
  throw new HubSpotTrouble({ code: 'missing-scope', mayHaveTakenEffect: false });
}
