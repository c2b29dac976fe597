import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { FAMILIES, type Schema } from './contract.ts';

export type FindingKind = 'missing' | 'undeclared' | 'type' | 'enum' | 'format' | 'pattern';

interface SchemaFinding {
  readonly field: string;
  readonly kind: FindingKind;
}

interface Validated {
  readonly findings: readonly SchemaFinding[];
  /** The declared fields that were there to be compared: `results[].id`, and `*` for any key of a map. */
  readonly fields: readonly string[];
  /** The same by the schema that declares them, as `declaredFields` counts them. */
  readonly declared: readonly string[];
  /** The lists that were sent without anything in them, so that nothing was compared. */
  readonly emptyLists: readonly string[];
}

/** A schema as ajv takes it: `oneOf` may fit twice since HubSpot's overlap, so it becomes `anyOf`. */
type Strict = Omit<Schema, 'properties' | 'items' | 'oneOf' | 'additionalProperties'> & {
  readonly properties?: Readonly<Record<string, Strict>>;
  readonly items?: Strict;
  readonly anyOf?: readonly Strict[];
  readonly additionalProperties?: Strict | boolean;
};

const ajv = new Ajv({ allErrors: true, strict: false, verbose: true, validateFormats: true });
ajv.addFormat('date-time', (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text),
);
ajv.addFormat('uuid', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
ajv.addFormat('int32', { type: 'number', validate: (n: number) => n >= -(2 ** 31) && n < 2 ** 31 });
ajv.addFormat('int64', { type: 'number', validate: Number.isSafeInteger });

const SHARED = new Map<string, Strict>();
for (const [family, { schemas }] of FAMILIES) {
  for (const [name, schema] of Object.entries(schemas)) {
    const strict = strictly(schema, family);
    SHARED.set(`spec://${family}/${name}`, strict);
    ajv.addSchema(strict, `spec://${family}/${name}`);
  }
}

const compiled = new Map<string, ValidateFunction>();

/** Compares a value with a schema of a family, and says of each declared field whether it was there. */
export function compare(schema: Schema, family: string, value: unknown): Validated {
  const strict = strictly(schema, family);
  const seen: Seen = { fields: new Set(), declared: new Set(), emptyLists: new Set() };
  visit(strict, value, { field: '', declared: '' }, seen);
  return {
    findings: findingsOf(strict, value, ''),
    fields: [...seen.fields],
    declared: [...seen.declared],
    emptyLists: [...seen.emptyLists],
  };
}

/** All fields that a schema declares, with those of the shared schemas it names; each of these counts once. */
export function declaredFields(schema: Schema, family: string): string[] {
  const found = new Set<string>();
  const met = new Set<string>();
  const walk = (at: Strict, owner: string) => {
    if (at.$ref !== undefined) {
      if (met.has(at.$ref)) return;
      met.add(at.$ref);
      walk(SHARED.get(at.$ref) ?? {}, at.$ref);
      return;
    }
    const { properties = {}, additionalProperties: more, items, anyOf = [] } = at;
    for (const [name, one] of Object.entries(properties)) {
      found.add(join(owner, name));
      walk(one, join(owner, name));
    }
    if (typeof more === 'object') {
      found.add(join(owner, '*'));
      walk(more, join(owner, '*'));
    }
    for (const one of [items ?? [], anyOf].flat()) walk(one, owner);
  };
  walk(strictly(schema, family), '');
  return [...found];
}

/** Closes every object that HubSpot's file lists fields for, so that an undeclared field is found. */
function strictly(schema: Schema, family: string): Strict {
  if (schema.$ref !== undefined)
    return { $ref: `spec://${family}/${schema.$ref.split('/').at(-1) ?? ''}` };
  if (isAnyValue(schema)) return {};
  const { properties, items, oneOf, additionalProperties: more, ...rest } = schema;
  const isOpen = oneOf !== undefined || Object.keys(properties ?? {}).length === 0;
  const { type: _any, ...unlessTyped } = rest;
  return {
    ...(oneOf === undefined ? rest : unlessTyped),
    ...(properties === undefined
      ? {}
      : { properties: mapped(properties, (one) => strictly(one, family)) }),
    ...(items === undefined ? {} : { items: strictly(items, family) }),
    ...(oneOf === undefined ? {} : { anyOf: oneOf.map((one) => strictly(one, family)) }),
    ...(more === undefined
      ? isOpen
        ? {}
        : { additionalProperties: false }
      : { additionalProperties: typeof more === 'boolean' ? more : strictly(more, family) }),
  };
}

/**
 * An object that lists no fields is how HubSpot's files write "any value": its own client's types have `any`
 * there (`StandardError.subCategory`), and the fields of real workflows' actions are texts.
 */
function isAnyValue({ type, properties, additionalProperties }: Schema): boolean {
  const isEmpty = properties !== undefined && Object.keys(properties).length === 0;
  return type === 'object' && isEmpty && additionalProperties === undefined;
}

function findingsOf(schema: Strict, value: unknown, base: string): SchemaFinding[] {
  const validate = validator(schema);
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const choices = errors.filter(
    ({ keyword, instancePath }) =>
      keyword === 'anyOf' &&
      !errors.some(
        (other) =>
          other.keyword === 'anyOf' &&
          other.instancePath !== instancePath &&
          instancePath.startsWith(`${other.instancePath}/`),
      ),
  );
  const plain = errors.filter(
    ({ instancePath }) =>
      !choices.some(
        (choice) =>
          instancePath === choice.instancePath ||
          instancePath.startsWith(`${choice.instancePath}/`),
      ),
  );
  return [
    ...plain.map((error) => findingOf(error, schema, base)),
    ...choices.flatMap((choice) =>
      nearest(choice, join(base, fieldAt(schema, choice.instancePath))),
    ),
  ];
}

/** Where none of several schemas fits, the findings against the one that fits best. */
function nearest(choice: ErrorObject, base: string): SchemaFinding[] {
  const weigh = (findings: readonly SchemaFinding[]) =>
    findings.reduce((sum, { kind }) => sum + (kind === 'enum' ? 10 : 1), 0);
  const tried = (choice.schema as readonly Strict[]).map((one) =>
    findingsOf(one, choice.data, base),
  );
  return tried.sort((a, b) => weigh(a) - weigh(b))[0] ?? [];
}

function findingOf(error: ErrorObject, schema: Strict, base: string): SchemaFinding {
  const { keyword, params, instancePath } = error;
  const at = join(base, fieldAt(schema, instancePath));
  const { missingProperty, additionalProperty } = params as Record<string, string | undefined>;
  if (missingProperty !== undefined) return { field: join(at, missingProperty), kind: 'missing' };
  if (additionalProperty !== undefined) {
    return { field: join(at, additionalProperty), kind: 'undeclared' };
  }
  const kind =
    keyword === 'enum' || keyword === 'format' || keyword === 'pattern' ? keyword : 'type';
  return { field: at, kind };
}

/** `/results/0/properties/email` in the words of the schema: `results[].properties.*`. */
function fieldAt(schema: Strict, instancePath: string): string {
  let at: Strict | undefined = schema;
  let field = '';
  for (const raw of instancePath.split('/').slice(1)) {
    const key = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    const next: Step = step(at, key);
    field = next.label === '[]' ? `${field}[]` : join(field, next.label);
    at = next.schema;
  }
  return field;
}

interface Step {
  readonly label: string;
  readonly schema: Strict | undefined;
}

function step(schema: Strict | undefined, key: string): Step {
  const at = resolved(schema);
  if (at === undefined) return { label: key, schema: undefined };
  if (at.items !== undefined) return { label: '[]', schema: at.items };
  if (at.properties !== undefined && Object.hasOwn(at.properties, key)) {
    return { label: key, schema: at.properties[key] };
  }
  if (typeof at.additionalProperties === 'object') {
    return { label: '*', schema: at.additionalProperties };
  }
  const branch = at.anyOf?.map((one) => step(one, key)).find((one) => one.schema !== undefined);
  return branch ?? { label: key, schema: undefined };
}

interface Seen {
  readonly fields: Set<string>;
  readonly declared: Set<string>;
  readonly emptyLists: Set<string>;
}

/** Where a value stands: in the whole answer, and in the schema that declares it. */
interface At {
  readonly field: string;
  readonly declared: string;
}

function visit(schema: Strict, value: unknown, at: At, seen: Seen): void {
  if (schema.$ref !== undefined) {
    const { $ref } = schema;
    visit(SHARED.get($ref) ?? {}, value, { ...at, declared: $ref }, seen);
    return;
  }
  if (schema.anyOf !== undefined) {
    const fitting = schema.anyOf.find((one) => validator(one)(value) === true);
    if (fitting !== undefined) visit(fitting, value, at, seen);
    return;
  }
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items === undefined) return;
    if (value.length === 0) seen.emptyLists.add(at.field);
    for (const one of value) visit(items, one, { ...at, field: `${at.field}[]` }, seen);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    const next = step(schema, key);
    if (next.schema === undefined) continue;
    const there = {
      field: join(at.field, next.label),
      declared: join(at.declared, next.label),
    };
    seen.fields.add(there.field);
    seen.declared.add(there.declared);
    visit(next.schema, one, there, seen);
  }
}

function resolved(schema: Strict | undefined): Strict | undefined {
  return schema?.$ref === undefined ? schema : resolved(SHARED.get(schema.$ref));
}

function validator(schema: Strict): ValidateFunction {
  const key = JSON.stringify(schema);
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const made = ajv.compile(schema);
  compiled.set(key, made);
  return made;
}

function join(base: string, name: string): string {
  return base === '' || name === ''
    ? base + name
    : name.startsWith('[')
      ? base + name
      : `${base}.${name}`;
}

function mapped<A, B>(of: Readonly<Record<string, A>>, make: (one: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(of).map(([name, one]) => [name, make(one)]));
}
