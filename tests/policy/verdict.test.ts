import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isUnengaged,
  verdicts,
  type ConsentSignal,
  type DeliverabilitySignal,
  type Mail,
  type Obstacle,
  type Signal,
  type Signals,
  type TypeFacts,
  type VerdictFacts,
} from '../../src/app/policy/verdict.ts';

const newsletter: TypeFacts = {
  id: '1',
  state: 'opted-in',
  isActive: true,
  isInternal: false,
  optedOutOfEverything: 'no',
  objection: 'none',
  consentIsOutdated: false,
};
const oneToOne: TypeFacts = { ...newsletter, id: '2', isInternal: true, state: 'not-specified' };
const fine: Omit<VerdictFacts, 'oneToOne'> = {
  hasAddress: true,
  optedOutOfEverything: 'no',
  noSuchAddress: false,
  bounced: false,
  quarantined: false,
  ineligible: false,
  spamComplaint: false,
  doubleOptInPending: false,
  unengaged: false,
  sendLimitReached: false,
  marketingContact: true,
  privacySettings: 'on',
  oneToOneAfterGlobalOptOut: 'refused',
  types: [newsletter],
};

type Different = { readonly [F in keyof VerdictFacts]?: VerdictFacts[F] | undefined };

function verdictsOf(different: Different) {
  const { types = fine.types } = different;
  const internal = types.find(({ isInternal }) => isInternal);
  const facts = Object.entries({
    ...fine,
    oneToOne: internal ?? { state: 'not-specified', objection: 'none' },
    ...different,
  }).filter(([, one]) => one !== undefined);
  return verdicts(Object.fromEntries(facts) as unknown as VerdictFacts);
}

function overall(different: Different): string {
  const found = verdictsOf(different).overall;
  switch (found.kind) {
    case 'will-send':
      return [
        `will send: ${found.typeIds.join(', ')}`,
        found.outdated.length > 0 ? `, too late: ${found.outdated.join(', ')}` : '',
        leftOut(found),
      ].join('');
    case 'against-objection': {
      const { typeIds, unclear, sent } = found;
      const known = typeIds.filter((typeId) => !unclear.includes(typeId));
      return `alarm: ${known.join(', ')}; unclear: ${unclear.join(', ')}; sent: ${sent.join(', ')}${leftOut(found)}`;
    }
    case 'will-not-send':
      return `will not send: ${found.because.join(', ')}`;
    case 'unknown':
      return `unknown: ${found.what.join(', ')}`;
  }
}

function leftOut({ leavesOut = [] }: { readonly leavesOut?: readonly string[] }): string {
  return leavesOut.length === 0 ? '' : `; may be left out: ${leavesOut.join(', ')}`;
}

function shown({ consent, deliverability, billing, mail }: Signals & { mail: Mail }): string {
  return `${mail}: ${[consent, deliverability, billing].map(one).join(' | ')}`;
}

function one(signal: DeliverabilitySignal | Signal<Obstacle> | ConsentSignal): string {
  if ('why' in signal) return `${signal.is} ${signal.why.join(' + ')}`;
  return signal.is === 'given' || signal.is === 'not-needed' ? 'on' : signal.is;
}

const everything = {
  optedOutOfEverything: 'portal',
  types: [{ ...newsletter, optedOutOfEverything: 'portal' }],
} as const;
const unspecified: TypeFacts = { ...newsletter, state: 'not-specified' };
const optedOut: TypeFacts = { ...newsletter, state: 'opted-out' };
const old: TypeFacts = { ...newsletter, consentIsOutdated: true };

