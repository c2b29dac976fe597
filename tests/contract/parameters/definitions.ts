import type { Request } from '../calls/call.ts';
import { SCHEMA, TYPE } from '../calls/custom-objects.ts';
import { eachIn, fieldIn } from '../emulator.ts';
import { each, effects, status, effectless, type Effect, type Effectless } from './effect.ts';

const PROPERTIES = '/crm/properties/2026-09';
const ANY = `${PROPERTIES}/{objectType}`;
const CONTACTS = `${PROPERTIES}/contacts`;
const SCHEMAS = '/crm-object-schemas/2026-09/schemas';

const ASKED: Request = {
  method: 'POST',
  path: CONTACTS,
  body: {
    name: 'asked',
    label: 'Asked',
    type: 'string',
    fieldType: 'text',
    groupName: 'contactinformation',
  },
};
const ARCHIVED = [ASKED, { method: 'DELETE', path: `${CONTACTS}/asked` }] as const;
const SCHEMA_GONE: Request = { method: 'DELETE', path: `${SCHEMAS}/${TYPE}` };

/** Whether a list of a schema, or of the first of several, has anything in it. */
const isFilled =
  (...path: readonly (string | number)[]): Effect['shows'] =>
  ({ body }) =>
    fieldIn(body, ...path, 0) !== undefined;

/** Properties, groups and schemas. */
export const DEFINITION_EFFECTS: readonly Effect[] = [
  ...effects(`GET ${ANY}`, { path: `${CONTACTS}?properties=email,asked`, before: ARCHIVED }, [
    ['archived=true', each('name'), ['email'], ['asked']],
    ['dataSensitivity=sensitive', each('name'), ['email'], []],
  ]),
  ...effects(`GET ${ANY}`, { path: CONTACTS }, [
    ['properties=email', ({ body }) => eachIn(body, 'results').length > 1, true, false],
  ]),
  ...effects(`GET ${ANY}/{propertyName}`, { path: `${CONTACTS}/asked`, before: ARCHIVED }, [
    ['archived=true', status, 404, 200],
    ['dataSensitivity=sensitive', status, 200, 404, { before: [ASKED] }],
  ]),
  ...effects(`GET ${SCHEMAS}`, { path: SCHEMAS, before: [SCHEMA] }, [
    ['archived=true', each('name'), ['consent_entry'], []],
    ['archived=true', each('name'), [], ['consent_entry'], { before: [SCHEMA, SCHEMA_GONE] }],
    ['includeAssociationDefinitions=false', isFilled('results', 0, 'associations'), true, false],
    ['includePropertyDefinitions=false', isFilled('results', 0, 'properties'), true, false],
  ]),
  ...effects(`GET ${SCHEMAS}/{objectType}`, { path: `${SCHEMAS}/${TYPE}`, before: [SCHEMA] }, [
    ['includeAssociationDefinitions=false', isFilled('associations'), true, false],
    ['includePropertyDefinitions=false', isFilled('properties'), true, false],
  ]),
  ...effects(`DELETE ${SCHEMAS}/{objectType}`, { path: `${SCHEMAS}/${TYPE}`, before: [SCHEMA] }, [
    // Deleting for good is of an archived schema only.
    ['archived=true', status, 204, 404],
    ['archived=true', status, 404, 204, { before: [SCHEMA, SCHEMA_GONE] }],
  ]),
];

export const DEFINITIONS_UNEXPLAINED: readonly Effectless[] = [
  ...effectless(
    `GET ${SCHEMAS}`,
    { path: SCHEMAS, before: [SCHEMA] },
    'includeAuditMetadata=false',
  ),
  ...effectless(
    `GET ${SCHEMAS}/{objectType}`,
    { path: `${SCHEMAS}/${TYPE}`, before: [SCHEMA] },
    'includeAuditMetadata=false',
  ),
];

export const DEFINITIONS_UNSUPPORTED: readonly Effectless[] = [
  ...effectless(`GET ${ANY}`, { path: CONTACTS }, 'locale=ja'),
  ...effectless(
    `GET ${ANY}/{propertyName}`,
    { path: `${CONTACTS}/email` },
    'locale=ja',
    'properties=email',
  ),
  ...effectless(
    `POST ${ANY}/batch/read`,
    {
      path: `${CONTACTS}/batch/read`,
      body: { inputs: [{ name: 'email' }], archived: false, dataSensitivity: 'non_sensitive' },
    },
    'locale=ja',
  ),
  ...effectless(`GET ${ANY}/groups`, { path: `${CONTACTS}/groups` }, 'locale=ja'),
  ...effectless(
    `GET ${ANY}/groups/{groupName}`,
    { path: `${CONTACTS}/groups/contactinformation` },
    'locale=ja',
  ),
];
