import { saysSomething } from '../text/visible-text.ts';
import { CHANGES } from './change.ts';
import type { Condition, NamedConditions } from './condition.ts';
import { FACT_VALUES, ID, UNDO_TO, type FactName, type FactValue } from './facts.ts';
import { RULE_IDS } from './rule-ids.ts';
import {
  AUTHORITIES,
  EFFECTS,
  REMEDIES,
  REQUIREMENTS,
  WRITES,
  type Applies,
  type Rule,
  type Step,
} from './rule.ts';

/** A policy that must not be used, with the place and the mend. */
export class PolicyRefused extends Error {
  override readonly name = 'PolicyRefused';
  constructor(
    readonly at: string,
    readonly mend: string,
  ) {
    super(`${at}: ${mend}`);
  }
}

/** A policy as data: every part of it exists and has the right shape. Whether it keeps the laws is `loadPolicy`'s. */
export interface PolicyData {
  readonly version: string;
  readonly conditions: NamedConditions;
  readonly rules: readonly Rule[];
}

/** Reads a policy out of anything, such as JSON from a file. Throws `PolicyRefused` at the first fault. */
export function readPolicy(value: unknown): PolicyData {
  const policy = object(value, 'policy', ['version', 'rules'], ['conditions']);
  const version = text(policy['version'], 'version');
  const drafts = object(policy['conditions'] ?? {}, 'conditions', [], undefined);
  const names = Object.keys(drafts);
  const conditions = Object.fromEntries(
    names.map((name) => [name, readCondition(drafts[name], `conditions.${name}`, names)]),
  );
  for (const name of names) refuseCircle([name], conditions);
  const rules = list(policy['rules'], 'rules', 0).map((rule, index) =>
    readRule(rule, `rules[${String(index)}]`, names),
  );
  return { version, conditions, rules };
}

const COMMON = ['id', 'effect', 'authority', 'applies', 'checkedOn', 'source'];

function readRule(value: unknown, at: string, names: readonly string[]): Rule {
  const effect = oneOf(object(value, at, ['effect'], undefined)['effect'], `${at}.effect`, EFFECTS);
  const more = { deny: ['remedies'], require: ['requires'], allow: [], note: [], done: [] };
  const writes = effect === 'require' || effect === 'allow';
  const rule = object(
    value,
    at,
    [...COMMON, ...more[effect]],
    writes ? ['when', 'advisory', 'write'] : ['when', 'advisory'],
  );
  if (rule['advisory'] !== undefined && rule['advisory'] !== true) {
    throw new PolicyRefused(`${at}.advisory`, 'say true or leave it out');
  }
  const base = {
    id: oneOf(rule['id'], `${at}.id`, RULE_IDS),
    authority: oneOf(rule['authority'], `${at}.authority`, AUTHORITIES),
    applies: readApplies(rule['applies'], `${at}.applies`),
    ...(rule['when'] === undefined
      ? {}
      : { when: readCondition(rule['when'], `${at}.when`, names) }),
    ...(rule['advisory'] === undefined ? {} : { advisory: true as const }),
    checkedOn: day(rule['checkedOn'], `${at}.checkedOn`),
    source: text(rule['source'], `${at}.source`),
  };
  if (effect === 'deny') {
    return { ...base, effect, remedies: readSteps(rule['remedies'], `${at}.remedies`, names) };
  }
  if (effect === 'note' || effect === 'done') return { ...base, effect };
  const write =
    rule['write'] === undefined ? {} : { write: oneOf(rule['write'], `${at}.write`, WRITES) };
  if (effect === 'allow') return { ...base, effect, ...write };
  const requires = eachOf(rule['requires'], `${at}.requires`, REQUIREMENTS);
  return { ...base, effect, requires, ...write };
}

function readSteps(value: unknown, at: string, names: readonly string[]): Step[] {
  const steps = list(value, at, 1).map((step, index): Step => {
    const here = `${at}[${String(index)}]`;
    if (typeof step !== 'object' || step === null) return oneOf(step, here, REMEDIES);
    const { remedy, when } = object(step, here, ['remedy', 'when'], []);
    return {
      remedy: oneOf(remedy, `${here}.remedy`, REMEDIES),
      when: readCondition(when, `${here}.when`, names),
    };
  });
  refuseTwice(
    steps.map((step) => (typeof step === 'string' ? step : step.remedy)),
    at,
  );
  return steps;
}

function readApplies(value: unknown, at: string): Applies {
  const applies = object(value, at, ['to'], ['undoTo', 'types', 'businessUnits']);
  const ids = (key: string) =>
    list(applies[key], `${at}.${key}`, 1).map((id, index) =>
      idOf(id, `${at}.${key}[${String(index)}]`),
    );
  const to = eachOf(applies['to'], `${at}.to`, CHANGES);
  if (applies['undoTo'] !== undefined && !to.includes('undo')) {
    throw new PolicyRefused(`${at}.undoTo`, 'take it out, or apply the rule to "undo"');
  }
  return {
    to,
    ...(applies['undoTo'] === undefined
      ? {}
      : { undoTo: eachOf(applies['undoTo'], `${at}.undoTo`, UNDO_TO) }),
    ...(applies['types'] === undefined ? {} : { types: ids('types') }),
    ...(applies['businessUnits'] === undefined ? {} : { businessUnits: ids('businessUnits') }),
  };
}

