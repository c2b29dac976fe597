import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import type { Assumptions } from '../../sandbox/emulator/hubspot/assumptions.ts';

export const PORTAL = 1001;
export const SCHEMAS = '/crm-object-schemas/2026-09/schemas';
export const OBJECTS = '/crm/objects/2026-09';
export const V3 = '/crm/v3/objects';

const SCOPES = [
  'crm.objects.contacts.read',
  'crm.objects.contacts.write',
  'crm.objects.custom.read',
  'crm.objects.custom.write',
  'crm.schemas.contacts.read',
  'crm.schemas.contacts.write',
  'crm.schemas.custom.read',
  'crm.schemas.custom.write',
  'settings.users.read',
  'settings.users.teams.read',
];

/** What the ledger of issue 6 will look like, small. */
export const ENTRY = {
  name: 'consent_entry',
  labels: { singular: 'Consent entry', plural: 'Consent entries' },
  primaryDisplayProperty: 'position',
  requiredProperties: ['position'],
  searchableProperties: ['position', 'note'],
  secondaryDisplayProperties: ['note'],
  allowsSensitiveProperties: false,
  associatedObjects: ['CONTACT'],
  properties: [
    {
      name: 'position',
      label: 'Position',
      type: 'string',
      fieldType: 'text',
      hasUniqueValue: true,
    },
    { name: 'note', label: 'Note', type: 'string', fieldType: 'textarea' },
    { name: 'weight', label: 'Weight', type: 'number', fieldType: 'number' },
    { name: 'told_on', label: 'Told on', type: 'date', fieldType: 'date' },
    { name: 'told_at', label: 'Told at', type: 'datetime', fieldType: 'date' },
    {
      name: 'outcome',
      label: 'Outcome',
      type: 'enumeration',
      fieldType: 'select',
      options: ['done', 'refused'].map((value, displayOrder) => ({
        label: value,
        value,
        displayOrder,
        hidden: false,
      })),
    },
  ],
};

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** An emulator without scenarios but for one contact, whose token has all the scopes. */
export function desk(assumptions: Partial<Assumptions> = {}) {
  const hubspot = createHubSpotOnDesk({ assumptions, scenarios: [], isSetUp: false });
  hubspot.grant(PORTAL, SCOPES);
  for (const contactId of ['101', '102']) {
    hubspot.act(PORTAL, {
      act: 'create',
      contactId,
      properties: { email: `contact-${contactId}@example.com`, firstname: `Contact ${contactId}` },
    });
  }
  const ask = (method: string, path: string, body?: unknown): Answer => {
    const answer = hubspot.handle({
      method,
      path,
      headers: { authorization: 'Bearer pat-sandbox-1001' },
      body: body === undefined ? '' : JSON.stringify(body),
    });
    return {
      status: answer.status,
      body: answer.body === '' ? {} : (JSON.parse(answer.body) as Answer['body']),
    };
  };
  return { hubspot, ask };
}

/** The same with the ledger's object, and short ways to its records. */
export function deskWithEntries(assumptions: Partial<Assumptions> = {}) {
  const { hubspot, ask } = desk(assumptions);
  const made = ask('POST', SCHEMAS, ENTRY);
  if (made.status !== 201) throw new Error(JSON.stringify(made));
  const type = String(made.body['objectTypeId']);
  return {
    hubspot,
    ask,
    type,
    associationTypeId: Number((made.body['associations'] as { id: string }[])[0]?.id),
    put: (position: string, more: object = {}, from = OBJECTS) =>
      ask('POST', `${from}/${type}`, { properties: { position, ...more } }),
    read: (id: string, query = '') => ask('GET', `${OBJECTS}/${type}/${id}${query}`),
    byKey: (position: string) =>
      ask('GET', `${OBJECTS}/${type}/${encodeURIComponent(position)}?idProperty=position`),
    archive: (id: string) => ask('DELETE', `${OBJECTS}/${type}/${id}`),
    search: (body: object) => ask('POST', `${OBJECTS}/${type}/search`, body),
  };
}
