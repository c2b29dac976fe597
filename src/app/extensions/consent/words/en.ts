import type { FactName } from '#policy/facts.ts';
import type { Lights } from '#policy/verdict.ts';
import { ruleNamesEn, ruleSaysEn } from './rules.en.ts';
import type { SeenWords, TabWords, WayToAsk } from './words.ts';

const OBSTACLE: SeenWords['obstacles'] = {
  'no-address': 'this contact has no e-mail address',
  'opted-out-of-everything': 'the contact is opted out of all e-mail',
  'hard-bounced': 'the address bounced for good',
  quarantined: 'HubSpot has quarantined the address',
  'double-opt-in-pending': 'the contact has not confirmed the double opt-in yet',
  'not-a-marketing-contact': 'this is not a marketing contact',
  'no-type-opted-in': 'no subscription type is opted in',
  'opted-out-of-brand': 'the contact is opted out of all e-mail of this brand',
  'opted-out': 'the contact is opted out of it',
  'not-specified': 'the contact is not opted in to it',
  'inactive-type': 'the type is not active',
  'consent-outdated': 'the consent is older than your organisation’s limit',
  'spam-complaint': 'the contact reported mail as spam',
};

const LIGHT = { on: 'yes', off: 'no', unknown: 'not known' };

const LIGHT_NAME = { consent: 'Consent', deliverability: 'Deliverability', billing: 'Billing' };

const WAY: Readonly<Record<WayToAsk, string>> = {
  phone: 'by phone',
  mail: 'by e-mail',
  letter: 'by letter',
  meeting: 'in a meeting',
  chat: 'in a chat',
  form: 'in a form',
  other: 'in another way',
};

