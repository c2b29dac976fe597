import { refusals, type Refusal } from './refusals.ts';

/**
 * What a query parameter may hold. `texts` may come repeated, separated by commas, or both; a list is the values
 * that there are. `not-emulated` is what HubSpot's file declares and the sandbox has no effect for: a call that
 * uses it is refused by name, and so never answered as if it had not.
 */
export type Parameter =
  'text' | 'texts' | 'flag' | 'integer' | 'instant' | 'not-emulated' | readonly string[];

/** By name, as HubSpot's OpenAPI file spells it; `{…}` at the end of a name stands for any text. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** What is wrong with a call's query. [guess: undeclaredParameters] */
export function queryRefusal(
  parameters: Parameters,
  query: URLSearchParams,
  call: { readonly method: string; readonly path: string },
): Refusal | undefined {
  for (const [name, value] of query) {
    const parameter = parameterNamed(parameters, name);
    if (parameter === undefined) continue;
    if (parameter === 'not-emulated') return refusals.noParameter(call.method, call.path, name);
    if (!isValue(parameter, value)) return refusals.invalid(`${name} is not valid`);
  }
  return undefined;
}

function parameterNamed(parameters: Parameters, name: string): Parameter | undefined {
  if (Object.hasOwn(parameters, name)) return parameters[name];
  const open = Object.keys(parameters).find((one) => {
    const at = one.indexOf('{');
    return at > 0 && name.startsWith(one.slice(0, at));
  });
  return open === undefined ? undefined : parameters[open];
}

function isValue(parameter: Parameter, value: string): boolean {
  switch (parameter) {
    case 'flag':
      return value === 'true' || value === 'false';
    case 'integer':
      return /^-?\d{1,15}$/.test(value);
    case 'instant':
      return !Number.isNaN(Date.parse(value));
    case 'text':
    case 'texts':
    case 'not-emulated':
      return true;
    default:
      return value.split(',').every((one) => parameter.includes(one));
  }
}