// prettier-ignore
const sentences: readonly [string, Different, string][] = [
  ['opted in to one type', {}, 'will send: 1'],
  ['opted in to two', { types: [newsletter, { ...newsletter, id: '3' }] }, 'will send: 1, 3'],
  ['opted in to one, out of the other', { types: [optedOut, { ...newsletter, id: '3' }] }, 'will send: 3'],
  ['no address', { hasAddress: false }, 'will not send: no-address'],
  ['no address, whatever else', { hasAddress: false, bounced: true, ...everything }, 'will not send: no-address'],
  ['opted out of everything', everything, 'will not send: opted-out-of-everything'],
  ['opted out of the brand of the one type', { optedOutOfEverything: 'brand', types: [{ ...newsletter, optedOutOfEverything: 'brand' }] }, 'will not send: no-type-opted-in'],
  ['a hard bounce', { bounced: true }, 'will not send: bounced'],
  ['a quarantined address', { quarantined: true }, 'will not send: quarantined'],
  ['a complaint of spam', { spamComplaint: true }, 'will not send: spam-complaint'],
  ['S7: double opt-in pending', { doubleOptInPending: true }, 'will not send: double-opt-in-pending'],
  ['not a marketing contact', { marketingContact: false }, 'will not send: not-a-marketing-contact'],
  ['S11: an account without marketing contacts', { marketingContact: 'not-offered' }, 'will send: 1'],
  ['S6 on: nothing recorded', { types: [unspecified] }, 'will not send: no-type-opted-in'],
  ['S6 off: nothing recorded', { privacySettings: 'off', types: [unspecified] }, 'will send: 1'],
  ['S6 off: opted out', { privacySettings: 'off', types: [optedOut] }, 'will not send: no-type-opted-in'],
  ['an internal type is no marketing', { types: [{ ...oneToOne, state: 'opted-in' }] }, 'will not send: no-type-opted-in'],
  ['an inactive type is not sent', { types: [{ ...newsletter, isActive: false }] }, 'will not send: no-type-opted-in'],
  ['no types at all', { types: [] }, 'will not send: no-type-opted-in'],
  ['two reasons are both said', { bounced: true, marketingContact: false }, 'will not send: bounced, not-a-marketing-contact'],
  ['every reason is said, once each', { ...everything, noSuchAddress: true, bounced: true, quarantined: true, ineligible: true, spamComplaint: true, doubleOptInPending: true, marketingContact: false }, 'will not send: opted-out-of-everything, no-such-address, bounced, quarantined, ineligible, spam-complaint, double-opt-in-pending, not-a-marketing-contact'],
  ['a bounce, and nothing opted in', { bounced: true, types: [optedOut] }, 'will not send: bounced, no-type-opted-in'],
  ['consent older than the organisation’s limit', { types: [old] }, 'will send: 1, too late: 1'],
  ['one consent too old, one not', { types: [old, { ...newsletter, id: '3' }] }, 'will send: 1, 3, too late: 1'],
  ['consent too old, on an inactive type', { types: [{ ...old, isActive: false }] }, 'will not send: no-type-opted-in'],
  ['consent too old, and a bounce', { types: [old], bounced: true }, 'will not send: bounced'],
  ['the opt-out of everything is not known', { optedOutOfEverything: undefined, types: [{ ...newsletter, optedOutOfEverything: undefined } as never] }, 'unknown: opt-out-of-everything'],
  ['the state is not known', { types: [{ ...newsletter, state: undefined } as never] }, 'unknown: state'],
  ['whether the address bounced is not known', { bounced: undefined }, 'unknown: bounced'],
  ['whether the address is quarantined is not known', { quarantined: undefined }, 'unknown: quarantined'],
  ['whether there was a complaint is not known', { spamComplaint: undefined }, 'unknown: spam-complaint'],
  ['the double opt-in is not known', { doubleOptInPending: undefined }, 'unknown: double-opt-in-pending'],
  ['the marketing status is not known', { marketingContact: undefined }, 'unknown: marketing-status'],
  ['several things are not known: each is named once', { types: [newsletter, { ...newsletter, id: '3', consentIsOutdated: undefined } as never], bounced: undefined, noSuchAddress: undefined, marketingContact: undefined }, 'unknown: no-such-address, bounced, marketing-status, consent-age'],
  ['what is not known of a type that is opted out matters to nobody', { types: [newsletter, { ...optedOut, id: '3', optedOutOfEverything: undefined } as never], quarantined: undefined }, 'unknown: quarantined'],
  ['an address that does not exist', { noSuchAddress: true }, 'will not send: no-such-address'],
  ['whether the address exists is not known', { noSuchAddress: undefined }, 'unknown: no-such-address'],
  ['an address that is invalid and bounced for another reason', { noSuchAddress: true, bounced: true }, 'will not send: no-such-address, bounced'],
  ['an ineligible address', { ineligible: true }, 'will not send: ineligible'],
  ['whether the address is ineligible is not known', { ineligible: undefined }, 'unknown: ineligible'],
  ['unengaged', { unengaged: true }, 'will send: 1; may be left out: unengaged'],
  ['the limit of emails is reached', { sendLimitReached: true }, 'will send: 1; may be left out: send-limit'],
  ['unengaged, and the limit is reached', { unengaged: true, sendLimitReached: true }, 'will send: 1; may be left out: unengaged, send-limit'],
  ['unengaged, and the consent is too old', { unengaged: true, types: [old] }, 'will send: 1, too late: 1; may be left out: unengaged'],
  ['unengaged, against an objection', { unengaged: true, types: [{ ...newsletter, objection: 'stands' }, { ...newsletter, id: '3' }] }, 'alarm: 1; unclear: ; sent: 3; may be left out: unengaged'],
  ['unengaged and ineligible: what blocks is said alone', { unengaged: true, ineligible: true }, 'will not send: ineligible'],
  ['unengaged, and whether the address bounced is not known', { unengaged: true, bounced: undefined }, 'unknown: bounced'],
  ['whether the contact is unengaged is not known', { unengaged: undefined }, 'unknown: unengaged'],
  ['whether the limit of emails is reached is not known', { sendLimitReached: undefined }, 'unknown: send-limit'],
];

