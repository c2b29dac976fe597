import type { ApprovalWords } from './words.ts';

export const approvalEn: ApprovalWords = {
  subject: (asked) => `Approval asked: ${asked}`,
  intro: 'A colleague asks for your approval of a change that Consent Card does not let them make.',
  optIn: (type) => `opt in to “${type}”`,
  toMarketing: 'make this a marketing contact',
  asked: (what) => `Asked for: ${what}`,
  contact: (id) => `Contact: record ${id}, to which this task belongs`,
  rule: {
    'locked-type': 'your organisation locked this type',
    'opted-out-by-contact': 'the contact opted out',
    'opted-out-by-someone-unknown':
      'opted out, and HubSpot does not say by whom; that counts as the contact’s own wish',
    'opted-out-of-everything': 'opted out of all email, not by the contact as far as HubSpot tells',
    'opted-out-of-brand':
      'opted out of all email of this brand, not by the contact as far as HubSpot tells',
    'cooling-off': 'the contact said no, and your organisation’s waiting time is not over',
    'team-may-not-change':
      'their team is not among those that may change this (as the page says; HubSpot has not confirmed it)',
    'marketing-without-consent': 'the contact has agreed to no marketing e-mail',
  },
  inTheWay: (rule) => `In the way: ${rule}`,
  since: (rule, at) => `${rule} (since ${at})`,
  way: {
    phone: 'by phone',
    mail: 'by e-mail',
    letter: 'by letter',
    meeting: 'in a meeting',
    chat: 'in a chat',
    form: 'in a form',
    other: 'in another way',
  },
  byContact: (way, on) =>
    `On whose request: the contact’s, ${way}${on === undefined ? '' : ` on ${on}`}, as the colleague says`,
  byStaff: 'On whose request: not the contact’s; a colleague’s own',
  evidence: (text) => `Where the proof lies: ${text ?? 'nothing was given'}`,
  note: (text) => `Note: ${text}`,
  user: (id, name) => (name === undefined ? `user ${id}` : `${name} (user ${id})`),
  askedBy: {
    vouched: (user) => `Asked by: ${user}`,
    claimed: (user) => `Asked by: ${user}, as the page says; HubSpot has not confirmed it`,
    unknown: 'Asked by: not known',
  },
  unlocksNothing:
    'This task changes and unlocks nothing, whatever becomes of it. If you agree, and may, make the change yourself; where the contact opted out, the way back is the contact’s own preference link. Complete the task when you have decided.',
  reference: 'Please leave the next line as it is.',
};
