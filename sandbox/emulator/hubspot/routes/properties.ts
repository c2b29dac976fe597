import { fine, type Call, type Result, type Route } from '../call.ts';
import { sentProperty } from '../formatters.ts';
import { propertyNamed } from '../properties.ts';
import { refusals } from '../refusals.ts';

/** What a property is and whether the API may write it (OpenAPI file properties 2026-09). */
export const PROPERTIES: readonly Route[] = [
  {
    method: 'GET',
    path: '/crm/properties/2026-09/contacts/{propertyName}',
    also: [
      '/crm/properties/2026-09/0-1/{propertyName}',
      '/crm/v3/properties/contacts/{propertyName}',
    ],
    scopes: ['crm.schemas.contacts.read', 'crm.objects.contacts.read'],
    answer: read,
  },
];

function read({ data }: Call, [name = '']: readonly string[]): Result {
  const definition = propertyNamed(data, name);
  return definition === undefined ? refusals.notFound() : fine(sentProperty(definition));
}