// prettier-ignore
const ofType: readonly [string, Different, string][] = [
  ['all well', {}, 'sent: on | on | on'],
  ['opted out', { types: [optedOut] }, 'not-sent: off opted-out | on | on'],
  ['not specified, settings on', { types: [unspecified] }, 'not-sent: off not-specified | on | on'],
  ['not specified, settings off', { privacySettings: 'off', types: [unspecified] }, 'sent: on | on | on'],
  ['opted out of everything, though opted in', everything, 'not-sent: off opted-out-of-everything | on | on'],
  ['opted out of the brand', { types: [{ ...optedOut, optedOutOfEverything: 'brand' }] }, 'not-sent: off opted-out-of-brand + opted-out | on | on'],
  ['inactive', { types: [{ ...newsletter, isActive: false }] }, 'not-sent: off inactive-type | on | on'],
  ['consent too old', { types: [old] }, 'sent-too-late: off consent-outdated | on | on'],
  ['consent too old, opted out since', { types: [{ ...old, state: 'opted-out' }] }, 'not-sent: off opted-out | on | on'],
  ['consent too old, nothing recorded', { privacySettings: 'off', types: [{ ...old, state: 'not-specified' }] }, 'sent: on | on | on'],
  ['consent too old, on an inactive type', { types: [{ ...old, isActive: false }] }, 'not-sent: off inactive-type + consent-outdated | on | on'],
  ['consent too old, bounce not known', { types: [old], bounced: undefined }, 'not-known: off consent-outdated | unknown bounced | on'],
  ['the age of the consent is not known', { types: [{ ...newsletter, consentIsOutdated: undefined } as never] }, 'not-known: unknown consent-age | on | on'],
  ['the age of a consent that is not there is not known', { types: [{ ...optedOut, consentIsOutdated: undefined } as never] }, 'not-sent: off opted-out | on | on'],
  ['the age of an unrecorded consent is not needed', { privacySettings: 'off', types: [{ ...unspecified, consentIsOutdated: undefined } as never] }, 'sent: on | on | on'],
  ['no address', { hasAddress: false }, 'not-sent: on | off no-address | on'],
  ['bounced', { bounced: true }, 'not-sent: on | off bounced | on'],
  ['bounced, the rest not known', { bounced: true, quarantined: undefined, spamComplaint: undefined }, 'not-sent: on | off bounced | on'],
  ['bounce not known', { bounced: undefined }, 'not-known: on | unknown bounced | on'],
  ['unengaged', { unengaged: true }, 'sent: on | may-leave-out unengaged | on'],
  ['unengaged, against an objection', { unengaged: true, types: [{ ...newsletter, objection: 'stands' }] }, 'sent-against-objection: against-objection | may-leave-out unengaged | on'],
  ['unengaged, opted out', { unengaged: true, types: [optedOut] }, 'not-sent: off opted-out | may-leave-out unengaged | on'],
  ['an internal type leaves nobody out', { unengaged: true, sendLimitReached: true, types: [oneToOne] }, 'sent: on | on | on'],
  ['an internal type, to an ineligible address', { ineligible: true, types: [oneToOne] }, 'not-known: on | unknown one-to-one-after-obstacle | on'],
  ['not a marketing contact', { marketingContact: false }, 'not-sent: on | on | off not-a-marketing-contact'],
  ['marketing status not known', { marketingContact: undefined }, 'not-known: on | on | unknown marketing-status'],
  ['marketing contacts not offered', { marketingContact: 'not-offered' }, 'sent: on | on | on'],
  ['three lights off', { types: [optedOut], bounced: true, marketingContact: false }, 'not-sent: off opted-out | off bounced | off not-a-marketing-contact'],
  ['an internal type needs no marketing status', { types: [{ ...oneToOne, state: 'opted-in' }], marketingContact: false, doubleOptInPending: true }, 'sent: on | on | on'],
  ['an internal type with nothing recorded, settings on: the setting is about marketing mail', { types: [oneToOne] }, 'sent: on | on | on'],
  ['an internal type after an opt-out of everything, taken as refused', { types: [{ ...oneToOne, optedOutOfEverything: 'portal' }] }, 'not-sent: off opted-out-of-everything | on | on'],
  ['S10: an internal type after an opt-out of everything, taken as sent', { types: [{ ...oneToOne, optedOutOfEverything: 'brand' }], oneToOneAfterGlobalOptOut: 'sent' }, 'not-known: unknown documents-disagree | on | on'],
  ['taken as sent, but inactive', { types: [{ ...oneToOne, isActive: false, optedOutOfEverything: 'portal' }], oneToOneAfterGlobalOptOut: 'sent' }, 'not-sent: off inactive-type | on | on'],
  ['a marketing type is never taken as sent', { types: [{ ...newsletter, optedOutOfEverything: 'portal' }], oneToOneAfterGlobalOptOut: 'sent' }, 'not-sent: off opted-out-of-everything | on | on'],
  ['the opt-out of everything is not known', { types: [{ ...newsletter, optedOutOfEverything: undefined } as never] }, 'not-known: unknown opt-out-of-everything | on | on'],
  ['nothing of the consent is known', { types: [{ ...newsletter, state: undefined, optedOutOfEverything: undefined } as never] }, 'not-known: unknown state + opt-out-of-everything | on | on'],
  ['the opt-out of everything is not known, of the type it is', { types: [{ ...optedOut, optedOutOfEverything: undefined } as never] }, 'not-sent: off opted-out | on | on'],
  ['the state is not known', { types: [{ ...newsletter, state: undefined } as never] }, 'not-known: unknown state | on | on'],
  ['an internal type that is opted out', { types: [{ ...oneToOne, state: 'opted-out' }] }, 'not-sent: off opted-out | on | on'],
];