const FACT: Readonly<Record<FactName, string>> = {
  change: 'the change',
  typeId: 'the type',
  businessUnitId: 'the type’s brand',
  contactFound: 'the contact',
  hasAddress: 'the address',
  typeExists: 'the type',
  typeIsActive: 'whether the type is active',
  typeIsInternal: 'whether the type is internal',
  typeIsLocked: 'whether the type is locked',
  brandIsCovered: 'the type’s brand',
  alreadySo: 'the present state',
  changedSinceShown: 'the state you saw',
  optedOutOfEverything: 'the opt-out of all e-mail',
  lastOptOutBy: 'who opted this contact out',
  selfOptOuts: 'your organisation’s choice',
  inCoolingOff: 'when the contact last said no',
  consentIsOutdated: 'the age of the consent',
  spamComplaint: 'reports of spam',
  hardBounced: 'bounces',
  quarantined: 'the quarantine',
  doubleOptInPending: 'the double opt-in',
  privacySettings: 'the privacy settings',
  teamMayChange: 'your team',
  approver: 'whom your organisation named as approver',
  ledger: 'the record of changes',
  undoTo: 'what stood before the change',
  undoTime: 'when the change was made',
  changedSinceOwn: 'whether anything changed since',
  notSpecifiedIsAccepted: 'whether HubSpot accepts “not specified”',
  marketingIsOffered: 'the account’s plan',
  marketingStatus: 'the marketing status',
  marketingWorkflow: 'the workflow for the marketing status',
  tier: 'the marketing tier',
  mayBeMailed: 'what the contact agreed to',
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

/** "A", "A and B", "A, B and C". */
function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

export const seenEn: SeenWords = {
  lightNames: LIGHT_NAME,
  light: LIGHT,
  lastChange: 'Last change',
  allMail: 'all e-mail',
  lockedTypes: (names, why) => `Locked: ${list(names)} (${why}).`,
  openTab: 'Changes and the whole history are in the card “Consent”, in a tab of this record.',
  looksAgainIn: (seconds) => `The card looks again by itself in ${String(seconds)} seconds.`,
  notLookedAgain: (readAt) => `This is how it was on ${readAt}`,
  loading: 'Reading consent from HubSpot',
  labelled: (label, text) => `${label}: ${text}`,
  tryAgain: 'Look again',
  verdict: (verdict, nameOf) => {
    switch (verdict.kind) {
      case 'will-send':
        return `Marketing e-mail will be sent: ${list(verdict.typeIds.map(nameOf))}.${
          verdict.outdated.length === 0
            ? ''
            : ` The consent is older than your organisation’s limit: ${list(verdict.outdated.map(nameOf))}.`
        }`;
      case 'will-not-send':
        return `Marketing e-mail will not be sent, because ${list(verdict.because.map((why) => OBSTACLE[why]))}.`;
      case 'unknown':
        return 'Whether marketing e-mail will be sent is not known: HubSpot did not tell everything. Look again later.';
    }
  },
  obstacles: OBSTACLE,
  state: { 'opted-in': 'Opted in', 'opted-out': 'Opted out', 'not-specified': 'Not specified' },
  since: (state, at, who) => `${state} since ${at}, ${who}`,
  who: (actor) => {
    switch (actor.kind) {
      case 'contact':
        if (actor.by === 'form')
          return actor.name ? `by the contact, form “${actor.name}”` : 'by the contact, a form';
        if (actor.by === 'preferences') return 'by the contact, preferences page';
        if (actor.by === 'meeting') return 'by the contact, meeting page';
        if (actor.by === 'membership') return 'by the contact, membership page';
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
        return 'by someone HubSpot does not name';
    }
  },
  ruleNames: ruleNamesEn,
  locked: (name, why) => `${name}, locked: ${why}`,
  notKnownShort: 'not known yet',
  problemTitle: 'Consent can’t be shown',
  trouble: (code, detail) => {
    switch (code) {
      case 'missing-scope':
        return `The app lacks a permission${detail === undefined ? '' : ` (${detail})`}. Ask an admin to install the app again with it.`;
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
      case 'not-set-up':
        return 'The app is not set up in this account. Ask an admin to run its set-up.';
      case 'settings-refused':
        return `A setting of the app can’t be used${detail === undefined ? '' : `: ${detail}`}. Ask an admin to correct it.`;
      case 'internal':
        return 'Something went wrong inside the app. Tell an admin.';
    }
  },
  badRequest: {
    'invalid-parameters': 'The request was not understood. Reload the page.',
    'record-missing': 'HubSpot did not say which contact is open. Reload the page.',
    'record-changed': 'The contact’s address has just changed. Reload the page.',
    'request-reused':
      'Not changed: this request was made before, for something else. Reload the page and try again.',
  },
  notReached:
    'The app’s function could not be reached. It may not be installed. Look again, or tell an admin.',
  reference: (correlationId) => `Reference for your admin: ${correlationId}`,
};

export const tabEn: TabWords = {
  setUp: {
    title: 'The record of changes is not set up',
    says: 'Opting out works all the same; nobody is opted in without a record.',
    button: 'Set up',
    notOurs:
      'Something else in this account has the name of the app’s record and was left alone. Tell an admin.',
    noKey: (code) =>
      `The app’s signing key can’t be used (${code}). Ask an admin to set the secret.`,
  },
  optIn: (name) => `Opt in to ${name}`,
  optOutOf: (name) => `Opt out of ${name}`,
  recordRequest: (name) => `The contact asked to leave ${name}`,
  everything: {
    title: 'All e-mail',
    button: 'Opt out of all e-mail',
    warning:
      'The contact gets no marketing e-mail of any type any more. HubSpot has no way back: this can’t be undone here, and only the contact can come back.',
    confirm: 'Yes, opt out of all e-mail',
  },
  requestText: {
    copy: 'Copy a text that asks the contact',
    copied: 'Copied.',
    text: (name) =>
      `You don’t get “${name}” from us at present. Should you like to get it again, please choose it yourself on your e-mail preferences page: the link is at the foot of our e-mails. Without a choice of yours nothing changes.`,
  },
  asksFirst: (name, why) => `${name}, ${why}`,
  undo: (state) => `Undo: back to “${state}”`,
  undoUntil: (time) => `until ${time}`,
  nextUpdateDate: (date) => `Next update date: ${date}.`,
  toMarketing: 'Set as marketing contact',
  marketingRequest: ({ to, state, by }, at) => {
    const wish = to === 'marketing' ? 'to marketing' : 'to non-marketing';
    const who = by === 'elsewhere' ? ' outside this card' : '';
    const how = {
      requested: 'sent, not seen in HubSpot yet',
      pending: 'waiting for the workflow',
      applied: 'applied',
      'not-applied':
        'not applied. Check that the workflow is on, that it may enrol this contact again, and its history in HubSpot',
    }[state];
    return `Change ${wish}, requested${who} on ${at}: ${how}.`;
  },
  mail: (verdict) => {
    switch (verdict.mail) {
      case 'sent':
        return `Will be sent.`;
      case 'sent-too-late':
        return `HubSpot will send, but ${OBSTACLE['consent-outdated']}: ask the contact again.`;
      case 'not-sent':
        return `Will not be sent, because ${list(obstaclesIn(verdict))}.`;
      case 'not-known':
        return `Not known whether it will be sent.`;
    }
  },
  oneToOneTitle: 'One-to-one e-mail',
  oneToOne: (verdict) => {
    const said = verdict.documentsDisagree;
    if (said !== undefined)
      return `HubSpot’s documents disagree on whether it is sent after an opt-out of all e-mail (checked on ${said.checkedOn}); your organisation takes it as ${said.treatedAs}.`;
    if (verdict.mail === 'sent') return 'Will be sent.';
    if (verdict.mail === 'not-sent')
      return `Will not be sent, because ${list(obstaclesIn(verdict))}.`;
    return 'Not known whether it will be sent.';
  },
  stateNotRecorded: 'Not recorded in HubSpot',
  whose: {
    hubspot: 'HubSpot’s limit',
    organisation: 'Your organisation’s rule',
    law: 'Law, as your organisation configured it',
  },
  advisory: (whose) => `${whose}, advisory, as HubSpot does not confirm who is asking`,
  ruleSays: ruleSaysEn,
  sinceThen: (at) => ` on ${at}`,
  notKnown: (missing) =>
    `Locked for now: ${list([...new Set(missing.map((fact) => FACT[fact]))])} could not be read. Look again later.`,
  nextStep: 'Next step',
  remedy: {
    'add-address': 'add an e-mail address to the contact.',
    'share-preference-link': 'send the contact their own preference link and let them choose.',
    'ask-admin-to-activate-type': 'ask an admin to activate the type in HubSpot’s settings.',
    'change-in-hubspot': 'change it in HubSpot itself.',
    'check-the-type': 'reload the page; the list of types has changed.',
    'check-the-contact': 'reload the page; look for the contact under its other address.',
    'look-again': 'look at what holds now, then decide again.',
    'make-a-new-change': 'change it anew, with whatever a new change needs.',
    wait: 'wait until the cooling-off time is over.',
    'opt-in-first': 'get the contact’s consent to a subscription type first.',
    'ask-admin-for-permission': 'ask an admin who may change it.',
    'ask-admin-to-set-up': 'ask an admin to set up the app’s record of changes.',
    'ask-admin-to-check-record': 'ask an admin to check this contact’s record of changes.',
    'ask-admin-for-workflow': 'ask an admin to set up the workflow for the marketing status.',
    'ask-for-approval': 'ask your organisation’s approver, and say where the proof lies.',
    'ask-admin-about-plan': 'ask an admin whether the account’s plan can have marketing contacts.',
  },
  subscriptions: 'Subscription types',
  saving: 'Saving',
  form: {
    basis: 'Legal basis to communicate',
    explanation: 'Explanation',
    explanationHint: 'What the contact agreed to, when and how. HubSpot keeps it.',
    useWording: (wording) => `Use: “${wording}”`,
    evidence: 'Evidence',
    evidenceHint: 'Where the proof lies: a call, a ticket, a form, a letter.',
    askedBy: 'How the contact asked',
    askedOn: 'On which day',
    ways: WAY,
    explicitYes: 'Yes, I want this',
    needed: 'This is needed.',
    cancel: 'Cancel',
    discarded: 'The record changed meanwhile. What you had typed was discarded; look again first.',
  },
  wording: (by, on, name) =>
    `Asked ${WAY[by]}${on === undefined ? '' : ` on ${on}`} to get “${name}”.`,
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
    changed: {
      'opt-in': 'Saved: HubSpot now says opted in.',
      'opt-out': 'Saved: HubSpot now says opted out.',
      'opt-out-of-everything': 'Saved: HubSpot now says opted out of all e-mail.',
      'to-marketing': 'Saved: HubSpot now says marketing contact.',
      'to-non-marketing': 'Saved: HubSpot now says non-marketing.',
      undo: 'Undone: the earlier state is back.',
    },
    requested: 'Requested: the workflow will apply it.',
    'nothing-to-do': 'Nothing to do: HubSpot already says so.',
    'not-done': {
      'refused-by-hubspot': [
        'Not changed: HubSpot refused.',
        'The contact may have opted out a moment ago.',
      ],
      'changed-meanwhile': [
        'Not changed: something else changed first.',
        'What holds now is shown here; look at it, then decide again.',
      ],
      reversed: [
        'Taken back at once.',
        'The contact opted out at the same moment, and that counts.',
      ],
    },
    overtaken: ['Changed, and then changed again elsewhere.', 'What holds now is shown here.'],
    'not-recorded':
      'Not changed: the record of changes can’t be written now, and nobody is opted in without one.',
    'not-known-yet': 'Not known yet whether this was saved. Look again before you try again.',
    refused: 'Not changed.',
    lacking: 'Not changed: something that is needed was missing.',
  },
  recordOwed: 'The change is made; its record is still to be kept. The card sends it again.',
  marketing: (status, date) => {
    switch (status.kind) {
      case 'marketing':
        return `Marketing contact${reason(status)}${status.untilNextUpdateDate ? `; becomes non-marketing at the next update date${date === undefined ? '' : ` (${date})`}` : ''}.`;
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
  showOlder: 'Show older changes',
  olderMayExist: 'Older changes may exist: HubSpot keeps a limited number.',
  when: 'When',
  what: 'What',
  byWhom: 'By whom',
  everyoneActsThroughTheApp:
    'Changes made here are made by the app, whatever your own HubSpot permissions are.',
};

function reason(status: { readonly reason?: string; readonly reasonName?: string }): string {
  if (status.reason === undefined) return '';
  const name = status.reasonName === undefined ? '' : ` “${status.reasonName}”`;
  return `, because of ${REASON_TYPE[status.reason] ?? 'a source HubSpot does not explain'}${name}`;
}

function obstaclesIn({ consent, deliverability, billing }: Lights): string[] {
  return [consent, deliverability, billing].flatMap((light) =>
    light.is === 'off' ? light.why.map((why) => OBSTACLE[why]) : [],
  );
}
