import { describe, expect, it } from 'vitest';
import {
  verdicts,
  type ConsentSignal,
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
  hardBounced: false,
  quarantined: false,
  spamComplaint: false,
  doubleOptInPending: false,
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
      return `will send: ${found.typeIds.join(', ')}${found.outdated.length > 0 ? `, too late: ${found.outdated.join(', ')}` : ''}`;
    case 'against-objection': {
      const { typeIds, unclear, sent } = found;
      const known = typeIds.filter((typeId) => !unclear.includes(typeId));
      return `alarm: ${known.join(', ')}; unclear: ${unclear.join(', ')}; sent: ${sent.join(', ')}`;
    }
    case 'will-not-send':
      return `will not send: ${found.because.join(', ')}`;
    case 'unknown':
      return 'unknown';
  }
}

function shown({ consent, deliverability, billing, mail }: Signals & { mail: Mail }): string {
  return `${mail}: ${[consent, deliverability, billing].map(one).join(' | ')}`;
}

function one(signal: Signal<Obstacle> | ConsentSignal): string {
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
  ['no address, whatever else', { hasAddress: false, hardBounced: true, ...everything }, 'will not send: no-address'],
  ['opted out of everything', everything, 'will not send: opted-out-of-everything'],
  ['opted out of the brand of the one type', { optedOutOfEverything: 'brand', types: [{ ...newsletter, optedOutOfEverything: 'brand' }] }, 'will not send: no-type-opted-in'],
  ['a hard bounce', { hardBounced: true }, 'will not send: hard-bounced'],
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
  ['two reasons are both said', { hardBounced: true, marketingContact: false }, 'will not send: hard-bounced, not-a-marketing-contact'],
  ['every reason is said, once each', { ...everything, hardBounced: true, quarantined: true, spamComplaint: true, doubleOptInPending: true, marketingContact: false }, 'will not send: opted-out-of-everything, hard-bounced, quarantined, spam-complaint, double-opt-in-pending, not-a-marketing-contact'],
  ['a bounce, and nothing opted in', { hardBounced: true, types: [optedOut] }, 'will not send: hard-bounced, no-type-opted-in'],
  ['consent older than the organisation’s limit', { types: [old] }, 'will send: 1, too late: 1'],
  ['one consent too old, one not', { types: [old, { ...newsletter, id: '3' }] }, 'will send: 1, 3, too late: 1'],
  ['consent too old, on an inactive type', { types: [{ ...old, isActive: false }] }, 'will not send: no-type-opted-in'],
  ['consent too old, and a bounce', { types: [old], hardBounced: true }, 'will not send: hard-bounced'],
  ['the opt-out of everything is not known', { optedOutOfEverything: undefined, types: [{ ...newsletter, optedOutOfEverything: undefined } as never] }, 'unknown'],
  ['the state is not known', { types: [{ ...newsletter, state: undefined } as never] }, 'unknown'],
  ['whether the address bounced is not known', { hardBounced: undefined }, 'unknown'],
  ['whether the address is quarantined is not known', { quarantined: undefined }, 'unknown'],
  ['whether there was a complaint is not known', { spamComplaint: undefined }, 'unknown'],
  ['the double opt-in is not known', { doubleOptInPending: undefined }, 'unknown'],
  ['the marketing status is not known', { marketingContact: undefined }, 'unknown'],
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
  ['consent too old, bounce not known', { types: [old], hardBounced: undefined }, 'not-known: off consent-outdated | unknown not-read | on'],
  ['the age of the consent is not known', { types: [{ ...newsletter, consentIsOutdated: undefined } as never] }, 'not-known: unknown not-read | on | on'],
  ['the age of a consent that is not there is not known', { types: [{ ...optedOut, consentIsOutdated: undefined } as never] }, 'not-sent: off opted-out | on | on'],
  ['the age of an unrecorded consent is not needed', { privacySettings: 'off', types: [{ ...unspecified, consentIsOutdated: undefined } as never] }, 'sent: on | on | on'],
  ['no address', { hasAddress: false }, 'not-sent: on | off no-address | on'],
  ['bounced', { hardBounced: true }, 'not-sent: on | off hard-bounced | on'],
  ['bounced, the rest not known', { hardBounced: true, quarantined: undefined, spamComplaint: undefined }, 'not-sent: on | off hard-bounced | on'],
  ['bounce not known', { hardBounced: undefined }, 'not-known: on | unknown not-read | on'],
  ['not a marketing contact', { marketingContact: false }, 'not-sent: on | on | off not-a-marketing-contact'],
  ['marketing status not known', { marketingContact: undefined }, 'not-known: on | on | unknown not-read'],
  ['marketing contacts not offered', { marketingContact: 'not-offered' }, 'sent: on | on | on'],
  ['three lights off', { types: [optedOut], hardBounced: true, marketingContact: false }, 'not-sent: off opted-out | off hard-bounced | off not-a-marketing-contact'],
  ['an internal type needs no marketing status', { types: [{ ...oneToOne, state: 'opted-in' }], marketingContact: false, doubleOptInPending: true }, 'sent: on | on | on'],
  ['an internal type with nothing recorded, settings on: the setting is about marketing mail', { types: [oneToOne] }, 'sent: on | on | on'],
  ['an internal type after an opt-out of everything, taken as refused', { types: [{ ...oneToOne, optedOutOfEverything: 'portal' }] }, 'not-sent: off opted-out-of-everything | on | on'],
  ['S10: an internal type after an opt-out of everything, taken as sent', { types: [{ ...oneToOne, optedOutOfEverything: 'brand' }], oneToOneAfterGlobalOptOut: 'sent' }, 'not-known: unknown documents-disagree | on | on'],
  ['taken as sent, but inactive', { types: [{ ...oneToOne, isActive: false, optedOutOfEverything: 'portal' }], oneToOneAfterGlobalOptOut: 'sent' }, 'not-sent: off inactive-type | on | on'],
  ['a marketing type is never taken as sent', { types: [{ ...newsletter, optedOutOfEverything: 'portal' }], oneToOneAfterGlobalOptOut: 'sent' }, 'not-sent: off opted-out-of-everything | on | on'],
  ['the opt-out of everything is not known', { types: [{ ...newsletter, optedOutOfEverything: undefined } as never] }, 'not-known: unknown not-read | on | on'],
  ['the opt-out of everything is not known, of the type it is', { types: [{ ...optedOut, optedOutOfEverything: undefined } as never] }, 'not-sent: off opted-out | on | on'],
  ['the state is not known', { types: [{ ...newsletter, state: undefined } as never] }, 'not-known: unknown not-read | on | on'],
  ['an internal type that is opted out', { types: [{ ...oneToOne, state: 'opted-out' }] }, 'not-sent: off opted-out | on | on'],
];