// prettier-ignore
const toOnePerson: readonly [string, Different, string][] = [
  ['nothing recorded of the one-to-one type', { types: [newsletter, oneToOne] }, 'sent: on | on | on'],
  ['all well', {}, 'sent: on | on | on'],
  ['marketing status, double opt-in and subscriptions have no say', { types: [optedOut], marketingContact: false, doubleOptInPending: true }, 'sent: on | on | on'],
  ['no address', { hasAddress: false }, 'not-sent: on | off no-address | on'],
  ['bounced: HubSpot does not say what becomes of it', { bounced: true }, 'not-known: on | unknown one-to-one-after-obstacle | on'],
  ['an address that does not exist, likewise', { noSuchAddress: true }, 'not-known: on | unknown one-to-one-after-obstacle | on'],
  ['ineligible, likewise', { ineligible: true }, 'not-known: on | unknown one-to-one-after-obstacle | on'],
  ['unengaged, complained of spam and at the limit of emails: they are about marketing mail', { unengaged: true, sendLimitReached: true, spamComplaint: true }, 'sent: on | on | on'],
  ['quarantined, likewise', { quarantined: true }, 'not-known: on | unknown one-to-one-after-obstacle | on'],
  ['quarantined, the rest not known', { quarantined: true, bounced: undefined }, 'not-known: on | unknown one-to-one-after-obstacle | on'],
  ['bounce not known', { bounced: undefined }, 'not-known: on | unknown bounced | on'],
  ['the one-to-one type is not known', { oneToOne: {} }, 'not-known: unknown state | on | on'],
  ['opted out of the one-to-one type', { types: [newsletter, { ...oneToOne, state: 'opted-out' }] }, 'not-sent: off opted-out | on | on'],
  ['S10: opted out of everything, taken as refused', everything, 'not-sent: off opted-out-of-everything | on | on'],
  ['S10: opted out of everything, taken as sent', { ...everything, oneToOneAfterGlobalOptOut: 'sent' }, 'not-known: unknown documents-disagree | on | on'],
  ['S10: opted out of a brand, taken as refused', { optedOutOfEverything: 'brand' }, 'not-sent: off opted-out-of-brand | on | on'],
  ['S10: taken as sent, but opted out of the one-to-one type', { optedOutOfEverything: 'portal', oneToOneAfterGlobalOptOut: 'sent', types: [{ ...oneToOne, state: 'opted-out' }] }, 'not-sent: off opted-out | on | on'],
  ['the opt-out of everything is not known', { optedOutOfEverything: undefined }, 'not-known: unknown opt-out-of-everything | on | on'],
];

