import { ASSUMPTIONS } from './assumptions.ts';
import type {
  PortalData,
  Source,
  State,
  Status,
  StoredAddress,
  StoredContact,
} from './entities.ts';
import { SEMINAR_FORM } from './portals.ts';

/** What people and machines do to a contact's consent, besides this product's own functions. */
export type Act =
  | {
      readonly act: 'create';
      readonly contactId: string;
      readonly properties: Readonly<Record<string, string>>;
    }
  | { readonly act: 'contact-link'; readonly contactId: string; readonly typeId: string }
  | { readonly act: 'contact-link-everything'; readonly contactId: string }
  | {
      readonly act: 'contact-preferences';
      readonly contactId: string;
      readonly typeId: string;
      readonly to: State;
    }
  | {
      readonly act: 'contact-form';
      readonly contactId: string;
      readonly typeId: string;
      /** Was the box for this subscription type ticked? */
      readonly ticked: boolean;
    }
  | {
      readonly act: 'colleague';
      readonly contactId: string;
      readonly typeId: string;
      readonly to: State;
      readonly userId: number;
      readonly legalBasis?: string;
      readonly explanation?: string;
    }
  | {
      readonly act: 'workflow';
      readonly contactId: string;
      readonly typeId: string;
      readonly to: State;
      readonly name: string;
    }
  | {
      readonly act: 'unnamed';
      readonly contactId: string;
      readonly typeId: string;
      readonly to: State;
    }
  | {
      readonly act: 'property';
      readonly contactId: string;
      readonly name: string;
      readonly value: string;
      readonly source: Source;
    };

/** Plays one act at one instant. Throws on a contact that does not exist: a scenario's own mistake. */
export function play(data: PortalData, act: Act, at: number): void {
  if (act.act === 'create') {
    const contact: StoredContact = { id: act.contactId, createdAt: at, updatedAt: at, history: {} };
    data.contacts[act.contactId] = contact;
    for (const [name, value] of Object.entries(act.properties)) {
      setProperty(contact, name, value, { sourceType: 'IMPORT', sourceLabel: 'Sandbox' }, at);
    }
    return;
  }
  const contact = data.contacts[act.contactId];
  if (contact === undefined) throw new Error(`no contact ${act.contactId}`);
  const { form, link } = ASSUMPTIONS.contactActsAs;
  const texts = ASSUMPTIONS.statusTexts;
  switch (act.act) {
    case 'contact-link':
      setStatus(data, contact, act.typeId, 'UNSUBSCRIBED', { sourceType: link }, texts.link, at);
      return;
    case 'contact-link-everything':
      optOutOfEverything(data, contact, { sourceType: link }, texts.link, at);
      return;
    case 'contact-preferences': {
      const text = act.to === 'SUBSCRIBED' ? 'Self Service Resubscription' : texts.link;
      setStatus(data, contact, act.typeId, act.to, { sourceType: link }, text, at);
      return;
    }
    case 'contact-form': {
      const source = {
        sourceType: form,
        sourceId: SEMINAR_FORM.id,
        sourceLabel: SEMINAR_FORM.name,
      };
      setProperty(contact, 'recent_conversion_event_name', SEMINAR_FORM.name, source, at);
      // Since 2024-10-31 a form tied to a type resubscribes, but only with its box ticked; where privacy
      // settings are off, HubSpot records no opt-in at all (scenario S6).
      if (act.ticked && data.privacySettings === 'on') {
        setStatus(data, contact, act.typeId, 'SUBSCRIBED', source, texts.form, at, {
          legalBasis: 'CONSENT_WITH_NOTICE',
          explanation: `Box ticked on the form "${SEMINAR_FORM.name}"`,
        });
      }
      return;
    }
    case 'colleague': {
      const source = {
        sourceType: 'CRM_UI',
        sourceId: `userId:${String(act.userId)}`,
        updatedByUserId: act.userId,
      };
      const { legalBasis, explanation } = act;
      setStatus(data, contact, act.typeId, act.to, source, texts.staff, at, {
        ...(legalBasis === undefined ? {} : { legalBasis }),
        ...(explanation === undefined ? {} : { explanation }),
      });
      return;
    }
    case 'workflow':
      setStatus(
        data,
        contact,
        act.typeId,
        act.to,
        { sourceType: 'AUTOMATION_PLATFORM', sourceLabel: act.name },
        texts.workflow,
        at,
      );
      return;
    case 'unnamed':
      setStatus(data, contact, act.typeId, act.to, { sourceType: 'OTHER' }, 'Not specified', at);
      return;
    case 'property':
      setProperty(contact, act.name, act.value, act.source, at);
  }
}

/** One status of an address, and the mirror of it on every contact that has the address. */
export function setStatus(
  data: PortalData,
  contact: StoredContact | undefined,
  typeId: string,
  state: State,
  source: Source,
  text: string,
  at: number,
  ground: Pick<Status, 'legalBasis' | 'explanation'> = {},
  address = contact === undefined ? undefined : valueOf(contact, 'email'),
): void {
  if (address === undefined || address === '') throw new Error('a status needs an address');
  addressOf(data, address).byType[typeId] = { state, at, source: text, ...ground };
  if (!ASSUMPTIONS.optOutPropertyMirrorsStatus) return;
  const value = state === 'UNSUBSCRIBED' ? 'true' : state === 'SUBSCRIBED' ? 'false' : '';
  for (const owner of ownersOf(data, address)) {
    setProperty(owner, `hs_email_optout_${typeId}`, value, source, at);
  }
}

export function optOutOfEverything(
  data: PortalData,
  contact: StoredContact | undefined,
  source: Source,
  text: string,
  at: number,
  address = contact === undefined ? undefined : valueOf(contact, 'email'),
): void {
  if (address === undefined || address === '') throw new Error('a status needs an address');
  addressOf(data, address).everything = { state: 'UNSUBSCRIBED', at, source: text };
  for (const owner of ownersOf(data, address)) {
    setProperty(owner, 'hs_email_optout', 'true', source, at);
  }
}

export function addressOf(data: PortalData, address: string): StoredAddress {
  return (data.addresses[address.toLowerCase()] ??= { byType: {} });
}

export function valueOf(contact: StoredContact, property: string): string | undefined {
  return contact.history[property]?.at(-1)?.value;
}

export function setProperty(
  contact: StoredContact,
  name: string,
  value: string,
  source: Source,
  at: number,
): void {
  (contact.history[name] ??= []).push({ value, at, ...source });
  contact.updatedAt = at;
}

function ownersOf(data: PortalData, address: string): StoredContact[] {
  return Object.values(data.contacts).filter(
    (contact) => valueOf(contact, 'email')?.toLowerCase() === address.toLowerCase(),
  );
}
