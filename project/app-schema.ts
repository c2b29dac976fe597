/**
 * What each component's `config` must look like, written by hand from HubSpot's pages: HubSpot's own schema
 * is given only to an account (hubspot/local.md §4). It catches our mistakes, not a change of HubSpot's rules.
 */
const text = { type: 'string', minLength: 1 };
const urls = { type: 'array', items: { type: 'string', pattern: '^https://' } };
const strings = { type: 'array', items: text };

export const CONFIG_SCHEMAS: Readonly<Record<string, object>> = {
  APPLICATION: {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'distribution', 'auth'],
    properties: {
      name: { ...text, maxLength: 200 },
      description: { ...text, maxLength: 8192 },
      distribution: { const: 'private' },
      auth: {
        type: 'object',
        additionalProperties: false,
        required: ['type', 'requiredScopes'],
        properties: {
          type: { const: 'static' },
          requiredScopes: strings,
          optionalScopes: { ...strings, maxItems: 0 },
          conditionallyRequiredScopes: { ...strings, maxItems: 0 },
        },
      },
      permittedUrls: {
        type: 'object',
        additionalProperties: false,
        properties: { fetch: urls, iframe: urls, img: urls },
      },
    },
  },
  CARD: {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'location', 'entrypoint', 'objectTypes'],
    properties: {
      name: text,
      description: text,
      location: {
        enum: ['crm.record.tab', 'crm.record.sidebar', 'crm.preview', 'helpdesk.sidebar'],
      },
      entrypoint: { type: 'string', pattern: '^/app/cards/[A-Za-z]+\\.js$' },
      objectTypes: { type: 'array', minItems: 1, items: text },
    },
  },
  APP_FUNCTION: {
    type: 'object',
    additionalProperties: false,
    required: ['entrypoint'],
    properties: {
      entrypoint: { type: 'string', pattern: '^/app/functions/[a-z-]+\\.js$' },
      secretKeys: { type: 'array', items: { not: { const: 'PRIVATE_APP_ACCESS_TOKEN' } } },
    },
  },
};
