import type { OPT_OUT_SWITCHES } from '../../../sandbox/emulator/hubspot/assumptions/opt-outs.ts';
import { NEWSLETTER, SEMINARS } from '../../../sandbox/emulator/hubspot/portals.ts';
import type { Assumptions } from '../../../sandbox/emulator/hubspot/assumptions.ts';
import { ANN, EMAIL, lab, PORTAL, type Row } from './row.ts';

/** In to the newsletter, then out of everything: what is read of both, and what is left once that is lifted. */
function afterOptOutOfEverything(assumptions: Assumptions): unknown[] {
  const { play, stateOf, wide } = lab({ ...assumptions, ownReturnLiftsOptOutOfEverything: true });
  play({ act: 'colleague', userId: 47, typeId: NEWSLETTER, to: 'SUBSCRIBED' });
  play({ act: 'contact-link-everything' });
  const then = [wide(), stateOf(NEWSLETTER), stateOf(SEMINARS)];
  play({ act: 'contact-preferences', typeId: SEMINARS, to: 'SUBSCRIBED' });
  return [...then, 'lifted', wide(), stateOf(NEWSLETTER), stateOf(SEMINARS)];
}

/** What an opt-in answers and leaves behind where everything is opted out. */
function underOptOutOfEverything(
  assumptions: Assumptions,
  optIn: (of: ReturnType<typeof lab>) => unknown,
): unknown[] {
  const of = lab(assumptions);
  of.play({ act: 'contact-link-everything' });
  return [optIn(of), of.wide(), of.stateOf(NEWSLETTER)];
}

const IN_UNDER_OUT = ['UNSUBSCRIBED', 'SUBSCRIBED'];
const LIFTED = ['NOT_SPECIFIED', 'SUBSCRIBED'];
const NOTHING_DONE = ['UNSUBSCRIBED', 'NOT_SPECIFIED'];

