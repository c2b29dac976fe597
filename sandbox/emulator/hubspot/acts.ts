import { DOCUMENTED_TEXTS } from './assumptions.ts';
import { remember, setEverything, setStatus, takeOverConsents, type Change } from './consents.ts';
import { contactIn, setProperty, valueOf } from './contacts.ts';
import type { PortalData, Source, State, Status, StoredContact } from './entities.ts';
import { FORMS, SEMINAR_FORM } from './portals.ts';

/** What people and machines do to a contact's consent, besides this product's own functions. */
export type Act = ContactAct | PortalAct;

type ContactAct = { readonly contactId: string } & (
  | {
      readonly act: 'create';
      readonly properties: Readonly<Record<string, string>>;
      /** What brought the contact into HubSpot; an import where nothing is said. */
      readonly by?: Source;
    }
  /** The link in a mail's footer, for the type of that mail. */
  | { readonly act: 'contact-link'; readonly typeId: string }
  | { readonly act: 'contact-link-everything' }
  | { readonly act: 'contact-preferences'; readonly typeId: string; readonly to: State }
  /** The confirming click in a resubscription e-mail. */
  | { readonly act: 'contact-resubscription-mail'; readonly typeId: string }
  | {
      readonly act: 'contact-form';
      readonly typeId: string;
      /** Was the box for this subscription type ticked? */
      readonly ticked: boolean;
      /** The seminar form where nothing is said. */
      readonly formId?: string;
    }
  | { readonly act: 'spam-complaint'; readonly typeId: string }
  | { readonly act: 'hard-bounce'; readonly reason: 'MAILBOX_FULL' | 'POLICY' | 'UNKNOWN_USER' }
  | { readonly act: 'double-opt-in'; readonly stage: keyof typeof DOUBLE_OPT_IN }
  | ({ readonly act: 'colleague'; readonly userId: number } & OneType & Ground)
  | { readonly act: 'colleague-everything'; readonly userId: number }
  | ({ readonly act: 'workflow'; readonly name: string } & OneType & Ground)
  | ({ readonly act: 'import'; readonly name: string } & OneType & Ground)
  | ({
      readonly act: 'integration';
      readonly appId: number;
      readonly name: string;
    } & OneType &
      Ground)
  /** A change without a source that HubSpot would name. */
  | ({ readonly act: 'unnamed' } & OneType)
  | {
      readonly act: 'marketing-status';
      readonly to: 'marketing' | 'non-marketing';
      readonly by: 'FORM_SUBMISSION' | 'USER_SET' | 'WORKFLOW';
      readonly name: string;
    }
  | { readonly act: 'change-address'; readonly to: string; readonly userId: number }
  | {
      readonly act: 'property';
      readonly name: string;
      readonly value: string;
      readonly source: Source;
    }
);

type PortalAct =
  | { readonly act: 'privacy-settings'; readonly to: 'on' | 'off' }
  /** The portal's next update date comes: contacts scheduled to leave become non-marketing. */
  | { readonly act: 'marketing-update-date' };

interface OneType {
  readonly typeId: string;
  readonly to: State;
}

type Ground = Pick<Status, 'legalBasis' | 'explanation'>;

/** Three of HubSpot's eight values (hubspot/apis.md §2.5, §3). */
const DOUBLE_OPT_IN = {
  pending: 'Confirmation Pending',
  'mail-sent': 'Confirmation Email Sent',
  confirmed: 'User clicked confirmation',
} as const;

/** Plays one act at one instant. Throws on a contact that does not exist: a scenario's own mistake. */
export function play(data: PortalData, act: Act, at: number): void {
  if (act.act === 'privacy-settings') {
    data.privacySettings = act.to;
    return;
  }
  if (act.act === 'marketing-update-date') {
    for (const contact of Object.values(data.contacts)) leaveMarketingIfScheduled(contact, at);
    return;
  }
  if (act.act === 'create') {
    create(data, act, at);
    return;
  }
  const contact = contactIn(data, act.contactId);
  if (contact === undefined) throw new Error(`no contact ${act.contactId}`);
  playOn(data, contact, act, at);
}

