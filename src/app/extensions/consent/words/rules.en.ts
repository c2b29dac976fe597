import type { RuleNames, RuleSays } from './rule-words.ts';

export const ruleNamesEn: RuleNames = {
  'contact-not-found': 'contact not found',
  'no-address': 'no e-mail address',
  'no-such-type': 'no such type',
  'inactive-type': 'type not active',
  'internal-type': 'internal type',
  'locked-type': 'locked type',
  'other-business-unit': 'other brand',
  'opted-out-of-everything': 'opted out of all e-mail',
  'opted-out-of-brand': 'opted out of the brand',
  'opted-out-by-contact': 'opted out by the contact',
  'opted-out-by-someone-unknown': 'opted out, not known by whom',
  'spam-complaint': 'reported as spam',
  'cooling-off': 'asked too lately',
  'changed-elsewhere': 'changed elsewhere',
  'team-may-not-change': 'not your team',
  'ledger-not-set-up': 'not set up',
  'ledger-not-whole': 'record not whole',
  'undo-time-over': 'too late to undo',
  'changed-since-own-change': 'changed since',
  'not-specified-cant-be-written': 'can’t go back',
  'marketing-not-in-plan': 'not in this account',
  'no-marketing-workflow': 'no workflow',
  'marketing-without-consent': 'no consent',
  'privacy-settings-want-proof': 'needs a legal basis',
  'self-opt-out-wants-proof': 'opted out by the contact',
  'resubscription-wants-proof': 'opted out, not by the contact',
  'marketing-wants-a-yes': 'needs a yes',
  'tier-would-be-exceeded': 'tier exceeded',
  'hard-bounced': 'bounced',
  quarantined: 'quarantined',
  'double-opt-in-pending': 'double opt-in pending',
  'consent-outdated': 'consent too old',
  'marketing-counts-at-once': 'counts at once',
  'marketing-ends-later': 'ends later',
  'already-so': 'already so',
  'already-leaving': 'already scheduled',
  'staff-may-opt-in': 'staff may opt in',
  'staff-may-opt-out': 'staff may opt out',
  'staff-may-undo': 'staff may undo an opt-in',
  'staff-may-restore': 'staff may undo a change',
  'staff-may-change-marketing': 'staff may change marketing status',
  'no-rule-allows': 'not allowed',
  'eu-consent-must-be-shown': 'GDPR: consent must be shown',
  'eu-consent-may-be-withdrawn': 'GDPR: consent may be withdrawn',
  'japan-consent-record': 'Japan: record of consent',
  'japan-refusal': 'Japan: refusal',
  'canada-burden-of-proof': 'Canada: burden of proof',
  'canada-unsubscribe': 'Canada: unsubscribing',
  'us-consent-after-opt-out': 'CAN-SPAM: consent after an opt-out',
  'us-opt-out': 'CAN-SPAM: opting out',
};

