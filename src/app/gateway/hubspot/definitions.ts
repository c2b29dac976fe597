import { PERSONAL_FIELDS, type PersonalField } from '../../ledger/personal.ts';

/** What this product creates in a portal, as HubSpot's API takes it. Data alone: the sandbox sets up its portals with it too. */

interface PropertyDefinition {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'datetime';
  readonly fieldType: 'text' | 'textarea' | 'number' | 'date';
  readonly hasUniqueValue: boolean;
  readonly formField: boolean;
  readonly displayOrder: number;
}

/** HubSpot's short form of a custom object's name, without the portal's id (guide to custom objects). */
export const ENTRY_TYPE = 'p_consent_card_entry';

export const CONTACT_TYPE_ID = '0-1';

/** Where a record of the ledger holds each personal field. */
export const PERSONAL_PROPERTY: Readonly<Record<PersonalField, string>> = {
  staffName: 'staff_name',
  address: 'address',
  explanation: 'explanation',
  evidence: 'evidence',
  earlierExplanation: 'earlier_explanation',
};

const PERSONAL_LABEL: Readonly<Record<PersonalField, string>> = {
  staffName: 'Personal: staff member',
  address: 'Personal: e-mail address',
  explanation: 'Personal: explanation of the legal basis',
  evidence: 'Personal: evidence',
  earlierExplanation: 'Personal: explanation that held before',
};

const KEEP = 'Written by Consent Card. A change by hand breaks the record, and is seen.';

/** One record an entry, and beside it one for its personal fields, which can be deleted without the entry. */
export const ENTRY_OBJECT = {
  name: 'consent_card_entry',
  labels: { singular: 'Consent record entry', plural: 'Consent record entries' },
  description:
    'Who changed which consent of a contact, when and why, signed and chained. Written by Consent Card; do not edit.',
  primaryDisplayProperty: 'title',
  secondaryDisplayProperties: ['kind', 'kept_at'],
  requiredProperties: ['key'],
  searchableProperties: ['title', 'contact'],
  allowsSensitiveProperties: false,
  associatedObjects: ['CONTACT'],
  properties: [
    text('key', 'Key', `Contact and position; no two records have the same. ${KEEP}`, true),
    text('title', 'Title', 'Position and kind, for people.'),
    text('contact', 'Contact’s record ID', KEEP),
    number('position', 'Position', `Place in the contact’s chain, from 0. ${KEEP}`),
    text('kind', 'Kind', `What the entry records, or “personal”. ${KEEP}`),
    {
      ...text('kept_at', 'Kept at', KEEP),
      type: 'datetime',
      fieldType: 'date',
    },
    number('repeats', 'Repeats', 'Equal refusals that were counted here instead of recorded.'),
    textarea('entry', 'Entry', `The signed entry as JSON, without personal fields. ${KEEP}`),
    text('statement', 'Statement', `Which entry the personal fields belong to. ${KEEP}`),
    ...PERSONAL_FIELDS.map((field) =>
      textarea(PERSONAL_PROPERTY[field], PERSONAL_LABEL[field], `Value and salt as JSON. ${KEEP}`),
    ),
  ],
} as const satisfies {
  readonly properties: readonly PropertyDefinition[];
} & Readonly<Record<string, unknown>>;

export const REQUEST_GROUP = { name: 'consent_card', label: 'Consent Card', displayOrder: -1 };

/** Set by the card; a workflow of the portal acts on it. Anybody who may edit contacts can set it too. */
export const REQUEST_PROPERTY = {
  ...text(
    'consent_card_marketing_request',
    'Marketing contact request (Consent Card)',
    'Consent Card asks here for a change of marketing contact status; a workflow of yours carries it out. Not to be edited by hand.',
  ),
  groupName: REQUEST_GROUP.name,
} as const;

function text(name: string, label: string, description: string, isUnique = false) {
  return {
    name,
    label,
    description,
    type: 'string',
    fieldType: 'text',
    hasUniqueValue: isUnique,
    formField: false,
    displayOrder: -1,
  } as const;
}

function textarea(name: string, label: string, description: string) {
  return { ...text(name, label, description), fieldType: 'textarea' } as const;
}

function number(name: string, label: string, description: string) {
  return { ...text(name, label, description), type: 'number', fieldType: 'number' } as const;
}
