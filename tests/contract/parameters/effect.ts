import type { Call } from '../calls/call.ts';
import { eachIn, fieldIn, type Answer } from '../emulator.ts';

/** What one query parameter of one route changes: the same call, once without and once with it. */
export interface Effect extends Omit<Call, 'does' | 'status' | 'older'> {
  /** Method and path of the route, as the emulator spells it. */
  readonly of: string;
  /** As HubSpot's file names it. */
  readonly parameter: string;
  /** As it stands in the query: `archived=true`. */
  readonly given: string;
  /** The part of the answer in which the effect is seen. */
  readonly shows: (answer: Answer) => unknown;
  readonly without: unknown;
  readonly with: unknown;
}

type Row = readonly [
  given: string,
  shows: Effect['shows'],
  without: unknown,
  with_: unknown,
  more?: Partial<Effect>,
];

/** Rows of one route, shorter to write. A parameter's name is what stands before `=`, where nothing else is said. */
export function effects(
  of: string,
  call: Pick<Effect, 'path' | 'body' | 'before' | 'portalId'>,
  rows: readonly Row[],
): Effect[] {
  const [method = ''] = of.split(' ');
  return rows.map(([given, shows, without, with_, { path = '', ...more } = {}]) => ({
    of,
    method: method as Effect['method'],
    parameter: given.split('=')[0] ?? '',
    given,
    shows,
    without,
    with: with_,
    ...call,
    ...more,
    path: call.path + path,
  }));
}

/** A parameter that HubSpot declares without an effect here: refused by its name, or a known difference. */
export type Effectless = Omit<Effect, 'shows' | 'without' | 'with'>;

export function effectless(
  of: string,
  call: Pick<Effect, 'path' | 'body' | 'before'>,
  ...given: readonly (string | readonly [parameter: string, given: string])[]
): Effectless[] {
  const [method = ''] = of.split(' ');
  return given.map((one) => {
    const [parameter, text] = typeof one === 'string' ? [one.split('=')[0] ?? '', one] : one;
    return { of, method: method as Effect['method'], parameter, given: text, ...call };
  });
}

export const status: Effect['shows'] = (answer) => answer.status;

/** The ids of the rows. */
export const ids: Effect['shows'] = ({ body }) => eachIn(body, 'results', 'id');

export function each(...field: readonly string[]): Effect['shows'] {
  return ({ body }) => eachIn(body, 'results', ...field);
}

export function count(list: string): Effect['shows'] {
  return ({ body }) => eachIn(body, list).length;
}

export function field(...path: readonly (string | number)[]): Effect['shows'] {
  return ({ body }) => fieldIn(body, ...path);
}

/** The names in an object of the answer, in the order of the alphabet. */
export function keys(...path: readonly (string | number)[]): Effect['shows'] {
  return ({ body }) => {
    const at = fieldIn(body, ...path);
    return typeof at === 'object' && at !== null ? Object.keys(at).sort() : undefined;
  };
}
