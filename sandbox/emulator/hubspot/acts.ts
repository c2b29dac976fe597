import { DOCUMENTED_TEXTS } from './assumptions.ts';
import { remember, setEverything, setStatus, takeOverConsents, type Change } from './consents.ts';
import { contactIn, nextId, setProperty, valueOf } from './contacts.ts';
import type { Billing, Edition, PortalSettings } from './editions.ts';
import type { PortalData, Source, State, Status, StoredContact } from './entities.ts';
import { formWithId, optInsOf, SEMINAR_FORM, submitForm } from './forms.ts';
import { archive, erase, merge } from './lives.ts';
import { setMarketing } from './marketing.ts';
import { MARKETING_FLOWS, REQUEST_PROPERTY } from './marketing-workflows.ts';
import { CONTACT_TYPE } from './objects/data.ts';
import { createProperty } from './objects/property-changes.ts';
import { optIn, ownReturn, staffOptIn } from './opt-ins.ts';
import { byApp, byColleague, byHubSpot, byImport, byWorkflow, textOfApp } from './sources.ts';

/** What people and machines do to a contact's consent, besides this product's own functions. */
export type Act = ContactAct | PortalAct;

export type ContactAct = { readonly contactId: string } & (
  | {
      readonly act: 'create';
      readonly properties: Readonly<Record<string, string>>;
      /** What brought the contact into HubSpot; an import where nothing is said. */
      readonly by?: Source;
    }
  /** The link in a mail's footer, for the type of that mail. */
  | { readonly act: 'contact-link'; readonly typeId: string }
  | { readonly act: 'contact-link-everything'; readonly brand?: number }
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
  /** A form on legitimate interest: it has no box, and opts in to its types as soon as it is submitted. */
  | { readonly act: 'contact-interest-form'; readonly formId: string }
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
  | { readonly act: 'delete' }
  /** Erasure under privacy law. */
  | { readonly act: 'privacy-delete' }
  /** Another contact goes into this one. */
  | { readonly act: 'merge'; readonly otherId: string }
  | { readonly act: 'change-address'; readonly to: string; readonly userId: number }
  | {
      readonly act: 'property';
      readonly name: string;
      readonly value: string;
      readonly source: Source;
    }
);

export type PortalAct =
  | { readonly act: 'edition'; readonly to: Edition }
  | { readonly act: 'privacy-settings'; readonly to: 'on' | 'off' }
  | { readonly act: 'portal-double-opt-in'; readonly to: 'on' | 'off' }
  | { readonly act: 'billing'; readonly to: Billing }
  /** An admin makes a workflow, in HubSpot's own JSON. */
  | { readonly act: 'flow'; readonly definition: Readonly<Record<string, unknown>> }
  /** An admin turns the two workflows that apply requests for marketing status on or off; on makes what is not there, with the property they wait for. */
  | { readonly act: 'marketing-workflows'; readonly to: 'on' | 'off' };

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
  if (!('contactId' in act)) {
    playOnPortal(data, act, at);
    return;
  }
  if (act.act === 'create') {
    if (!isKeptOut(data, act)) create(data, act, at);
    return;
  }
  const contact = contactIn(data, act.contactId);
  if (contact === undefined) throw new Error(`no contact ${act.contactId}`);
  playOn(data, contact, act, at);
}

/** An erased address does not come back by import or by hand; a form or the API may bring it (hubspot/apis.md §9). */
function isKeptOut(
  { erased }: PortalData,
  { properties, by = IMPORTED }: Extract<ContactAct, { readonly act: 'create' }>,
): boolean {
  const byHand = by.sourceType === 'IMPORT' || by.sourceType === 'CRM_UI';
  return byHand && erased.includes((properties['email'] ?? '').toLowerCase());
}

function playOnPortal(data: PortalData, act: PortalAct, at: number): void {
  const set = (change: Partial<PortalSettings>) => {
    data.settings = { ...data.settings, ...change };
  };
  switch (act.act) {
    case 'edition':
      set({ edition: act.to });
      return;
    case 'privacy-settings':
      set({ privacySettings: act.to });
      return;
    case 'portal-double-opt-in':
      set({ doubleOptIn: act.to });
      return;
    case 'billing':
      set({ billing: act.to });
      return;
    case 'flow':
      addFlow(data, act.definition, at);
      return;
    case 'marketing-workflows':
      turnWorkflows(data, act.to === 'on', at);
  }
}

function turnWorkflows(data: PortalData, isEnabled: boolean, at: number): void {
  // Refused where the property is there already, and then left as it is.
  if (isEnabled) createProperty(data, CONTACT_TYPE, REQUEST_PROPERTY, at);
  for (const definition of MARKETING_FLOWS) {
    const flow = data.flows.find((one) => one.definition['name'] === definition.name);
    if (flow === undefined) {
      if (isEnabled) addFlow(data, definition, at);
      continue;
    }
    flow.definition = { ...flow.definition, isEnabled };
    flow.revision += 1;
    flow.updatedAt = at;
  }
}