function playOn(
  data: PortalData,
  contact: StoredContact,
  act: Exclude<ContactAct, { readonly act: 'create' }>,
  at: number,
): void {
  const { contactActsAs, statusTexts: texts } = data.assumptions;
  const link: Change = { source: { sourceType: contactActsAs.link }, text: texts.link, at };
  const back: Change = { ...link, text: DOCUMENTED_TEXTS.preferencesPage };
  const set = (typeId: string, to: State, change: Change) => {
    setStatus(data, addressOf(contact), typeId, to, change);
  };
  switch (act.act) {
    case 'contact-link':
      set(act.typeId, 'UNSUBSCRIBED', link);
      return;
    case 'contact-link-everything':
      setEverything(data, addressOf(contact), 'UNSUBSCRIBED', link);
      return;
    case 'contact-preferences':
      set(act.typeId, act.to, act.to === 'SUBSCRIBED' ? back : link);
      return;
    case 'contact-resubscription-mail':
      set(act.typeId, 'SUBSCRIBED', back);
      return;
    case 'contact-form':
      submit(data, contact, act, at);
      return;
    case 'spam-complaint':
      complain(data, contact, act.typeId, { ...link, text: texts.complaint });
      return;
    case 'hard-bounce':
      setProperty(contact, 'hs_email_hard_bounce_reason_enum', act.reason, link.source, at);
      remember(data, { at, address: addressOf(contact), change: 'BOUNCED', source: link.source });
      return;
    case 'double-opt-in': {
      const value = DOUBLE_OPT_IN[act.stage];
      setProperty(contact, 'hs_emailconfirmationstatus', value, { sourceType: 'CALCULATED' }, at);
      return;
    }
    case 'colleague':
      set(act.typeId, act.to, {
        source: inPanel(act.userId),
        text: texts.staff,
        at,
        ...ground(act),
      });
      return;
    case 'colleague-everything':
      setEverything(data, addressOf(contact), 'UNSUBSCRIBED', {
        source: inPanel(act.userId),
        text: texts.staff,
        at,
      });
      return;
    case 'workflow':
      set(act.typeId, act.to, {
        source: { sourceType: 'AUTOMATION_PLATFORM', sourceLabel: act.name },
        text: texts.workflow,
        at,
        ...ground(act),
      });
      return;
    case 'import':
      set(act.typeId, act.to, {
        source: { sourceType: 'IMPORT', sourceLabel: act.name },
        text: texts.import,
        at,
        ...ground(act),
      });
      return;
    case 'integration':
      set(act.typeId, act.to, {
        source: byApp(act.appId, act.name),
        text: DOCUMENTED_TEXTS.api,
        at,
        ...ground(act),
      });
      return;
    case 'unnamed':
      set(act.typeId, act.to, {
        source: { sourceType: 'OTHER' },
        text: DOCUMENTED_TEXTS.none,
        at,
      });
      return;
    case 'marketing-status':
      setMarketing(contact, act, at);
      return;
    case 'change-address':
      setProperty(contact, 'email', act.to, inPanel(act.userId), at);
      takeOverConsents(data, contact, at);
      return;
    case 'property':
      setProperty(contact, act.name, act.value, act.source, at);
  }
}

/** A write by an app stands under the app's id, never under the person who clicked (hubspot/apis.md §2.4). */
export function byApp(appId: number, name: string): Source {
  return { sourceType: 'INTEGRATION', sourceId: String(appId), sourceLabel: name };
}

function create(
  data: PortalData,
  {
    contactId,
    properties,
    by = { sourceType: 'IMPORT', sourceLabel: 'Sandbox' },
  }: Extract<ContactAct, { readonly act: 'create' }>,
  at: number,
): void {
  const contact: StoredContact = { id: contactId, createdAt: at, updatedAt: at, history: {} };
  data.contacts[contactId] = contact;
  for (const [name, value] of Object.entries(properties)) {
    setProperty(contact, name, value, by, at);
  }
  takeOverConsents(data, contact, at);
}

