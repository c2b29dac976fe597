/** HubSpot's OpenAPI files. */
export const API_FILES = 'https://github.com/HubSpot/HubSpot-public-api-spec-collection';

/** Names a choice of the organisation as the source of a rule. */
export const CHOICE = (field: string) =>
  `The organisation's choice "${field}" in src/app/organisation.json`;
