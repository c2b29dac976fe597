import { open } from './question.ts';

/** The page on the read of `unsubscribe-all`, 2026-03; the guide's example of the batch read says `SUBSCRIBED`. */
const READ_OF_ALL =
  'developers.hubspot.com, communication-preferences/status/get-unsubscribed-status and communication-preferences/guide';

/** Answers of a real account, kept in the tests of WSO2’s connector for HubSpot’s subscriptions (January 2025). */
const RECORDED_BY_WSO2 =
  'recorded answers in github ballerina-platform/module-ballerinax-hubspot.marketing.subscriptions';

const TIMELINE_PAGE =
  'developers.hubspot.com, legacy/communication-preferences/v1/get-subscriptions-timeline';

/** How an opt-out of everything and the subscription types' own statuses bear on each other, and what repeating does. */
export const OPT_OUT_SWITCHES = {
  typesUnderOptOutOfEverything: open<'as-they-were' | 'read-as-opted-out' | 'set-to-opted-out'>(
    'What do the types’ own statuses say after an opt-out of everything?',
    `hubspot/apis.md §1.2; ${RECORDED_BY_WSO2} (every type UNSUBSCRIBED at the instant of the opt-out)`,
    'as-they-were',
    'read-as-opted-out',
    'set-to-opted-out',
  ),
  datedOptInUnderOptOutOfEverything: open<'leaves-it' | 'lifts-it' | 'refused'>(
    'What does a dated SUBSCRIBED for one type do to an opt-out of everything?',
    `hubspot/apis.md §1.2, §10.1; ${RECORDED_BY_WSO2} (RESUBSCRIBE_OCCURRED; what became of the opt-out is not in it)`,
    'leaves-it',
    'lifts-it',
    'refused',
  ),
  v3SubscribeUnderOptOutOfEverything: open<'refused' | 'leaves-it' | 'lifts-it'>(
    'Does v3 subscribe an address that is opted out of everything, but not of the type?',
    'hubspot/apis.md §1.4; developers.hubspot.com, legacy/communication-preferences/v3/guide (contacts who have opted out are not resubscribed)',
    'refused',
    'leaves-it',
    'lifts-it',
  ),
  v3UnsubscribeUnderOptOutOfEverything: open<'accepted' | 'refused'>(
    'Does v3 unsubscribe an address from one type that is opted out of everything?',
    'hubspot/apis.md §1.4; developers.hubspot.com, legacy/communication-preferences/v3/unsubscribe-contact (an error at the level of brand or account)',
    'accepted',
    'refused',
  ),
  ownReturnLiftsOptOutOfEverything: open<boolean>(
    'Does the contact’s own return to one type, on the preferences page, lift an opt-out of everything?',
    `${TIMELINE_PAGE} (its example tells of SUBSCRIBED for types and for the account in one event of the recipient)`,
    false,
    true,
  ),
  staffOptInLiftsOptOutOfEverything: open<boolean>(
    'Does an opt-in to one type by a colleague, a workflow or an import lift an opt-out of everything?',
    'hubspot/apis.md §3; knowledge.hubspot.com, ja/contacts/remove-an-opt-out-of-email-status (a colleague removes it in a step of its own)',
    false,
    true,
  ),
  repeatedOptOutOfEverything: open<'changes-nothing' | 'moves-its-time'>(
    'Does a second opt-out of everything move the time of the first?',
    `no source found that tells; ${RECORDED_BY_WSO2} (a second one did, after an opt-in to one type)`,
    'changes-nothing',
    'moves-its-time',
  ),
  basisOfRepeatedStatus: open<'dropped' | 'kept'>(
    'Does a dated write that answers NO_STATUS_CHANGE keep the legal basis and the explanation it came with?',
    'no source found; hubspot/apis.md §1.3, §1.4 name the reason alone',
    'dropped',
    'kept',
  ),
  notOptedOutOfEverythingReads: open<'not-specified' | 'nothing' | 'subscribed'>(
    'How does an address read that is not opted out of everything?',
    READ_OF_ALL,
    'not-specified',
    'nothing',
    'subscribed',
  ),
  privacyDeleteErasesStatuses: open<boolean>(
    'Does a privacy delete also erase the statuses of the contact’s addresses?',
    'no source found; hubspot/apis.md §9; knowledge.hubspot.com, privacy-and-consent/how-do-i-perform-a-gdpr-delete-in-hubspot (names what goes, and not the preferences)',
    true,
    false,
  ),
} as const;
