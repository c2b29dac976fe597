import { CHANGES } from './change.ts';
import type { NamedConditions } from './condition.ts';
import type { Rule, Step } from './rule.ts';
import { API_FILES, CHOICE } from './sources.ts';

/** On rules that are the organisation's own and that a person of its choice can answer for; never where the contact alone may decide, nor on HubSpot's limits. */
export const ASK_FOR_APPROVAL: Step = {
  remedy: 'ask-for-approval',
  when: { condition: 'approver-may-be-asked' },
};

const SUBSCRIPTION_TYPES =
  'https://knowledge.hubspot.com/marketing-email/set-up-email-subscription-types';
const RESUBSCRIBING =
  'https://knowledge.hubspot.com/marketing-email/resubscribe-contacts-to-your-marketing-emails';
const V3_GUIDE =
  'https://developers.hubspot.com/docs/api-reference/legacy/communication-preferences/v3/guide';
const REMOVING = 'https://knowledge.hubspot.com/contacts/remove-an-opt-out-of-email-status';
const CONFIRMATION =
  'https://knowledge.hubspot.com/marketing-email/what-is-the-marketing-email-confirmation-status-contact-property';

const ADDRESSES = `Statuses are read and set by e-mail address: ${API_FILES} (communication preferences 2026-09)`;
const DEFINITION = (field: string) =>
  `"${field}" of the subscription definition: ${API_FILES} (communication preferences 2026-09)`;
const SEND_RESULTS = (results: string) =>
  `Send results ${results}: ${API_FILES} (transactional single send 2026-09)`;

/**
 * What no undo brings back against the contact: with privacy settings off HubSpot mails "not specified" as well.
 * Opting out stays possible, and says more.
 */
const UP_TO_THE_CONTACT = ['opted-in', 'not-specified'] as const;

export const SUBSCRIPTION_CONDITIONS: NamedConditions = {
  'contact-wants-out': {
    any: [
      { fact: 'lastOptOutBy', is: 'contact' },
      { fact: 'lastOptOutBy', is: 'someone-unknown' },
    ],
  },
  /** An undo carries no proof, so the organisation's choice is about opt-ins alone. */
  'no-proof-helps': {
    any: [
      { fact: 'change', is: 'undo' },
      { fact: 'selfOptOuts', is: 'never' },
    ],
  },
  /** Somebody is named who may know better or may do more. A change that is taken back is not asked for. */
  'approver-may-be-asked': {
    all: [{ fact: 'approver', is: 'named' }, { not: { fact: 'change', is: 'undo' } }],
  },
  /** Nobody may answer for the contact; for an opt-out of everything by others somebody of the organisation may. */
  'everything-not-by-contact': {
    all: [
      { not: { fact: 'change', is: 'undo' } },
      { not: { fact: 'everythingOptedOutBy', is: 'contact' } },
    ],
  },
  'approver-may-be-asked-about-everything': {
    all: [{ condition: 'approver-may-be-asked' }, { condition: 'everything-not-by-contact' }],
  },
  /** What an import or another system set comes back unless it is corrected there. */
  'carried-by-import-or-app': {
    any: [
      { fact: 'optedOutThrough', is: 'import' },
      { fact: 'optedOutThrough', is: 'integration' },
    ],
  },
  'others-opted-out': {
    any: [
      { fact: 'lastOptOutBy', is: 'staff' },
      { fact: 'lastOptOutBy', is: 'workflow' },
      { fact: 'lastOptOutBy', is: 'import' },
      { fact: 'lastOptOutBy', is: 'integration' },
      { fact: 'lastOptOutBy', is: 'this-card' },
      { fact: 'lastOptOutBy', is: 'hubspot' },
    ],
  },
};

const CORRECT_THE_SOURCE: Step = {
  remedy: 'correct-the-source',
  when: { condition: 'carried-by-import-or-app' },
};

/** HubSpot lets staff lift an opt-out of everything in its own panel; this product does not write over one. */
const EVERYTHING_REMEDIES: readonly Step[] = [
  'share-preference-link',
  { remedy: 'ask-for-approval', when: { condition: 'approver-may-be-asked-about-everything' } },
  { remedy: 'lift-in-hubspot', when: { condition: 'everything-not-by-contact' } },
  CORRECT_THE_SOURCE,
];

