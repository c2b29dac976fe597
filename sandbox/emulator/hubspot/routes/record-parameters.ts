import type { Parameters } from '../parameters.ts';

/** The query parameters of contacts and of records, which HubSpot's OpenAPI files declare alike. */

export const IS_ARCHIVED: Parameters = { archived: 'flag' };

const SHOWN: Parameters = {
  ...IS_ARCHIVED,
  associations: 'texts',
  properties: 'texts',
  propertiesWithHistory: 'texts',
};

export const PAGED: Parameters = { after: 'text', limit: 'integer' };
export const LIST_OF_RECORDS: Parameters = { ...SHOWN, ...PAGED };
export const WRITTEN_RECORD: Parameters = { idProperty: 'text' };
export const ONE_RECORD: Parameters = { ...SHOWN, ...WRITTEN_RECORD };