function readCondition(value: unknown, at: string, names: readonly string[]): Condition {
  const draft = object(value, at, [], undefined);
  if ('fact' in draft) {
    exactly(value, at, ['fact', 'is']);
    const fact = oneOf(
      draft['fact'],
      `${at}.fact`,
      Object.keys(FACT_VALUES) as FactName[],
      'is not a fact',
    );
    return { fact, is: factValue(fact, draft['is'], `${at}.is`) };
  }
  if ('condition' in draft) {
    exactly(value, at, ['condition']);
    return {
      condition: oneOf(draft['condition'], `${at}.condition`, names, 'is not among the conditions'),
    };
  }
  if ('not' in draft) {
    exactly(value, at, ['not']);
    return { not: readCondition(draft['not'], `${at}.not`, names) };
  }
  for (const key of ['all', 'any'] as const) {
    if (!(key in draft)) continue;
    exactly(value, at, [key]);
    const parts = list(draft[key], `${at}.${key}`, 1).map((part, index) =>
      readCondition(part, `${at}.${key}[${String(index)}]`, names),
    );
    return key === 'all' ? { all: parts } : { any: parts };
  }
  throw new PolicyRefused(at, 'say one of "fact", "all", "any", "not" and "condition"');
}

function factValue(fact: FactName, value: unknown, at: string): FactValue {
  const values = FACT_VALUES[fact];
  if (values === 'id') return idOf(value, at);
  const found = values.find((one) => one === value);
  if (found !== undefined) return found;
  throw new PolicyRefused(at, `"${fact}" is never ${shown(value)}; it is ${either(values)}`);
}

/** Follows the names a condition refers to; a name met again goes round in a circle. */
function refuseCircle(path: readonly string[], conditions: NamedConditions): void {
  const last = path[path.length - 1] as string;
  for (const name of referredTo(conditions[last] as Condition)) {
    if (path.includes(name)) {
      const circle = [...path, name].join(' → ');
      throw new PolicyRefused(`conditions.${last}`, `take a step out of the circle ${circle}`);
    }
    refuseCircle([...path, name], conditions);
  }
}

function referredTo(condition: Condition): string[] {
  if ('condition' in condition) return [condition.condition];
  if ('fact' in condition) return [];
  if ('not' in condition) return referredTo(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(referredTo);
}

function exactly(value: unknown, at: string, keys: readonly string[]): void {
  object(value, at, keys, []);
}

/** An object with all `required` keys and none but those and the `optional` ones; `undefined` lets any key be. */
function object(
  value: unknown,
  at: string,
  required: readonly string[],
  optional: readonly string[] | undefined,
): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new PolicyRefused(at, `write an object, not ${shown(value)}`);
  }
  for (const key of required) {
    if (!Object.hasOwn(value, key)) throw new PolicyRefused(at, `add "${key}"`);
  }
  if (optional !== undefined) {
    const odd = Object.keys(value).find((key) => ![...required, ...optional].includes(key));
    if (odd !== undefined) throw new PolicyRefused(at, `take out "${odd}"`);
  }
  return value as Readonly<Record<string, unknown>>;
}

function list(value: unknown, at: string, least: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new PolicyRefused(at, `write a list, not ${shown(value)}`);
  if (value.length < least) throw new PolicyRefused(at, 'an empty list says nothing: fill it');
  return value as readonly unknown[];
}

function text(value: unknown, at: string): string {
  if (typeof value === 'string' && saysSomething(value)) return value;
  throw new PolicyRefused(at, `write some text, not ${shown(value)}`);
}

function idOf(value: unknown, at: string): string {
  if (typeof value === 'string' && ID.test(value)) return value;
  throw new PolicyRefused(at, `write HubSpot's id as digits in quotes, not ${shown(value)}`);
}

function day(value: unknown, at: string): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const ms = Date.parse(value);
    // The thirtieth of February is read as the second of March.
    if (!Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value)) return value;
  }
  throw new PolicyRefused(at, `write a day as 2026-11-24, not ${shown(value)}`);
}

function oneOf<T extends string>(
  value: unknown,
  at: string,
  known: readonly T[],
  fault = 'is not known here',
): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new PolicyRefused(at, `${shown(value)} ${fault}; say ${either(known)}`);
}

function eachOf<T extends string>(value: unknown, at: string, known: readonly T[]): T[] {
  const found = list(value, at, 1).map((one, index) =>
    oneOf(one, `${at}[${String(index)}]`, known),
  );
  refuseTwice(found, at);
  return found;
}

function refuseTwice(found: readonly string[], at: string): void {
  const twice = found.find((one, index) => found.indexOf(one) !== index);
  if (twice !== undefined) throw new PolicyRefused(at, `say "${twice}" once`);
}

function either(values: readonly FactValue[]): string {
  return values.map(shown).join(' or ');
}

/** A value in a message: short, and never a whole document. */
function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 60);
}