describe('will a marketing e-mail be sent?', () => {
  it.each(sentences)('%s', (_what, different, expected) => {
    expect(overall(different)).toBe(expected);
  });
});

describe('consent | deliverability | billing of one type', () => {
  it.each(ofType)('%s', (_what, different, expected) => {
    const [first] = verdictsOf(different).types;
    expect(first?.typeId).toBe((different.types ?? fine.types)[0]?.id);
    expect(shown(first!)).toBe(expected);
  });
});

describe('one-to-one mail', () => {
  it.each(toOnePerson)('%s', (_what, different, expected) => {
    expect(shown(verdictsOf(different).oneToOne)).toBe(expected);
  });

  it('S10: says that HubSpot’s documents disagree, when they were compared, and what the organisation makes of it', () => {
    expect(verdictsOf(everything).oneToOne.documentsDisagree).toEqual({
      checkedOn: '2026-11-23',
      treatedAs: 'refused',
    });
    expect(
      verdictsOf({ ...everything, oneToOneAfterGlobalOptOut: 'sent' }).oneToOne.documentsDisagree,
    ).toEqual({ checkedOn: '2026-11-23', treatedAs: 'sent' });
    expect(verdictsOf({ optedOutOfEverything: 'brand' }).oneToOne).toHaveProperty(
      'documentsDisagree.treatedAs',
      'refused',
    );
    expect(verdictsOf({}).oneToOne).not.toHaveProperty('documentsDisagree');
    expect(verdictsOf({ optedOutOfEverything: undefined }).oneToOne).not.toHaveProperty(
      'documentsDisagree',
    );
  });
});

describe('the signal of deliverability for all marketing email', () => {
  it.each([
    ['nothing in the way', {}, 'on'],
    ['something in the way', { ineligible: true }, 'off'],
    ['may be left out', { unengaged: true }, 'may-leave-out'],
    ['not known', { quarantined: undefined }, 'unknown'],
    [
      'may be left out of what is not sent for another reason',
      { unengaged: true, ...everything },
      'may-leave-out',
    ],
  ] as const)('%s', (_what, different, expected) => {
    expect(verdictsOf(different).signals.deliverability).toBe(expected);
  });
});

describe('whom HubSpot counts among the unengaged', () => {
  it.each([
    [0, false, false],
    [10, false, false],
    [11, false, true],
    [11, undefined, true],
    [10, undefined, false],
    [11, true, false],
    [15, true, false],
    [16, true, true],
    [17, false, true],
  ])('%i marketing emails without an open or click, one before: %j', (sends, before, expected) => {
    expect(isUnengaged(sends, before)).toBe(expected);
  });
});

describe('a verdict that is not known', () => {
  const yesNo = fc.constantFrom(true, false, undefined);
  const facts = fc.record({
    noSuchAddress: yesNo,
    bounced: yesNo,
    quarantined: yesNo,
    ineligible: yesNo,
    spamComplaint: yesNo,
    doubleOptInPending: yesNo,
    unengaged: yesNo,
    sendLimitReached: yesNo,
    marketingContact: yesNo,
    privacySettings: fc.constantFrom('on', 'off', 'on-not-enforced'),
    optedOutOfEverything: fc.constantFrom('no', 'portal', 'brand', undefined),
    types: fc.array(
      fc.record({
        id: fc.constantFrom('1', '2'),
        isActive: fc.boolean(),
        isInternal: fc.boolean(),
        state: fc.constantFrom('opted-in', 'opted-out', 'not-specified', undefined),
        objection: fc.constantFrom('stands', 'perhaps', 'none', undefined),
        consentIsOutdated: yesNo,
        optedOutOfEverything: fc.constantFrom('no', 'portal', 'brand', undefined),
      }),
      { maxLength: 3 },
    ),
  });

  it('names what is not known', () => {
    fc.assert(
      fc.property(facts, (different) => {
        const { overall: found } = verdictsOf(different as Different);
        if (found.kind === 'unknown') expect(found.what).not.toEqual([]);
      }),
      { numRuns: 3_000, seed: 13 },
    );
  });
});