/** The rules on subscription types that every portal starts with. Data only: safe to print, to translate and to send. */
export const SUBSCRIPTION_RULES: readonly Rule[] = [
  {
    id: 'contact-not-found',
    effect: 'deny',
    authority: 'hubspot',
    applies: { to: CHANGES },
    when: { fact: 'contactFound', is: false },
    remedies: ['check-the-contact'],
    checkedOn: '2026-11-23',
    source: `Deleted and erased contacts both answer 404: ${API_FILES} (contacts)`,
  },
  {
    id: 'no-address',
    effect: 'deny',
    authority: 'hubspot',
    applies: { to: ['opt-in', 'opt-out', 'opt-out-of-everything', 'undo'] },
    when: { fact: 'hasAddress', is: false },
    remedies: ['add-address'],
    checkedOn: '2026-11-23',
    source: ADDRESSES,
  },
  {
    id: 'no-such-type',
    effect: 'deny',
    authority: 'hubspot',
    applies: { to: ['opt-in', 'opt-out', 'undo'] },
    when: { fact: 'typeExists', is: false },
    remedies: ['check-the-type'],
    checkedOn: '2026-11-23',
    source: DEFINITION('id'),
  },
  {
    id: 'inactive-type',
    effect: 'deny',
    authority: 'hubspot',
    applies: { to: ['opt-in', 'undo'], undoTo: ['opted-in'] },
    when: { fact: 'typeIsActive', is: false },
    remedies: ['ask-admin-to-activate-type'],
    checkedOn: '2026-11-23',
    source: DEFINITION('isActive'),
  },
  {
    id: 'internal-type',
    effect: 'deny',
    authority: 'hubspot',
    applies: { to: ['opt-in', 'undo'], undoTo: ['opted-in'] },
    when: { fact: 'typeIsInternal', is: true },
    remedies: ['change-in-hubspot'],
    checkedOn: '2026-11-23',
    source: `${DEFINITION('isInternal')}; whether HubSpot takes writes is not documented`,
  },
  {
    id: 'locked-type',
    effect: 'deny',
    authority: 'organisation',
    applies: { to: ['opt-in', 'undo'], undoTo: ['opted-in'] },
    when: { fact: 'typeIsLocked', is: true },
    remedies: ['ask-admin-for-permission', ASK_FOR_APPROVAL],
    checkedOn: '2026-11-24',
    source: CHOICE('lockedTypes'),
  },
  {
    id: 'other-business-unit',
    effect: 'deny',
    authority: 'organisation',
    applies: { to: ['opt-in', 'undo'], undoTo: ['opted-in'] },
    when: { fact: 'brandIsCovered', is: false },
    remedies: ['change-in-hubspot'],
    checkedOn: '2026-11-24',
    source: CHOICE('businessUnits'),
  },
  {
    id: 'opted-out-of-everything',
    effect: 'deny',
    authority: 'organisation',
    applies: { to: ['opt-in', 'undo'], undoTo: UP_TO_THE_CONTACT },
    when: { fact: 'optedOutOfEverything', is: 'portal' },
    remedies: EVERYTHING_REMEDIES,
    checkedOn: '2026-11-23',
    source: `HubSpot lets staff remove an opt-out of all email: ${REMOVING}; whether an opt-in of one type lifts it is not documented: ${API_FILES} (communication preferences 2026-09)`,
  },
  {
    id: 'opted-out-of-brand',
    effect: 'deny',
    authority: 'organisation',
    applies: { to: ['opt-in', 'undo'], undoTo: UP_TO_THE_CONTACT },
    when: { fact: 'optedOutOfEverything', is: 'brand' },
    remedies: EVERYTHING_REMEDIES,
    checkedOn: '2026-11-23',
    source: `HubSpot would let it pass; "BUSINESS_UNIT_WIDE" statuses: ${API_FILES} (communication preferences 2026-09)`,
  },
  {
    id: 'opted-out-by-contact',
    effect: 'deny',
    authority: 'organisation',
    applies: { to: ['opt-in', 'undo'], undoTo: UP_TO_THE_CONTACT },
    when: {
      all: [{ fact: 'lastOptOutBy', is: 'contact' }, { condition: 'no-proof-helps' }],
    },
    remedies: ['share-preference-link', ASK_FOR_APPROVAL],
    checkedOn: '2026-11-23',
    source: `${CHOICE('selfOptOuts')}; HubSpot would let it pass with a legal basis: ${RESUBSCRIBING}`,
  },
  {
    id: 'opted-out-by-someone-unknown',
    effect: 'deny',
    authority: 'organisation',
    applies: { to: ['opt-in', 'undo'], undoTo: UP_TO_THE_CONTACT },
    when: {
      all: [{ fact: 'lastOptOutBy', is: 'someone-unknown' }, { condition: 'no-proof-helps' }],
    },
    remedies: ['share-preference-link', ASK_FOR_APPROVAL, CORRECT_THE_SOURCE],
    checkedOn: '2026-11-23',
    source: `${CHOICE('selfOptOuts')}; an opt-out nobody signed counts as the contact's own; HubSpot would let it pass: ${RESUBSCRIBING}`,
  },
  {
    id: 'spam-complaint',
    effect: 'deny',
    authority: 'organisation',
    applies: { to: ['opt-in', 'undo'], undoTo: UP_TO_THE_CONTACT },
    when: { fact: 'spamComplaint', is: true },
    remedies: ['share-preference-link'],
    checkedOn: '2026-11-23',
    source: `HubSpot would let the opt-in pass and not send. ${SEND_RESULTS('PREVIOUS_SPAM and QUARANTINED_ADDRESS')}`,
  },
  {
    id: 'cooling-off',
    effect: 'deny',
    authority: 'organisation',
    applies: { to: ['opt-in', 'undo'], undoTo: ['opted-in'] },
    when: { fact: 'inCoolingOff', is: true },
    remedies: ['wait', 'share-preference-link', ASK_FOR_APPROVAL],
    checkedOn: '2026-11-24',
    source: CHOICE('coolingOffDays'),
  },
  {
    id: 'changed-elsewhere',
    effect: 'deny',
    authority: 'organisation',
    applies: { to: ['opt-in', 'to-marketing'] },
    when: { fact: 'changedSinceShown', is: true },
    remedies: ['look-again'],
    checkedOn: '2026-11-24',
    source:
      'This product: nobody opts a contact in on the strength of a state that no longer holds',
  },
  {
    id: 'team-may-not-change',
    effect: 'deny',
    authority: 'organisation',
    advisory: true,
    applies: { to: ['opt-in', 'to-marketing', 'undo'], undoTo: ['opted-in'] },
    when: { fact: 'teamMayChange', is: false },
    remedies: ['ask-admin-for-permission', ASK_FOR_APPROVAL],
    checkedOn: '2026-11-24',
    source: `${CHOICE('teams')}; HubSpot does not tell a function who is asking, the page claims it`,
  },
  {
    id: 'ledger-not-set-up',
    effect: 'deny',
    authority: 'organisation',
    applies: { to: ['opt-in', 'to-marketing', 'undo'], undoTo: ['opted-in'] },
    when: { fact: 'ledger', is: 'not-set-up' },
    remedies: ['ask-admin-to-set-up'],
    checkedOn: '2026-11-24',
    source: 'This product: an opt-in that can’t be recorded does not happen',
  },
  {
    id: 'ledger-not-whole',
    effect: 'deny',
    authority: 'organisation',
    applies: { to: ['opt-in', 'to-marketing', 'undo'], undoTo: ['opted-in'] },
    when: {
      any: [
        { fact: 'ledger', is: 'forked' },
        { fact: 'ledger', is: 'broken' },
      ],
    },
    remedies: ['ask-admin-to-check-record'],
    checkedOn: '2026-11-24',
    source: 'This product: nobody is opted in on a record that can’t be relied on',
  },
  {
    id: 'privacy-settings-want-proof',
    effect: 'require',
    authority: 'organisation',
    applies: { to: ['opt-in'] },
    when: { not: { fact: 'privacySettings', is: 'off' } },
    requires: ['legal-basis', 'explanation'],
    checkedOn: '2026-11-23',
    source: `${CHOICE('privacySettings')}; HubSpot documents both as required and does not always ask: ${V3_GUIDE}`,
  },
  {
    id: 'self-opt-out-wants-proof',
    effect: 'require',
    authority: 'organisation',
    applies: { to: ['opt-in'] },
    when: { condition: 'contact-wants-out' },
    requires: ['legal-basis', 'explanation', 'evidence'],
    write: 'resubscription',
    checkedOn: '2026-11-23',
    source: `${CHOICE('selfOptOuts')}; HubSpot wants a legal basis and an explanation: ${RESUBSCRIBING}`,
  },
  {
    id: 'resubscription-wants-proof',
    effect: 'require',
    authority: 'organisation',
    applies: { to: ['opt-in'] },
    when: { condition: 'others-opted-out' },
    requires: ['legal-basis', 'explanation', 'evidence'],
    write: 'resubscription',
    checkedOn: '2026-11-23',
    source: `HubSpot refuses an ordinary opt-in of an opted-out address: ${V3_GUIDE}`,
  },
  {
    id: 'no-such-address',
    effect: 'note',
    authority: 'hubspot',
    applies: { to: ['opt-in'] },
    when: { fact: 'noSuchAddress', is: true },
    checkedOn: '2026-11-29',
    source: SEND_RESULTS('PREVIOUSLY_BOUNCED and UNDELIVERABLE'),
  },
  {
    id: 'hard-bounced',
    effect: 'note',
    authority: 'hubspot',
    applies: { to: ['opt-in'] },
    when: { fact: 'hardBounced', is: true },
    checkedOn: '2026-11-23',
    source: SEND_RESULTS('PREVIOUSLY_BOUNCED'),
  },
  {
    id: 'quarantined',
    effect: 'note',
    authority: 'hubspot',
    applies: { to: ['opt-in'] },
    when: { fact: 'quarantined', is: true },
    checkedOn: '2026-11-23',
    source: SEND_RESULTS('QUARANTINED_ADDRESS'),
  },
  {
    id: 'ineligible',
    effect: 'note',
    authority: 'hubspot',
    applies: { to: ['opt-in'] },
    when: { fact: 'ineligible', is: true },
    checkedOn: '2026-11-29',
    source: 'The contact property "Is globally ineligible", whose description says no more',
  },
  {
    id: 'double-opt-in-pending',
    effect: 'note',
    authority: 'hubspot',
    applies: { to: ['opt-in'] },
    when: { fact: 'doubleOptInPending', is: true },
    checkedOn: '2026-11-23',
    source: CONFIRMATION,
  },
  {
    id: 'consent-outdated',
    effect: 'note',
    authority: 'organisation',
    applies: { to: ['opt-in', 'to-marketing'] },
    when: { fact: 'consentIsOutdated', is: true },
    checkedOn: '2026-11-24',
    source: CHOICE('consentLifetimeDays'),
  },
  {
    id: 'already-so',
    effect: 'done',
    authority: 'hubspot',
    applies: { to: CHANGES },
    when: { fact: 'alreadySo', is: true },
    checkedOn: '2026-11-23',
    source: `"NO_STATUS_CHANGE": ${API_FILES} (communication preferences 2026-09)`,
  },
  {
    id: 'staff-may-opt-in',
    effect: 'allow',
    authority: 'organisation',
    applies: { to: ['opt-in'] },
    when: { fact: 'hasAddress', is: true },
    checkedOn: '2026-11-23',
    source: SUBSCRIPTION_TYPES,
  },
  {
    id: 'staff-may-opt-out',
    effect: 'allow',
    authority: 'organisation',
    applies: { to: ['opt-out', 'opt-out-of-everything'] },
    checkedOn: '2026-11-23',
    source: SUBSCRIPTION_TYPES,
  },
];
