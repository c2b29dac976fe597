import { schemaFacts } from './facts.ts';
import type { Family, Specs, SpecSchema } from './specs.ts';

/** An enum that code goes through: its name in code, and the field of HubSpot's schema where it stands. */
const ENUMS: readonly (readonly [name: string, Family, schema: string, field: string])[] = [
  [
    'STATUS_STATES',
    'communication-preferences-2026-09',
    'PartialPublicStatusRequest',
    'statusState',
  ],
  ['LEGAL_BASES', 'communication-preferences-2026-09', 'PartialPublicStatusRequest', 'legalBasis'],
  [
    'V3_LEGAL_BASES',
    'communication-preferences-v3',
    'PublicUpdateSubscriptionStatusRequest',
    'legalBasis',
  ],
  ['SEARCH_OPERATORS', 'contacts-2026-09', 'Filter', 'operator'],
];

/** Fields that a definition must have before HubSpot takes it. */
const REQUIRED: readonly (readonly [name: string, Family, schema: string])[] = [
  ['FLOW_CREATE_REQUIRED', 'automation-2026-09-beta', 'ApiContactFlowCreateRequest'],
];

/** What formatters send: the type's name in code, and HubSpot's schema. */
const SHAPES: readonly (readonly [name: string, Family, schema: string])[] = [
  ['StandardError', 'contacts-2026-09', 'StandardError'],
  ['SentContact', 'contacts-2026-09', 'SimplePublicObjectWithAssociations'],
  ['SentVersion', 'contacts-2026-09', 'ValueWithTimestamp'],
  ['SubscriptionDefinition', 'communication-preferences-2026-09', 'SubscriptionDefinition'],
  ['PublicStatus', 'communication-preferences-2026-09', 'PublicStatus'],
  ['PublicWideStatus', 'communication-preferences-2026-09', 'PublicWideStatus'],
  ['V3Status', 'communication-preferences-v3', 'PublicSubscriptionStatus'],
  ['Property', 'properties-2026-09', 'Property'],
  ['PropertyCreate', 'properties-2026-09', 'PropertyCreate'],
  ['ExternalUnifiedEvent', 'events-2026-09', 'ExternalUnifiedEvent'],
  ['PublicOwner', 'owners-2026-09', 'PublicOwner'],
  ['PublicUser', 'user-provisioning-2026-03', 'PublicUser'],
  ['PropertyGroup', 'properties-2026-09', 'PropertyGroup'],
  ['ObjectSchema', 'schemas-2026-09', 'ObjectSchema'],
  ['ObjectTypeDefinition', 'schemas-2026-09', 'ObjectTypeDefinition'],
  ['AssociationDefinition', 'schemas-2026-09', 'AssociationDefinition'],
  ['PortalInformation', 'account-info-2026-09', 'PortalInformationResponse'],
  ['FormDefinition', 'forms-v3', 'HubSpotFormDefinition'],
];

/** Enums and field names for code, in TypeScript. A formatter that sends another field does not compile. */
export function namesOf(specs: Specs): string {
  const enums = ENUMS.map(([name, family, schema, field]) => {
    const values = schemaIn(specs, family, schema).properties?.[field]?.enum;
    if (values === undefined) throw new Error(`${family}: ${schema}.${field} has no enum any more`);
    return `/** ${family}: ${schema}.${field} */\nexport const ${name} = [${quoted(values).join(', ')}] as const;\n`;
  });
  const required = REQUIRED.map(([name, family, schema]) => {
    const { required: fields = [] } = schemaIn(specs, family, schema);
    return `/** ${family}: ${schema}, required */\nexport const ${name} = [${quoted(fields).join(', ')}] as const;\n`;
  });
  const shapes = SHAPES.map(([name, family, schema]) => {
    const { properties = {}, required = [] } = schemaIn(specs, family, schema);
    const fields = Object.entries(properties).map(
      ([field, facts]) =>
        `  readonly ${field}${required.includes(field) ? '' : '?'}: ${typeOf(facts)};\n`,
    );
    return `/** ${family}: ${schema} */\nexport interface ${name} {\n${fields.join('')}}\n`;
  });
  const paths = [...new Set(Object.values(specs).flatMap((spec) => Object.keys(spec.paths)))];
  const all = `/** Every path of HubSpot’s OpenAPI files, whatever its methods. */\nexport const HUBSPOT_PATHS = [\n${quoted(
    paths,
  )
    .map((path) => `  ${path},\n`)
    .join('')}] as const;\n`;
  return ['/** Written by `npm run generate` from HubSpot’s OpenAPI files; never by hand. */\n']
    .concat(enums, required, all, shapes)
    .join('\n');
}

function schemaIn(specs: Specs, family: Family, name: string): SpecSchema {
  const schema = specs[family].components.schemas[name];
  if (schema === undefined) throw new Error(`${family} has no schema ${name} any more`);
  return schemaFacts(schema);
}

/** Shared schemas inside a shape are checked when they are sent, not when code compiles. */
function typeOf({ type, enum: values, items, additionalProperties, nullable }: SpecSchema): string {
  if (values !== undefined) return quoted([...values].sort()).join(' | ');
  const orNull = nullable === true ? ' | null' : '';
  switch (type) {
    case 'string':
    case 'boolean':
      return type + orNull;
    case 'integer':
    case 'number':
      return `number${orNull}`;
    case 'array':
      return `readonly (${typeOf(items ?? {})})[]`;
    case 'object':
      return typeof additionalProperties === 'object'
        ? `Readonly<Record<string, ${typeOf(additionalProperties)}>>`
        : 'object';
    default:
      return 'object';
  }
}

function quoted(values: readonly string[]): string[] {
  return [...values].sort().map((value) => `'${value}'`);
}
