import type { SEARCH_OPERATORS } from '../../generated/names.ts';
import type { Definition } from './definitions.ts';
import { instant } from './values.ts';

export interface Filter {
  readonly propertyName: string;
  readonly operator: string;
  readonly value?: string;
  readonly highValue?: string;
  readonly values?: readonly string[];
}

type Kind = Pick<Definition, 'type'>;

/**
 * HubSpot's operators (its guide to CRM search). Texts are compared without regard to letter case, choices with
 * it, numbers and times as what they are. A record without a value never passes NEQ, NOT_IN and NOT_CONTAINS_TOKEN
 * (of NEQ a common report). [guess: emptyInFilters]
 */
const OPERATORS: Readonly<
  Record<(typeof SEARCH_OPERATORS)[number], (value: string, filter: Filter, kind: Kind) => boolean>
> = {
  EQ: (value, filter, kind) => isSame(value, filter.value, kind),
  NEQ: (value, filter, kind) => value !== '' && !isSame(value, filter.value, kind),
  LT: (value, filter, kind) => order(value, filter.value, kind) < 0,
  LTE: (value, filter, kind) => order(value, filter.value, kind) <= 0,
  GT: (value, filter, kind) => order(value, filter.value, kind) > 0,
  GTE: (value, filter, kind) => order(value, filter.value, kind) >= 0,
  BETWEEN: (value, filter, kind) =>
    order(value, filter.value, kind) >= 0 && order(value, filter.highValue, kind) <= 0,
  IN: (value, filter, kind) => value !== '' && isOneOf(value, filter, kind),
  NOT_IN: (value, filter, kind) => value !== '' && !isOneOf(value, filter, kind),
  HAS_PROPERTY: (value) => value !== '',
  NOT_HAS_PROPERTY: (value) => value === '',
  CONTAINS_TOKEN: (value, filter) => containsToken(value, filter.value ?? ''),
  NOT_CONTAINS_TOKEN: (value, filter) => value !== '' && !containsToken(value, filter.value ?? ''),
};

const NEEDS: Readonly<Record<string, readonly (keyof Filter)[]>> = {
  HAS_PROPERTY: [],
  NOT_HAS_PROPERTY: [],
  IN: ['values'],
  NOT_IN: ['values'],
  BETWEEN: ['value', 'highValue'],
};

/** What is wrong with a filter; undefined where it can be used. */
export function filterTrouble(filter: Filter): string | undefined {
  const { operator, propertyName } = filter;
  if (!isOperator(operator)) return `operator ${operator} does not exist`;
  const missing = (NEEDS[operator] ?? ['value']).find((field) => filter[field] === undefined);
  return missing === undefined ? undefined : `${operator} of ${propertyName} needs ${missing}`;
}

/** A value that is not there is empty. */
export function passes(value: string, filter: Filter, kind: Kind): boolean {
  const { operator } = filter;
  return isOperator(operator) && OPERATORS[operator](value, filter, kind);
}

function isOperator(name: string): name is keyof typeof OPERATORS {
  return Object.hasOwn(OPERATORS, name);
}

/** Below zero where the first comes first; not a number where they can't be compared. */
export function order(a: string, b: string | undefined, { type }: Kind): number {
  if (a === '' || b === undefined || b === '') return NaN;
  if (type === 'number') return Number(a) - Number(b);
  if (type === 'date' || type === 'datetime') return (instant(a) ?? NaN) - (instant(b) ?? NaN);
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}

function isSame(value: string, wanted: string | undefined, kind: Kind): boolean {
  if (kind.type === 'enumeration') return value.split(';').includes(wanted ?? '');
  return order(value, wanted, kind) === 0;
}

/** Of a text the wanted values must be in lower case: one with a capital never matches (documented). */
function isOneOf(value: string, { values = [] }: Filter, kind: Kind): boolean {
  return kind.type === 'string'
    ? values.includes(value.toLowerCase())
    : values.some((one) => isSame(value, one, kind));
}

/** Every word of the filter is a word of the value, or the whole of it; a star stands for any letters. */
function containsToken(value: string, wanted: string): boolean {
  const whole = value.toLowerCase();
  const words = [whole, ...whole.split(/[\s,;:@._/-]+/)];
  const asked = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return asked.length > 0 && asked.every((one) => words.some((word) => isLike(word, one)));
}

function isLike(word: string, pattern: string): boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) return word === pattern;
  let from = 0;
  for (const [at, part] of parts.entries()) {
    const found = at === 0 ? (word.startsWith(part) ? 0 : -1) : word.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return word.endsWith(parts.at(-1) ?? '');
}
