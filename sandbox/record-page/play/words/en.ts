import type { Act } from '../../../emulator/hubspot/acts.ts';
import type { Values } from '../parts.ts';
import type { Names, PlayWords } from './words.ts';

const TO: PlayWords['to'] = {
  SUBSCRIBED: 'opted in',
  UNSUBSCRIBED: 'opted out',
  NOT_SPECIFIED: 'not specified',
};

const MARKETING: PlayWords['marketing'] = {
  marketing: 'a marketing contact',
  'non-marketing': 'a non-marketing contact',
};

const EDITION: PlayWords['edition'] = {
  'marketing-enterprise': 'Marketing Hub Enterprise',
  'marketing-enterprise-without-marketing-contacts':
    'Marketing Hub Enterprise without marketing contacts',
  'sales-enterprise': 'Sales Hub Enterprise alone',
  'test-account': 'Developer test account',
  free: 'Free tools',
};

const BASIS: Readonly<Record<Exclude<Values['legalBasis'], ''>, string>> = {
  CONSENT_WITH_NOTICE: 'Freely given consent',
  LEGITIMATE_INTEREST_PQL: 'Legitimate interest: prospect or lead',
  LEGITIMATE_INTEREST_CLIENT: 'Legitimate interest: existing customer',
  LEGITIMATE_INTEREST_OTHER: 'Legitimate interest: other',
  PERFORMANCE_OF_CONTRACT: 'Performance of a contract',
  PROCESS_AND_STORE: 'Consent to process and store',
  NON_GDPR: 'Not applicable (GDPR does not apply)',
};

const BOUNCE: PlayWords['bounce'] = {
  MAILBOX_FULL: 'mailbox full',
  POLICY: 'refused by policy',
  UNKNOWN_USER: 'unknown user',
};

const ON_OFF: PlayWords['onOff'] = { on: 'on', off: 'off' };