export const OPT_OUT_ROWS = {
  typesUnderOptOutOfEverything: {
    see: afterOptOutOfEverything,
    today: [
      ...['UNSUBSCRIBED', 'SUBSCRIBED', 'NOT_SPECIFIED', 'lifted'],
      ...['NOT_SPECIFIED', 'SUBSCRIBED', 'SUBSCRIBED'],
    ],
    others: [
      [
        ...['UNSUBSCRIBED', 'UNSUBSCRIBED', 'UNSUBSCRIBED', 'lifted'],
        ...['NOT_SPECIFIED', 'SUBSCRIBED', 'SUBSCRIBED'],
      ],
      [
        ...['UNSUBSCRIBED', 'UNSUBSCRIBED', 'UNSUBSCRIBED', 'lifted'],
        ...['NOT_SPECIFIED', 'UNSUBSCRIBED', 'SUBSCRIBED'],
      ],
    ],
  },
  datedOptInUnderOptOutOfEverything: {
    see: (assumptions) =>
      underOptOutOfEverything(assumptions, ({ dated }) => {
        const { status, body } = dated('SUBSCRIBED');
        const results = body['results'] as readonly Readonly<Record<string, unknown>>[] | undefined;
        return [status, results?.[0]?.['setStatusSuccessReason']];
      }),
    today: [[200, 'RESUBSCRIBE_OCCURRED'], ...IN_UNDER_OUT],
    others: [
      [[200, 'RESUBSCRIBE_OCCURRED'], ...LIFTED],
      [[400, undefined], ...NOTHING_DONE],
    ],
  },
  v3SubscribeUnderOptOutOfEverything: {
    see: (assumptions) => underOptOutOfEverything(assumptions, ({ v3 }) => v3('subscribe').status),
    today: [400, ...NOTHING_DONE],
    others: [
      [200, ...IN_UNDER_OUT],
      [200, ...LIFTED],
    ],
  },
  v3UnsubscribeUnderOptOutOfEverything: {
    see: (assumptions) =>
      underOptOutOfEverything(assumptions, ({ v3 }) => v3('unsubscribe').status),
    today: [200, 'UNSUBSCRIBED', 'UNSUBSCRIBED'],
    others: [[400, ...NOTHING_DONE]],
  },
  ownReturnLiftsOptOutOfEverything: {
    see: (assumptions) =>
      underOptOutOfEverything(assumptions, ({ play }) => {
        play({ act: 'contact-preferences', typeId: NEWSLETTER, to: 'SUBSCRIBED' });
      }),
    today: [undefined, ...IN_UNDER_OUT],
    others: [[undefined, ...LIFTED]],
  },
  staffOptInLiftsOptOutOfEverything: {
    see: (assumptions) =>
      (['colleague', 'workflow', 'import'] as const).map((act) =>
        underOptOutOfEverything(assumptions, ({ play }) => {
          play({ act, userId: 47, name: 'Clean-up', typeId: NEWSLETTER, to: 'SUBSCRIBED' });
        }),
      ),
    today: Array(3).fill([undefined, ...IN_UNDER_OUT]),
    others: [Array(3).fill([undefined, ...LIFTED])],
  },
  repeatedOptOutOfEverything: {
    see: (assumptions) => {
      const { hubspot, optOutOfEverything } = lab(assumptions);
      const times = [1, 2].map(() => {
        optOutOfEverything();
        return hubspot.contact(PORTAL, ANN)?.address?.everything?.at;
      });
      return times[0] === times[1];
    },
    today: true,
    others: [false],
  },
  basisOfRepeatedStatus: {
    see: (assumptions) => {
      const { dated, statusOf } = lab(assumptions);
      dated('SUBSCRIBED', { legalBasis: 'CONSENT_WITH_NOTICE', legalBasisExplanation: 'Call 1' });
      const again = { legalBasis: 'PERFORMANCE_OF_CONTRACT', legalBasisExplanation: 'Call 2' };
      const answer = dated('SUBSCRIBED', again).body['results'];
      const { status, legalBasis, legalBasisExplanation } = statusOf(NEWSLETTER) ?? {};
      const [{ setStatusSuccessReason }] = answer as [Readonly<Record<string, unknown>>];
      return [setStatusSuccessReason, status, legalBasis, legalBasisExplanation];
    },
    today: ['NO_STATUS_CHANGE', 'SUBSCRIBED', 'CONSENT_WITH_NOTICE', 'Call 1'],
    others: [['NO_STATUS_CHANGE', 'SUBSCRIBED', 'PERFORMANCE_OF_CONTRACT', 'Call 2']],
  },
  notOptedOutOfEverythingReads: {
    see: (assumptions) => {
      const { wide, optOutOfEverything } = lab({
        ...assumptions,
        ownReturnLiftsOptOutOfEverything: true,
      });
      const before = wide();
      optOutOfEverything();
      return [before, wide()];
    },
    today: ['NOT_SPECIFIED', 'UNSUBSCRIBED'],
    others: [
      ['nothing', 'UNSUBSCRIBED'],
      ['SUBSCRIBED', 'UNSUBSCRIBED'],
    ],
  },
  privacyDeleteErasesStatuses: {
    see: (assumptions) => {
      const { play, ask, stateOf, wide, hubspot } = lab(assumptions);
      play({ act: 'contact-link', typeId: NEWSLETTER });
      play({ act: 'contact-link-everything' });
      play({ act: 'privacy-delete' });
      const made = ask('POST', '/crm/objects/2026-09/contacts', { properties: { email: EMAIL } });
      const back = hubspot.contact(PORTAL, String(made.body['id']))?.properties;
      return [stateOf(NEWSLETTER), wide(), back?.['hs_email_optout'] ?? ''];
    },
    today: ['NOT_SPECIFIED', 'NOT_SPECIFIED', ''],
    others: [['UNSUBSCRIBED', 'UNSUBSCRIBED', 'true']],
  },
} as const satisfies Record<keyof typeof OPT_OUT_SWITCHES, Row>;
