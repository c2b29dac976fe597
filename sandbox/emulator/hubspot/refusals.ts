import { scopesIn, type Scopes } from './scopes.ts';

/** HubSpot's error answer; sentences follow those that its pages and third parties report (hubspot/apis.md §1.4, §7). */
export interface Refusal {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export function refusal(
  status: number,
  category: string,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): Refusal {
  return { status, body: { status: 'error', message, category, ...more } };
}

export const refusals = {
  unauthorised: () =>
    refusal(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.'),
  missingScope: (scopes: Scopes) =>
    refusal(403, 'MISSING_SCOPES', 'This app hasn’t been granted all required scopes.', {
      errors: [
        {
          message: 'One or more of the following scopes are required.',
          context: { requiredGranularScopes: scopesIn(scopes) },
        },
      ],
    }),
  notFound: () => refusal(404, 'OBJECT_NOT_FOUND', 'resource not found'),
  noRoute: (method: string, path: string) =>
    refusal(501, 'NOT_EMULATED', `the sandbox does not emulate ${method} ${path}`),
  noParameter: (method: string, path: string, name: string) =>
    refusal(501, 'NOT_EMULATED', `the sandbox does not emulate ?${name} of ${method} ${path}`),
  noValue: (field: string, value: unknown) =>
    refusal(501, 'NOT_EMULATED', `the sandbox does not emulate ${field} ${String(value)}`),
  invalid: (message: string) => refusal(400, 'VALIDATION_ERROR', message),
  unreadable: () => refusal(400, 'VALIDATION_ERROR', 'Invalid input JSON'),
  channelMissing: () => refusal(400, 'VALIDATION_ERROR', 'channel is required'),
  /** A plain 400 for a value that can't be set (see `readOnlyAnswer`). */
  notSettable: (property: string) => refusal(400, 'VALIDATION_ERROR', `${property} can't be set`),
  readOnly: (property: string) =>
    badProperty(
      property,
      'READ_ONLY_VALUE',
      `"${property}" is a read only property; its value cannot be set.`,
    ),
  noSuchProperty: (property: string) =>
    badProperty(property, 'PROPERTY_DOESNT_EXIST', `Property "${property}" does not exist`),
  /** HubSpot's own sentence (three public recordings of v3, hubspot/apis.md §1.4). */
  unsubscribed: (typeId: string, address: string) =>
    refusal(
      400,
      'VALIDATION_ERROR',
      `Subscription ${typeId} for ${address} cannot be updated because they have unsubscribed`,
    ),
  notAnAddress: (property: string) =>
    badProperty(property, 'INVALID_EMAIL', `"${property}" is not a valid email address.`),
  noSubscriber: () => refusal(400, 'VALIDATION_ERROR', 'Invalid email address'),
  noSuchForm: () => refusal(404, 'FORM_NOT_FOUND', 'No form has this id'),
  addressTaken: (contactId: string) =>
    refusal(409, 'CONFLICT', `Contact already exists. Existing ID: ${contactId}`),
  /** Its own shape: `errorType` and `policyName` stand where other answers have `category`. */
  rateLimited: (): Refusal => ({
    status: 429,
    body: {
      status: 'error',
      message: 'You have reached your ten_secondly_rolling limit.',
      errorType: 'RATE_LIMIT',
      policyName: 'TEN_SECONDLY_ROLLING',
    },
  }),
  searchLimited: (): Refusal => ({
    status: 429,
    body: {
      status: 'error',
      message: 'You have reached your secondly limit.',
      errorType: 'RATE_LIMIT',
      policyName: 'SECONDLY',
    },
  }),
  failing: (status: number) => refusal(status, 'INTERNAL_ERROR', 'internal error'),
};

export function badProperty(property: string, code: string, message: string): Refusal {
  return refusal(400, 'VALIDATION_ERROR', `Property values were not valid: ${message}`, {
    errors: [{ message, code, context: { propertyName: [property] } }],
  });
}