function ground(act: { readonly legalBasis?: string; readonly explanation?: string }): string {
  const basis = act.legalBasis as keyof typeof BASIS | undefined;
  const parts = [
    ...(basis === undefined ? [] : [BASIS[basis]]),
    ...(act.explanation === undefined ? [] : [`“${act.explanation}”`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

function said(act: Act, names: Names): string {
  switch (act.act) {
    case 'create':
      return `The contact comes into HubSpot${act.properties['email'] ? ` as ${act.properties['email']}` : ' without an e-mail address'}.`;
    case 'contact-link':
      return `The contact uses the footer link of a mail and opts out of ${names.type(act.typeId)}.`;
    case 'contact-link-everything':
      return act.brand === undefined
        ? 'The contact unsubscribes from all e-mail.'
        : `The contact unsubscribes from all e-mail of brand ${String(act.brand)}.`;
    case 'contact-preferences':
      return `The contact sets ${names.type(act.typeId)} to ${TO[act.to]} on the preferences page.`;
    case 'contact-resubscription-mail':
      return `The contact confirms a resubscription e-mail: ${names.type(act.typeId)}.`;
    case 'contact-form':
      return `The contact submits the form “${names.form(act.formId)}”; the box for ${names.type(act.typeId)} is ${act.ticked ? 'ticked' : 'left empty'}.`;
    case 'contact-interest-form':
      return `The contact submits the form “${names.form(act.formId)}”, which rests on legitimate interest.`;
    case 'spam-complaint':
      return `The contact reports a mail as spam: ${names.type(act.typeId)}.`;
    case 'hard-bounce':
      return `A mail comes back for good: ${BOUNCE[act.reason]}.`;
    case 'double-opt-in':
      return {
        pending: 'Double opt-in: confirmation pending.',
        'mail-sent': 'Double opt-in: HubSpot sends the confirmation e-mail.',
        confirmed: 'Double opt-in: the contact clicks the confirmation e-mail.',
      }[act.stage];
    case 'colleague':
      return `${names.user(act.userId)} sets ${names.type(act.typeId)} to ${TO[act.to]} in HubSpot’s own panel${ground(act)}.`;
    case 'colleague-everything':
      return `${names.user(act.userId)} opts the contact out of all e-mail in HubSpot’s own panel.`;
    case 'workflow':
      return `The workflow “${act.name}” sets ${names.type(act.typeId)} to ${TO[act.to]}${ground(act)}.`;
    case 'import':
      return `The import “${act.name}” sets ${names.type(act.typeId)} to ${TO[act.to]}${ground(act)}.`;
    case 'integration':
      return `The integration “${act.name}” sets ${names.type(act.typeId)} to ${TO[act.to]}${ground(act)}.`;
    case 'unnamed':
      return `${names.type(act.typeId)} becomes ${TO[act.to]}; HubSpot does not say by whom.`;
    case 'marketing-status':
      return {
        FORM_SUBMISSION: `The form “${act.name}” makes the contact ${MARKETING[act.to]}.`,
        USER_SET: `A colleague asks for ${MARKETING[act.to]}.`,
        WORKFLOW: `The workflow “${act.name}” asks for ${MARKETING[act.to]}.`,
      }[act.by];
    case 'delete':
      return 'The contact is deleted.';
    case 'privacy-delete':
      return 'The contact is erased under privacy law.';
    case 'merge':
      return `Contact ${act.otherId} is merged into this one.`;
    case 'change-address':
      return `${names.user(act.userId)} changes the address to ${act.to}.`;
    case 'property':
      return `${act.name} becomes “${act.value}”.`;
    case 'edition':
      return `The account becomes: ${EDITION[act.to]}.`;
    case 'privacy-settings':
      return `Privacy settings are turned ${ON_OFF[act.to]}.`;
    case 'portal-double-opt-in':
      return `Double opt-in is turned ${ON_OFF[act.to]} for the account.`;
    case 'billing':
      return act.to.term === 'annual'
        ? 'Billing becomes annual: the update date is the first of each month.'
        : `Billing becomes monthly: the update date is day ${String(act.to.renewalDay)} of each month.`;
    case 'flow':
      return 'An admin makes a workflow.';
    case 'marketing-workflows':
      return `An admin turns the workflows that apply requests for marketing status ${ON_OFF[act.to]}.`;
  }
}

export const en: PlayWords = {
  title: 'Play a part',
  intro: 'Act as somebody else and see the card react.',
  now: (at) => `Sandbox date: ${at}`,
  steps: {
    title: 'Step by step',
    first: 'From the beginning',
    next: 'Next',
    last: 'To the end',
    link: 'Link to this step',
    notYet: 'not told yet',
    progress: (told, all) => `${String(told)} of ${String(all)} told`,
  },
  act: said,
  role: {
    contact: 'As the contact',
    workflow: 'As a workflow',
    colleague: 'As a colleague in HubSpot',
    import: 'As an import',
    integration: 'As another app',
    portal: 'As the account',
  },
  what: 'What happens',
  part: {
    footerLink: 'Unsubscribe link in a mail’s footer',
    footerLinkEverything: 'Unsubscribe from all e-mail',
    preferencesPage: 'Preferences page',
    resubscriptionMail: 'Resubscription e-mail confirmed',
    form: 'Submit a form',
    interestForm: 'Submit a form on legitimate interest',
    doubleOptIn: 'Double opt-in mail',
    spamComplaint: 'Report a mail as spam',
    hardBounce: 'Mail bounces for good',
    workflowSets: 'Change a subscription',
    workflowMarketing: 'Set marketing status',
    colleagueSets: 'Change a subscription',
    colleagueEverything: 'Opt out of all e-mail',
    colleagueMarketing: 'Set marketing status',
    changeAddress: 'Change the contact’s address',
    importSets: 'Change a subscription',
    integrationSets: 'Change a subscription',
    unnamedSets: 'Change without a named source',
    edition: 'Edition',
    privacySettings: 'Privacy settings',
    portalDoubleOptIn: 'Double opt-in',
    marketingWorkflows: 'Workflows for marketing status',
    billing: 'Billing term',
  },
  field: {
    typeId: 'Subscription type',
    to: 'Set to',
    formId: 'Form',
    interestFormId: 'Form',
    ticked: 'Box for this type ticked',
    userId: 'Who',
    name: 'Its name',
    legalBasis: 'Legal basis',
    explanation: 'Explanation',
    stage: 'Stage',
    bounce: 'Reason',
    marketing: 'Set to',
    address: 'New address',
    edition: 'Set to',
    onOff: 'Set to',
    term: 'Term',
    renewalDay: 'Renewal day of the month',
    when: 'When',
  },
  to: TO,
  legalBasis: { '': 'none', ...BASIS },
  stage: {
    pending: 'waiting for confirmation',
    'mail-sent': 'confirmation e-mail sent',
    confirmed: 'confirmed by a click',
  },
  bounce: BOUNCE,
  marketing: { marketing: 'marketing contact', 'non-marketing': 'non-marketing contact' },
  edition: EDITION,
  onOff: ON_OFF,
  term: { monthly: 'monthly', annual: 'annual' },
  when: (delay) => ({ later: `in about ${delay} seconds`, now: 'at once' }),
  play: 'Do it',
  notPlayable: {
    'no-such-contact': 'This contact is not there any more.',
    'no-such-type': 'This account has no such subscription type.',
    'no-address': 'This contact has no e-mail address: consent belongs to an address.',
    'no-workflows': 'This account’s edition has no workflows.',
    'no-marketing-contacts': 'This account’s edition has no marketing contacts.',
  },
  notUnderstood: 'Not done: please check the fields.',
  notReached: 'The sandbox does not answer. Is it still running?',
  date: {
    title: 'The date',
    days: 'Days',
    move: 'Move forward',
    toNextUpdate: (at) => `To the next update date, ${at}`,
    moved: (to) => `The date is moved to ${to}.`,
  },
  failures: {
    title: 'Make calls fail',
    call: 'Which call to HubSpot',
    calls: {
      everything: 'every call',
      contact: 'read the contact',
      definitions: 'read the subscription types',
      statuses: 'read the statuses',
      unsubscribeAll: 'read “unsubscribed from all”',
      optOut: 'write an opt-out',
      subscribe: 'write an opt-in',
      token: 'read the token’s app',
    },
    fault: 'How it fails',
    faults: {
      busy: '429, too many calls',
      failing: '500, HubSpot fails',
      gateway: '502, HubSpot fails',
      silent: 'no answer, but it took effect',
      cutBefore: 'connection cut, no effect',
      cutAfter: 'connection cut after it took effect',
      slow: 'slow',
      malformed: 'half an answer',
    },
    ms: 'Milliseconds',
    times: 'How many times',
    arm: 'Set up',
    waiting: 'Waiting to happen',
    none: 'Nothing: calls go well.',
    clear: 'Clear',
    one: (call, fault, times) =>
      `${call}: ${fault}, ${times === 1 ? 'once' : `${String(times)} times`}`,
    met: (fault) => {
      switch (fault.kind) {
        case 'status':
          return String(fault.status);
        case 'malformed':
          return 'half an answer';
        case 'slow':
          return `slow by ${String(fault.ms)} ms`;
        case 'cut':
          return fault.write === 'lost' ? 'cut, no effect' : 'cut after it took effect';
        case 'silent':
          return fault.write === 'lost' ? 'no answer, no effect' : 'no answer, but it took effect';
      }
    },
    limit: 'Calls allowed in 10 seconds',
    limits: { off: 'no limit', '100': '100', '190': '190' },
    setLimit: 'Set limit',
  },
  functions: {
    which: 'Function of the app',
    becomes: 'It is',
    states: { there: 'there', held: 'held: calls wait', 'not-installed': 'not installed' },
    set: 'Set',
  },
  played: {
    title: 'Played so far',
    none: 'Nothing yet.',
    waiting: (seconds, what) =>
      `Will act in about ${seconds === 1 ? '1 second' : `${String(seconds)} seconds`}: ${what}`,
  },
  notInstalled: {
    title: 'This app can’t be installed in this account',
    why: 'The account is on HubSpot’s free tools. HubSpot runs an app’s functions only with an Enterprise subscription, so there is no card to show, and the app’s token does not work.',
    next: 'Choose another edition under “As the account” to see the card.',
  },
};
