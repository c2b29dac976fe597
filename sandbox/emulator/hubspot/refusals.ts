/** HubSpot's error answer; `message` follows the sentences that its pages and third parties report. */
export interface Refusal {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

function refusal(
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
  missingScope: (scopes: readonly string[]) =>
    refusal(403, 'MISSING_SCOPES', 'This app hasn’t been granted all required scopes.', {
      errors: [
        {
          message: 'One or more of the following scopes are required.',
          context: { requiredGranularScopes: scopes },
        },
      ],
    }),
  notFound: () => refusal(404, 'OBJECT_NOT_FOUND', 'resource not found'),
  noRoute: (method: string, path: string) =>
    refusal(501, 'NOT_EMULATED', `the sandbox does not emulate ${method} ${path}`),
  invalid: (message: string) => refusal(400, 'VALIDATION_ERROR', message),
  readOnly: (property: string) =>
    refusal(400, 'VALIDATION_ERROR', 'Property values were not valid', {
      errors: [
        {
          message: `"${property}" is a read only property; its value cannot be set.`,
          code: 'READ_ONLY_VALUE',
          context: { propertyName: [property] },
        },
      ],
    }),
};
