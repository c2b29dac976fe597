import type { Words } from './words.ts';

const OBSTACLE = {
  'no-address': 'this contact has no e-mail address',
  'opted-out-of-everything': 'the contact is opted out of all e-mail',
  'hard-bounced': 'the address bounced for good',
  quarantined: 'HubSpot has quarantined the address',
  'double-opt-in-pending': 'the contact has not confirmed the double opt-in yet',
  'not-a-marketing-contact': 'this is not a marketing contact',
  'no-type-opted-in': 'no subscription type is opted in',
};

const REASON_TYPE: Readonly<Record<string, string>> = {
  FORM_SUBMISSION: 'a form submission',
  CONTACT_IMPORT: 'an import',
  WORKFLOW: 'a workflow',
  USER_SET: 'a user',
  INTEGRATOR_SET: 'an integration',
  CONVERSATION: 'a conversation',
  AD: 'an ad',
  EMAIL: 'an e-mail',
  INITIAL_STATE: 'its initial state',
  SAMPLE_CONTACT: 'being a sample contact',
};

const OTHER_CHANGE = {
  'leaving-marketing': 'Will become non-marketing at the next update date',
  'staying-marketing': 'Stays a marketing contact after all',
  blocked: 'The address can no longer be reached',
  unblocked: 'The address can be reached again',
  'basis-recorded': 'Legal basis to process recorded',
  submitted: 'Form submitted',
  merged: 'Another contact was merged into this one',
  'address-changed': 'The e-mail address was changed',
  changed: 'Changed to a value that is not understood',
};

/** "A", "A and B", "A, B and C". */
function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