function playOn(
  data: PortalData,
  contact: StoredContact,
  act: Exclude<ContactAct, { readonly act: 'create' }>,
  at: number,
): void {
  const { contactActsAs, statusTexts: texts } = data.assumptions;
  const link: Change = {
    source: { sourceType: contactActsAs.link },
    by: 'contact',
    text: texts.link,
    at,
  };
  const back: Change = { ...link, text: DOCUMENTED_TEXTS.preferencesPage };
  const set = (typeId: string, to: State, change: Change, under = staffOptIn(data)) => {
    if (to === 'SUBSCRIBED') optIn(data, addressOf(contact), typeId, change, under);
    else setStatus(data, addressOf(contact), typeId, to, change);
  };
  const write = (name: string, value: string, source: Source) => {
    setProperty(data, contact, name, value, source, at);
  };
  switch (act.act) {
    case 'contact-link':
      set(act.typeId, 'UNSUBSCRIBED', link);
      return;
    case 'contact-link-everything':
      setEverything(data, addressOf(contact), 'UNSUBSCRIBED', link, act.brand);
      return;
    case 'contact-preferences':
      set(act.typeId, act.to, act.to === 'SUBSCRIBED' ? back : link, ownReturn(data));
      return;
    case 'contact-resubscription-mail':
      set(act.typeId, 'SUBSCRIBED', back, ownReturn(data));
      return;
    case 'contact-form':
      submit(data, contact, act.formId ?? SEMINAR_FORM, act.ticked ? [act.typeId] : [], at);
      return;
    case 'contact-interest-form':
      submit(data, contact, act.formId, [], at);
      return;
    case 'spam-complaint':
      complain(data, contact, act.typeId, { ...link, text: texts.complaint });
      return;
    case 'hard-bounce':
      write('hs_email_hard_bounce_reason_enum', act.reason, link.source);
      remember(data, {
        at,
        address: addressOf(contact),
        change: 'BOUNCED',
        source: link.source,
        by: 'hubspot',
      });
      return;
    case 'double-opt-in':
      write('hs_emailconfirmationstatus', DOUBLE_OPT_IN[act.stage], byHubSpot());
      return;
    case 'colleague':
      set(act.typeId, act.to, {
        source: byColleague(data, act.userId),
        by: 'colleague',
        text: texts.staff,
        at,
        ...ground(act),
      });
      return;
    case 'colleague-everything':
      setEverything(data, addressOf(contact), 'UNSUBSCRIBED', {
        source: byColleague(data, act.userId),
        by: 'colleague',
        text: texts.staff,
        at,
      });
      return;
    case 'workflow':
      set(act.typeId, act.to, {
        source: byWorkflow(data, act.name),
        by: 'workflow',
        text: texts.workflow,
        at,
        ...ground(act),
      });
      return;
    case 'import':
      set(act.typeId, act.to, {
        source: byImport(data, act.name),
        by: 'import',
        text: texts.import,
        at,
        ...ground(act),
      });
      return;
    case 'integration':
      // Apps come by the dated endpoint, which decides what an opt-out of everything means to them.
      set(
        act.typeId,
        act.to,
        {
          source: byApp(data, act.appId, act.name),
          by: 'app',
          text: textOfApp(data, act.appId),
          at,
          ...ground(act),
        },
        data.assumptions.datedOptInUnderOptOutOfEverything,
      );
      return;
    case 'unnamed':
      // [guess: unnamedSource]
      set(act.typeId, act.to, {
        source: { sourceType: 'OTHER' },
        by: 'unnamed',
        text: DOCUMENTED_TEXTS.none,
        at,
      });
      return;
    case 'marketing-status':
      setMarketing(data, contact, { ...act, at });
      return;
    case 'delete':
      archive(data, contact, at);
      return;
    case 'privacy-delete':
      erase(data, contact);
      return;
    case 'merge': {
      const other = contactIn(data, act.otherId);
      if (other === undefined) throw new Error(`no contact ${act.otherId}`);
      merge(data, contact, other, at);
      return;
    }
    case 'change-address':
      // [guess: changedAddress]
      write('email', act.to, byColleague(data, act.userId));
      takeOverConsents(data, contact, byColleague(data, act.userId), at);
      return;
    case 'property':
      write(act.name, act.value, act.source);
  }
}

export function addFlow(
  data: PortalData,
  definition: Readonly<Record<string, unknown>>,
  at: number,
): string {
  const id = String(1_700_000_000 + nextId(data));
  data.flows.push({ id, revision: 1, createdAt: at, updatedAt: at, definition });
  return id;
}

const IMPORTED: Source = { sourceType: 'IMPORT', sourceLabel: 'Sandbox' };

/** Puts a contact into a portal, with whatever is on record for the address already. */
export function create(
  data: PortalData,
  {
    contactId,
    properties,
    by = IMPORTED,
  }: Pick<Extract<ContactAct, { readonly act: 'create' }>, 'contactId' | 'properties' | 'by'>,
  at: number,
): StoredContact {
  const contact: StoredContact = { id: contactId, createdAt: at, updatedAt: at, history: {} };
  data.contacts[contactId] = contact;
  for (const [name, value] of Object.entries(properties)) {
    setProperty(data, contact, name, value, by, at);
  }
  takeOverConsents(data, contact, by, at);
  return contact;
}

function submit(
  data: PortalData,
  contact: StoredContact,
  formId: string,
  tickedTypeIds: readonly string[],
  at: number,
): void {
  const form = formWithId(formId);
  if (form === undefined) throw new Error(`no form ${formId}`);
  submitForm(data, contact, {
    form,
    optIns: optInsOf(form, tickedTypeIds),
    values: [{ name: 'email', value: addressOf(contact) }],
    at,
  });
}

/** Whether a complaint is an opt-out of that mail's type, and whether it quarantines the contact, is open. */
function complain(data: PortalData, contact: StoredContact, typeId: string, change: Change): void {
  const { source, at } = change;
  if (data.assumptions.complaintOptsOut) {
    setStatus(data, addressOf(contact), typeId, 'UNSUBSCRIBED', change);
  }
  if (data.assumptions.complaintQuarantines) {
    setProperty(data, contact, 'hs_email_quarantined', 'true', source, at);
    setProperty(data, contact, 'hs_email_quarantined_reason', 'RECIPIENT_COMPLAINT', source, at);
  }
  remember(data, {
    at,
    address: addressOf(contact),
    typeId,
    change: 'SPAM_REPORTED',
    source,
    by: 'contact',
  });
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