export const ruleSaysEn: RuleSays = {
  'contact-not-found':
    'HubSpot has no such contact: it was deleted or erased, and is never created again from here.',
  'no-address': 'consent belongs to an e-mail address, and this contact has none.',
  'no-such-type': 'this subscription type no longer exists.',
  'inactive-type': 'this subscription type is not active.',
  'internal-type': 'this is an internal type, which is not opted in from here.',
  'locked-type': 'this subscription type is locked for opting in.',
  'other-business-unit': 'this type belongs to a brand that is not managed here.',
  'opted-out-of-everything': 'the contact was opted out of all e-mail{since}.',
  'opted-out-of-brand': 'the contact was opted out of all e-mail of this brand{since}.',
  'opted-out-by-contact': 'the contact opted out{since}; only the contact can come back.',
  'opted-out-by-someone-unknown':
    'opted out{since}, and HubSpot does not say by whom; that counts as the contact’s own wish.',
  'spam-complaint': 'the contact reported our mail as spam{since}; only the contact can come back.',
  'cooling-off': 'the contact said no{since}; nobody opts them in again so soon.',
  'changed-elsewhere': 'the state has changed since you saw it; what holds now is shown here.',
  'team-may-not-change': 'your team is not among those that may change this.',
  'ledger-not-set-up':
    'the record of changes is not set up, and nobody is opted in without a record.',
  'ledger-not-whole':
    'this contact’s record of changes can’t be relied on, and nobody is opted in without a record.',
  'undo-time-over': 'a change made here can be undone for ten minutes; that time is over.',
  'changed-since-own-change':
    'this was changed again after the change made here; only our own latest change can be undone.',
  'not-specified-cant-be-written':
    'the state before was “not specified”, which HubSpot is not known to accept as a change; nothing else is put in its place.',
  'marketing-not-in-plan': 'this account has no marketing contacts.',
  'no-marketing-workflow':
    'only a workflow can change the marketing status, and this account has none for it.',
  'marketing-without-consent':
    'a marketing contact is paid for, and this contact has agreed to nothing that could be sent.',
  'privacy-settings-want-proof':
    'privacy settings are on, so an opt-in needs a legal basis and an explanation. HubSpot keeps both.',
  'self-opt-out-wants-proof':
    'the contact opted out{since}; taking that back needs a legal basis, an explanation and evidence.',
  'resubscription-wants-proof':
    'opted out{since}, not by the contact; taking that back needs a legal basis, an explanation and evidence.',
  'marketing-wants-a-yes':
    'a marketing contact counts at once towards what you pay for, and stays one until the next update date at least. It needs your explicit yes.',
  'tier-would-be-exceeded':
    'one more marketing contact may exceed your tier, which HubSpot then upgrades and charges for at once. It needs your explicit yes.',
  'hard-bounced': 'the address bounced for good, so nothing will be sent to it.',
  quarantined: 'the address is in quarantine, so nothing will be sent to it.',
  'double-opt-in-pending': 'nothing will be sent until the contact confirms the double opt-in.',
  'consent-outdated':
    'the consent of this contact{since} is older than your limit; ask them again.',
  'marketing-counts-at-once':
    'a marketing contact counts towards your tier from the moment it becomes one.',
  'marketing-ends-later': 'the contact stays a marketing contact until the next update date.',
  'already-so': 'HubSpot already says so; there is nothing to do.',
  'already-leaving':
    'the contact is already scheduled to become non-marketing at the next update date.',
  'staff-may-opt-in': 'staff may opt in a contact who has an address.',
  'staff-may-opt-out': 'staff may opt a contact out at any time.',
  'staff-may-undo':
    'staff may undo an opt-in made here within ten minutes; the contact is opted out again.',
  'staff-may-restore':
    'staff may undo a change made here within ten minutes; the earlier state comes back as correction of our own error.',
  'staff-may-change-marketing':
    'staff may change the marketing status where the account has marketing contacts.',
  'no-rule-allows': 'no rule allows this change.',
  'eu-consent-must-be-shown':
    'GDPR Article 7(1): whoever relies on consent must be able to show that it was given.',
  'eu-consent-may-be-withdrawn':
    'GDPR Article 7(3): consent may be withdrawn at any time, and the contact is told so before giving it.',
  'japan-consent-record':
    'Act on Regulation of Transmission of Specified Electronic Mail, Article 3(2): a record that shows the request or consent must be kept.',
  'japan-refusal':
    'Act on Regulation of Transmission of Specified Electronic Mail, Article 3(3): nothing may be sent against a refusal{since}; a later wish of the contact needs evidence.',
  'canada-burden-of-proof':
    'Canada’s anti-spam law, section 13: whoever says that they have consent has to prove it.',
  'canada-unsubscribe':
    'Canada’s anti-spam law, subsection 11(3): an unsubscribe request takes effect without delay, within 10 business days at most.',
  'us-consent-after-opt-out':
    'CAN-SPAM, 15 U.S.C. 7704(a)(4)(B): after an opt-out{since} mail may be sent again only with the recipient’s later affirmative consent; it needs evidence.',
  'us-opt-out':
    'CAN-SPAM, 15 U.S.C. 7704(a)(4)(A): from 10 business days after an opt-out request, nothing within its scope may be sent.',
};