export const en: Words = {
  loading: 'Reading consent from HubSpot',
  labelled: (label, text) => `${label}: ${text}`,
  tryAgain: 'Look again',
  verdict: (verdict, nameOf) => {
    switch (verdict.kind) {
      case 'will-send':
        return `Marketing e-mail will be sent: ${list(verdict.typeIds.map(nameOf))}.`;
      case 'will-not-send':
        return `Marketing e-mail will not be sent, because ${list(verdict.because.map((why) => OBSTACLE[why]))}.`;
      case 'unknown':
        return 'Whether marketing e-mail will be sent is not known: HubSpot did not tell everything. Look again later.';
    }
  },
  state: { 'opted-in': 'Opted in', 'opted-out': 'Opted out', 'not-specified': 'Not specified' },
  stateNotRecorded: 'Not recorded in HubSpot',
  since: (state, at, who) => `${state} since ${at}, ${who}`,
  who: (actor) => {
    switch (actor.kind) {
      case 'contact':
        if (actor.by === 'form')
          return actor.name ? `by the contact, form “${actor.name}”` : 'by the contact, a form';
        if (actor.by === 'preferences') return 'by the contact, preferences page';
        return actor.by === 'email' ? 'by the contact, link in an e-mail' : 'by the contact';
      case 'staff':
        return actor.name
          ? `by ${actor.name}`
          : actor.userId
            ? `by staff (user ${actor.userId})`
            : 'by staff';
      case 'workflow':
        return actor.name ? `by workflow “${actor.name}”` : 'by a workflow';
      case 'import':
        return actor.name ? `by import “${actor.name}”` : 'by an import';
      case 'integration':
        return actor.name
          ? `by integration “${actor.name}”`
          : actor.appId
            ? `by an integration (app ${actor.appId})`
            : 'by an integration';
      case 'this-card':
        return 'through this card';
      case 'hubspot':
        return 'by HubSpot';
      case 'someone':
        return 'HubSpot does not say by whom';
    }
  },
  whose: {
    hubspot: 'HubSpot’s limit',
    organisation: 'Your organisation’s rule',
    law: 'Law, as your organisation configured it',
  },
  why: (rule, out) => {
    const since = out === undefined ? '' : ` on ${out.at}`;
    switch (rule) {
      case 'no-address':
        return 'consent belongs to an e-mail address, and this contact has none.';
      case 'no-such-type':
        return 'this subscription type no longer exists.';
      case 'inactive-type':
        return 'this subscription type is not active.';
      case 'internal-type':
        return 'this is an internal type, which is not opted in from here.';
      case 'opted-out-of-everything':
        return `the contact was opted out of all e-mail${since}.`;
      case 'opted-out-by-contact':
        return `the contact opted out${since}; only the contact can come back.`;
      case 'opted-out-by-someone-unknown':
        return `opted out${since}, and HubSpot does not say by whom; that counts as the contact’s own wish.`;
      case 'opted-out-by-others':
        return `opted out${out === undefined ? '' : ` on ${out.at}, ${out.who}`}; HubSpot refuses an ordinary opt-in for an opted-out address.`;
      case 'privacy-settings-want-proof':
      case 'staff-may-opt-in':
      case 'staff-may-opt-out':
      case 'no-rule-allows':
        return 'no rule allows this change.';
    }
  },
  whyShort: {
    'no-address': 'no e-mail address',
    'no-such-type': 'no such type',
    'inactive-type': 'type not active',
    'internal-type': 'internal type',
    'opted-out-of-everything': 'opted out of all e-mail',
    'opted-out-by-contact': 'opted out by the contact',
    'opted-out-by-someone-unknown': 'opted out, not known by whom',
    'opted-out-by-others': 'opted out, not by the contact',
    'privacy-settings-want-proof': 'needs a legal basis',
    'staff-may-opt-in': 'allowed',
    'staff-may-opt-out': 'allowed',
    'no-rule-allows': 'not allowed',
  },
  locked: (name, why) => `${name}, locked: ${why}`,
  notKnown: () => 'Locked for now: who opted this contact out could not be read. Look again later.',
  notKnownShort: 'not known yet',
  nextStep: 'Next step',
  remedy: {
    'add-address': 'add an e-mail address to the contact.',
    'share-preference-link': 'send the contact their own preference link and let them choose.',
    'ask-admin-to-activate-type': 'ask an admin to activate the type in HubSpot’s settings.',
    'change-in-hubspot':
      'change it in HubSpot’s own subscriptions panel, with a legal basis and an explanation.',
    'check-the-type': 'reload the page; the list of types has changed.',
  },
  subscriptions: 'Subscription types',
  optOutOf: (name) => `Opt out of ${name}`,
  saving: 'Saving',
  optInForm: {
    intro:
      'Your organisation’s rule: privacy settings are on, so an opt-in needs a legal basis and an explanation. HubSpot keeps both.',
    basis: 'Legal basis to communicate',
    explanation: 'Explanation',
    explanationHint: 'What the contact agreed to, when and how, e.g. “Asked by phone on 3 July”.',
    save: 'Opt in',
    cancel: 'Cancel',
    lacking: 'Both fields are needed.',
  },
  legalBasis: {
    CONSENT_WITH_NOTICE: 'Freely given consent from the contact',
    LEGITIMATE_INTEREST_PQL: 'Legitimate interest: prospect or lead',
    LEGITIMATE_INTEREST_CLIENT: 'Legitimate interest: existing customer',
    LEGITIMATE_INTEREST_OTHER: 'Legitimate interest: other',
    PERFORMANCE_OF_CONTRACT: 'Performance of a contract',
    PROCESS_AND_STORE: 'Consent to process and store',
    NON_GDPR: 'Not applicable (GDPR does not apply)',
  },
  outcome: {
    saved: {
      'opted-in': 'Saved: HubSpot now says opted in.',
      'opted-out': 'Saved: HubSpot now says opted out.',
    },
    'nothing-to-do': 'Nothing to do: HubSpot already says so.',
    refused: 'Not changed.',
    lacking: 'Not changed: a legal basis and an explanation are needed.',
    'refused-by-hubspot':
      'Not changed: HubSpot refused. The contact may have opted out a moment ago.',
    'not-known-yet': 'Not known yet whether this was saved. Look again before you try again.',
  },
  marketing: (status) => {
    switch (status.kind) {
      case 'marketing':
        return `Marketing contact${reason(status)}${status.untilNextUpdateDate ? '; will become non-marketing at the next update date' : ''}.`;
      case 'non-marketing':
        return `Non-marketing contact${reason(status)}.`;
      case 'unavailable':
        return 'Not available in this account: HubSpot sent no marketing status.';
    }
  },
  marketingTitle: 'Marketing status',
  doubleOptInTitle: 'Double opt-in',
  doubleOptIn: {
    'not-required': 'Not required',
    pending: 'Pending',
    confirmed: 'Confirmed',
    unknown: 'Not known',
  },
  notRecorded:
    'Privacy settings are off: where HubSpot has recorded nothing, evidence of consent may exist elsewhere, such as a form.',
  otherAddresses: (count) =>
    count === 1
      ? 'One more address of this contact has consents of its own, not shown here.'
      : `${String(count)} more addresses of this contact have consents of their own, not shown here.`,
  timeline: 'Consent timeline',
  timelineEmpty: 'HubSpot has recorded no change of consent for this contact.',
  showOlder: 'Show older',
  olderMayExist: 'Older changes may exist: HubSpot keeps a limited number.',
  when: 'When',
  what: 'What',
  byWhom: 'By whom',
  event: ({ about, change }, nameOf) => {
    const name = about.kind === 'subscription' ? nameOf(about.typeId) : 'all e-mail';
    switch (change) {
      case 'opted-in':
        return about.kind === 'everything' ? 'Opt-out of all e-mail lifted' : `Opted in to ${name}`;
      case 'opted-out':
        return `Opted out of ${name}`;
      case 'cleared':
        return `Status of ${name} cleared`;
      case 'set-marketing':
        return 'Set as marketing contact';
      case 'set-non-marketing':
        return 'Set as non-marketing contact';
      case 'double-opt-in-pending':
        return 'Double opt-in pending';
      case 'double-opt-in-confirmed':
        return 'Double opt-in confirmed';
      default:
        return OTHER_CHANGE[change];
    }
  },
  problemTitle: 'Consent can’t be shown',
  trouble: (code, scope) => {
    switch (code) {
      case 'missing-scope':
        return `The app lacks a permission${scope === undefined ? '' : ` (${scope})`}. Ask an admin to install the app again with it.`;
      case 'bad-token':
        return 'HubSpot does not accept the app’s token. Ask an admin to install the app again.';
      case 'record-not-found':
        return 'HubSpot has no such contact now; it may have been merged or deleted. Reload the page.';
      case 'rate-limited':
        return 'HubSpot is busy: too many calls at once. Wait some seconds, then look again.';
      case 'hubspot-failing':
        return 'HubSpot is not answering properly. Look again in a minute.';
      case 'timed-out':
        return 'HubSpot took too long to answer. Look again in a minute.';
      case 'unreadable-answer':
        return 'HubSpot’s answer could not be understood, so nothing is shown. Tell an admin.';
      case 'rejected-by-hubspot':
        return 'HubSpot rejected the request. Tell an admin.';
      case 'not-configured':
        return 'The app is not set up correctly. Ask an admin to check its token and settings.';
      case 'internal':
        return 'Something went wrong inside the app. Tell an admin.';
    }
  },
  badRequest: {
    'invalid-parameters': 'The request was not understood. Reload the page.',
    'record-missing': 'HubSpot did not say which contact is open. Reload the page.',
    'record-changed': 'The contact’s address has just changed. Reload the page.',
  },
  notReached:
    'The app’s function could not be reached. It may not be installed. Look again, or tell an admin.',
  reference: (correlationId) => `Reference for your admin: ${correlationId}`,
  everyoneActsThroughTheApp:
    'Changes made here are made by the app, whatever your own HubSpot permissions are.',
};

function reason(status: { readonly reason?: string; readonly reasonName?: string }): string {
  if (status.reason === undefined) return '';
  const name = status.reasonName === undefined ? '' : ` “${status.reasonName}”`;
  return `, because of ${REASON_TYPE[status.reason] ?? 'a source HubSpot does not explain'}${name}`;
}
