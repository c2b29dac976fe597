import type { Rule } from './rule.ts';
import { ASK_FOR_APPROVAL } from './subscription-rules.ts';

const BILLING = 'https://knowledge.hubspot.com/account/understand-marketing-contacts-billing';
const NOT_BY_API =
  'https://knowledge.hubspot.com/integrations/manage-marketing-contacts-settings-for-your-integrations';
const UPDATE_DATE = 'https://knowledge.hubspot.com/ja/contacts/set-contacts-as-non-marketing';

/** The rules on marketing-contact status, which no API writes: a workflow of the portal applies it. */
export const MARKETING_RULES: readonly Rule[] = [
  {
    id: 'marketing-not-in-plan',
    effect: 'deny',
    authority: 'hubspot',
    applies: { to: ['to-marketing', 'to-non-marketing'] },
    when: { fact: 'marketingIsOffered', is: false },
    remedies: ['ask-admin-about-plan'],
    checkedOn: '2026-11-23',
    source: `Marketing contacts come with Marketing Hub Starter and up: ${BILLING}`,
  },
  {
    id: 'no-marketing-workflow',
    effect: 'deny',
    authority: 'hubspot',
    applies: { to: ['to-marketing', 'to-non-marketing'] },
    when: { fact: 'marketingWorkflow', is: 'none' },
    remedies: ['ask-admin-for-workflow', 'change-in-hubspot'],
    checkedOn: '2026-11-23',
    source: `The status can't be written through the API: ${NOT_BY_API}`,
  },
  {
    id: 'marketing-without-consent',
    effect: 'deny',
    authority: 'organisation',
    applies: { to: ['to-marketing'] },
    when: { fact: 'mayBeMailed', is: false },
    remedies: ['opt-in-first', ASK_FOR_APPROVAL],
    checkedOn: '2026-11-23',
    source: `A marketing contact is paid for whether or not it may be mailed: ${BILLING}`,
  },
  {
    id: 'marketing-wants-a-yes',
    effect: 'require',
    authority: 'organisation',
    applies: { to: ['to-marketing'] },
    requires: ['explicit-yes'],
    checkedOn: '2026-11-24',
    source: `A marketing contact counts at once, and stays one until the next update date: ${BILLING}`,
  },
  {
    id: 'tier-would-be-exceeded',
    effect: 'require',
    authority: 'hubspot',
    applies: { to: ['to-marketing'] },
    when: { fact: 'tier', is: 'would-be-exceeded' },
    requires: ['explicit-yes'],
    checkedOn: '2026-11-23',
    source: `Exceeding the tier upgrades the subscription: ${BILLING}; the limit is the organisation's choice "tierLimit" in src/app/organisation.json`,
  },
  {
    id: 'marketing-counts-at-once',
    effect: 'note',
    authority: 'hubspot',
    applies: { to: ['to-marketing'] },
    checkedOn: '2026-11-23',
    source: BILLING,
  },
  {
    id: 'marketing-ends-later',
    effect: 'note',
    authority: 'hubspot',
    applies: { to: ['to-non-marketing'] },
    checkedOn: '2026-11-23',
    source: UPDATE_DATE,
  },
  {
    id: 'already-leaving',
    effect: 'done',
    authority: 'hubspot',
    applies: { to: ['to-non-marketing'] },
    when: {
      all: [
        { fact: 'alreadySo', is: true },
        { fact: 'marketingStatus', is: 'leaving' },
      ],
    },
    checkedOn: '2026-11-23',
    source: UPDATE_DATE,
  },
  {
    id: 'staff-may-change-marketing',
    effect: 'allow',
    authority: 'organisation',
    applies: { to: ['to-marketing', 'to-non-marketing'] },
    when: { fact: 'marketingIsOffered', is: true },
    checkedOn: '2026-11-23',
    source: NOT_BY_API,
  },
];
