import fc from 'fast-check';
import type { Subject } from '../../src/app/evidence/consent-event.ts';
import type { CurrentStatus } from '../../src/app/evidence/current-status.ts';
import type { PropertyVersion } from '../../src/app/evidence/property-history.ts';
import type { SubscriptionType } from '../../src/app/gateway/ports.ts';
import { PRIVACY_SETTINGS } from '../../src/app/policy/verdict.ts';
import { held, NOON, OPEN, type Held } from '../functions/hubspot-in-memory.ts';

/** Names that no sentence of the card contains otherwise. */
export const TYPES: readonly SubscriptionType[] = [
  type('501', 'Alpha-501'),
  type('502', 'Beta-502'),
  type('503', 'Gamma-503', { isActive: false }),
  type('506', 'One to one', { isInternal: true, isOneToOne: true }),
  type('507', 'Care-507', { isInternal: true }),
];

function type(id: string, name: string, more: Partial<SubscriptionType> = {}): SubscriptionType {
  return {
    id,
    name,
    names: {},
    isActive: true,
    isInternal: false,
    isOneToOne: false,
    ...more,
  };
}

const OTHER = 'private@example.com';
const ALL: Subject = { kind: 'everything' };

/** One act in a contact's life: who set what, and what HubSpot's status says of it afterwards. */
const step = fc.record({
  about: fc.constantFrom<Subject>(
    ...TYPES.map(({ id }): Subject => ({ kind: 'subscription', typeId: id })),
    ALL,
    { kind: 'subscription', typeId: '501' },
    { kind: 'subscription', typeId: '502' },
  ),
  change: fc.constantFrom('opted-in' as const, 'opted-out' as const, 'cleared' as const),
  source: fc.constantFrom(
    { type: 'EMAIL' },
    { type: 'FORM', id: 'f1', label: 'Seminar' },
    { type: 'CRM_UI', id: 'userId:47' },
    { type: 'WORKFLOWS', label: 'Win-back' },
    { type: 'IMPORT', label: 'List.csv' },
    { type: 'INTEGRATION', id: '9901', label: 'Portal' },
    { type: 'MERGE_CONTACTS' },
    { type: 'NEVER_SEEN' },
  ),
  days: fc.integer({ min: 0, max: 30 }),
  basis: fc.constantFrom(undefined, 'CONSENT_WITH_NOTICE', 'LEGITIMATE_INTEREST_PQL'),
});

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A contact with a random past, whose statuses may contradict their histories. */
export const contact = fc
  .record({
    steps: fc.array(step, { maxLength: 8 }),
    elsewhere: fc.option(fc.constantFrom<CurrentStatus['state']>('opted-in', 'opted-out'), {
      freq: 4,
      nil: undefined,
    }),
    privacySettings: fc.constantFrom(...PRIVACY_SETTINGS),
    oneToOneAfterGlobalOptOut: fc.constantFrom('refused' as const, 'sent' as const),
    contact: fc.record({
      marketing: fc.constantFrom<Held['contact']['marketing']>(
        { kind: 'marketing', untilNextUpdateDate: false },
        { kind: 'marketing', untilNextUpdateDate: false },
        { kind: 'non-marketing' },
        { kind: 'unavailable' },
      ),
      doubleOptIn: fc.constantFrom('not-required', 'not-required', 'pending', 'confirmed'),
      complaint: fc.constantFrom<NonNullable<Held['contact']['complaint']>>(
        'none',
        'none',
        'none',
        {
          at: new Date(NOON - 10 * 86_400_000).toISOString(),
        },
      ),
    }),
    /** A status that does not follow the last step. */
    tampered: fc.option(fc.constantFrom<CurrentStatus['state']>('opted-in', 'not-specified'), {
      freq: 6,
      nil: undefined,
    }),
  })
  .map((life) => ({ ...life, hubspot: (): Held => heldOf(life) }));

interface Life {
  readonly steps: readonly Step[];
  readonly elsewhere: CurrentStatus['state'] | undefined;
  readonly contact: Partial<Held['contact']>;
  readonly tampered: CurrentStatus['state'] | undefined;
}

function heldOf({ steps, elsewhere, contact: more, tampered }: Life): Held {
  const versions: PropertyVersion[] = [];
  const latest = new Map<string, CurrentStatus>();
  let ms = NOON - 300 * 86_400_000;
  for (const { about, change, source, days, basis } of steps) {
    ms += days * 86_400_000 + 60_001;
    const at = new Date(ms).toISOString();
    const property = about.kind === 'subscription' ? `of ${about.typeId}` : 'of everything';
    const isAll = about.kind === 'everything';
    const told = isAll && change === 'cleared' ? 'opted-in' : change;
    versions.push({
      about,
      change: told,
      at,
      property,
      value: told === 'opted-out' ? 'true' : 'false',
      source,
    });
    latest.set(property, {
      about,
      state:
        told === 'opted-out'
          ? 'opted-out'
          : told === 'opted-in' && !isAll
            ? 'opted-in'
            : 'not-specified',
      at,
      ...(basis === undefined || told !== 'opted-in' ? {} : { legalBasis: basis }),
    });
  }
  const statuses = [...latest.values()];
  const first = statuses.find(({ about }) => about.kind === 'subscription');
  if (tampered !== undefined && first !== undefined)
    statuses[statuses.indexOf(first)] = { ...first, state: tampered };
  return held({
    types: [...TYPES],
    versions,
    statuses: statuses.filter(({ about }) => about.kind === 'subscription'),
    everything: statuses.filter(({ about }) => about.kind === 'everything'),
    contact: {
      ...held().contact,
      ...more,
      address: OPEN.email,
      otherAddresses: elsewhere === undefined ? [] : [OTHER],
    },
    elsewhere:
      elsewhere === undefined
        ? {}
        : {
            [OTHER]: {
              statuses: [
                {
                  about: { kind: 'subscription', typeId: '501' },
                  state: elsewhere,
                  at: new Date(NOON - 20 * 86_400_000).toISOString(),
                },
              ],
            },
          },
  });
}