// prettier-ignore
const toOnePerson: readonly [string, Different, string][] = [
  ['nothing recorded of the one-to-one type', { types: [newsletter, oneToOne] }, 'sent: on | on | on'],
  ['all well', {}, 'sent: on | on | on'],
  ['marketing status, double opt-in and subscriptions have no say', { types: [optedOut], marketingContact: false, doubleOptInPending: true }, 'sent: on | on | on'],
  ['no address', { hasAddress: false }, 'not-sent: on | off no-address | on'],
  ['bounced: HubSpot does not say what becomes of it', { hardBounced: true }, 'not-known: on | unknown not-read | on'],
  ['quarantined, likewise', { quarantined: true }, 'not-known: on | unknown not-read | on'],
  ['bounce not known', { hardBounced: undefined }, 'not-known: on | unknown not-read | on'],
  ['opted out of the one-to-one type', { types: [newsletter, { ...oneToOne, state: 'opted-out' }] }, 'not-sent: off opted-out | on | on'],
  ['S10: opted out of everything, taken as refused', everything, 'not-sent: off opted-out-of-everything | on | on'],
  ['S10: opted out of everything, taken as sent', { ...everything, oneToOneAfterGlobalOptOut: 'sent' }, 'not-known: unknown documents-disagree | on | on'],
  ['S10: opted out of a brand, taken as refused', { optedOutOfEverything: 'brand' }, 'not-sent: off opted-out-of-brand | on | on'],
  ['S10: taken as sent, but opted out of the one-to-one type', { optedOutOfEverything: 'portal', oneToOneAfterGlobalOptOut: 'sent', types: [{ ...oneToOne, state: 'opted-out' }] }, 'not-sent: off opted-out | on | on'],
  ['the opt-out of everything is not known', { optedOutOfEverything: undefined }, 'not-known: unknown not-read | on | on'],
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