/**
 * Since 2024-10-31 a form tied to a type resubscribes, but only with its box ticked; where privacy settings
 * are off, HubSpot records no opt-in at all (scenarios S3 and S6).
 */
function submit(
  data: PortalData,
  contact: StoredContact,
  act: { readonly typeId: string; readonly ticked: boolean; readonly formId?: string },
  at: number,
): void {
  const { contactActsAs, statusTexts, formOptsInWithPrivacySettingsOff } = data.assumptions;
  const formId = act.formId ?? SEMINAR_FORM;
  const name = FORMS[formId];
  if (name === undefined) throw new Error(`no form ${formId}`);
  const source = { sourceType: contactActsAs.form, sourceId: formId, sourceLabel: name };
  setProperty(contact, 'recent_conversion_event_name', name, source, at);
  if (!act.ticked || (data.privacySettings === 'off' && !formOptsInWithPrivacySettingsOff)) return;
  setStatus(data, addressOf(contact), act.typeId, 'SUBSCRIBED', {
    source,
    text: statusTexts.form,
    at,
    legalBasis: 'CONSENT_WITH_NOTICE',
    explanation: `Box ticked on the form "${name}"`,
  });
}

/** A complaint counts as an opt-out of that mail's type and quarantines the address (hubspot/apis.md §9; inferred). */
function complain(data: PortalData, contact: StoredContact, typeId: string, change: Change): void {
  const { source, at } = change;
  setStatus(data, addressOf(contact), typeId, 'UNSUBSCRIBED', change);
  setProperty(contact, 'hs_email_quarantined', 'true', source, at);
  setProperty(contact, 'hs_email_quarantined_reason', 'RECIPIENT_COMPLAINT', source, at);
  remember(data, { at, address: addressOf(contact), typeId, change: 'SPAM_REPORTED', source });
}

/** On counts at once; off only at the next update date (HubSpot's pages on marketing contacts and billing). */
function setMarketing(
  contact: StoredContact,
  act: Extract<ContactAct, { readonly act: 'marketing-status' }>,
  at: number,
): void {
  const source = { sourceType: MARKETING_SOURCE[act.by], sourceLabel: act.name };
  if (act.to === 'non-marketing') {
    if (valueOf(contact, 'hs_marketable_status') === 'true') {
      setProperty(contact, 'hs_marketable_until_renewal', 'true', source, at);
    }
    return;
  }
  setProperty(contact, 'hs_marketable_status', 'true', source, at);
  setProperty(contact, 'hs_marketable_until_renewal', 'false', source, at);
  setProperty(contact, 'hs_marketable_reason_type', act.by, source, at);
  setProperty(contact, 'hs_marketable_reason_id', act.name, source, at);
}

const MARKETING_SOURCE = {
  FORM_SUBMISSION: 'FORM',
  USER_SET: 'CRM_UI',
  WORKFLOW: 'AUTOMATION_PLATFORM',
} as const;

function leaveMarketingIfScheduled(contact: StoredContact, at: number): void {
  if (valueOf(contact, 'hs_marketable_until_renewal') !== 'true') return;
  const source = { sourceType: 'CALCULATED' };
  setProperty(contact, 'hs_marketable_status', 'false', source, at);
  setProperty(contact, 'hs_marketable_until_renewal', 'false', source, at);
}

function inPanel(userId: number): Source {
  return {
    sourceType: 'CRM_UI',
    sourceId: `userId:${String(userId)}`,
    updatedByUserId: userId,
  };
}

function ground({ legalBasis, explanation }: Ground): Ground {
  return {
    ...(legalBasis === undefined ? {} : { legalBasis }),
    ...(explanation === undefined ? {} : { explanation }),
  };
}

function addressOf(contact: StoredContact): string {
  const address = valueOf(contact, 'email') ?? '';
  if (address === '') throw new Error(`contact ${contact.id} has no address`);
  return address;
}
