import { describe, expect, it } from 'vitest';
import { REFUSED_VALUES, UNUSED_FIELDS } from '../../sandbox/emulator/differences.ts';
import { ROUTES } from '../../sandbox/emulator/hubspot/routes.ts';
import { fieldsOf, valueAt, withField, type Field, type Path } from './bodies.ts';
import type { Call } from './calls/call.ts';
import { subjectOf } from './check.ts';
import type { Operation } from './contract.ts';
import { spellingsOf } from './declared.ts';
import { ask, emulated, nameOf, prepared, spelledCalls } from './emulator.ts';

// Not observed: much of what is asked here is nonsense on purpose.
const hubspot = emulated(false);

interface Row {
  readonly route: string;
  readonly call: Call;
  readonly operation: Operation;
}

/** Every call of the table that is accepted whole with a body, once for each of HubSpot's files that has it. */
const ROWS: readonly Row[] = ROUTES.flatMap((route) => {
  const held = new Set<Operation>();
  return spellingsOf(route).flatMap((spelling): Row[] => {
    const operation = subjectOf(route.method, spelling)?.operation;
    if (operation?.body === undefined || held.has(operation)) return [];
    held.add(operation);
    return spelledCalls()
      .filter((call) => call.method === route.method && call.spelling === spelling)
      .filter(({ status, body }) => status < 207 && body !== undefined)
      .map((call) => ({ route: nameOf(route), call, operation }));
  });
});

/** A situation to go back to, and a call that is accepted in it. */
function situation({ call }: Row) {
  const made = prepared(hubspot, call);
  const start = hubspot.snapshot();
  const portalId = call.portalId ?? 1001;
  return {
    body: made.body,
    /** What the call answers with another body, and what it leaves stored. */
    asked: (body: unknown) => {
      hubspot.restore(start);
      const { status, body: answer } = ask(hubspot, portalId, { ...made, body });
      return { status, outcome: JSON.stringify(answer) + hubspot.snapshot() };
    },
  };
}

/** Another value of the same type, and none. */
function variants({ path, schema }: Field, value: unknown): unknown[] {
  if (path.at(-1) === 'idProperty') return [value === 'email' ? 'hs_object_id' : 'email'];
  switch (schema.type) {
    case 'string':
      return [schema.enum?.find((one) => one !== value) ?? 'other', undefined];
    case 'integer':
    case 'number':
      return [typeof value === 'number' ? value + 6 : 6, undefined];
    case 'boolean':
      return [value !== true, undefined];
    case 'array':
      return [Array.isArray(value) && value.length > 0 ? [] : ['other'], undefined];
    default:
      return [{}, undefined];
  }
}

/** What must stand beside some values, in the same object, for them to make sense. */
const GOES_WITH: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  operator: {
    BETWEEN: { value: 'a', highValue: 'b' },
    IN: { values: ['a'] },
    NOT_IN: { values: ['a'] },
    ...each(['EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE', 'CONTAINS_TOKEN', 'NOT_CONTAINS_TOKEN'], {
      value: 'a',
    }),
  },
  type: {
    bool: { fieldType: 'booleancheckbox', options: options('true', 'false') },
    date: { fieldType: 'date', options: [] },
    datetime: { fieldType: 'date', options: [] },
    enumeration: { fieldType: 'select', options: options('yes') },
    number: { fieldType: 'number', options: [] },
    phone_number: { fieldType: 'phonenumber', options: [] },
    string: { fieldType: 'text', options: [] },
  },
  fieldType: {
    ...each(['calculation_equation', 'file', 'html', 'phonenumber', 'text', 'textarea'], {
      type: 'string',
      options: [],
    }),
    date: { type: 'date', options: [] },
    number: { type: 'number', options: [] },
  },
};

/** Required texts that may be empty here, and why. */
const MAY_BE_EMPTY = [
  {
    where: /\/flows/,
    why: 'A workflow is kept as it is sent, and nobody is found by an empty id.',
  },
  { where: /\/batch\/(labels\/)?archive /, why: 'What is not there is passed over.' },
  { where: /\/submissions\/.+text$/, why: 'A form’s words about consent are not checked.' },
];

function each(names: readonly string[], beside: object): Record<string, object> {
  return Object.fromEntries(names.map((name) => [name, beside]));
}

function options(...values: readonly string[]): object[] {
  return values.map((value, displayOrder) => ({
    label: value,
    value,
    displayOrder,
    hidden: false,
  }));
}

function withValue(body: unknown, path: Path, value: string): unknown {
  const beside = GOES_WITH[String(path.at(-1))]?.[value] ?? {};
  return Object.entries(beside).reduce(
    (made, [name, one]) => withField(made, [...path.slice(0, -1), name], one),
    withField(body, path, value),
  );
}

describe('a field that HubSpot declares for a request', () => {
  it('changes the answer or what is stored, or is known not to', () => {
    const hasEffect = new Map<string, boolean>();
    for (const row of ROWS) {
      const { body, asked } = situation(row);
      const { outcome } = asked(body);
      for (const field of fieldsOf(row.operation, body)) {
        const key = `${row.route} ${field.name}`;
        if (hasEffect.get(key) === true) continue;
        const value = valueAt(body, field.path);
        hasEffect.set(
          key,
          variants(field, value).some(
            (one) => asked(withField(body, field.path, one)).outcome !== outcome,
          ),
        );
      }
    }
    const unused = [...hasEffect].flatMap(([key, has]) => (has ? [] : [key]));
    expect(unused.sort()).toEqual(
      UNUSED_FIELDS.flatMap(({ endpoint, fields }) =>
        fields.map((field) => `${endpoint} ${field}`),
      ).sort(),
    );
    expect(hasEffect.size).toBeGreaterThan(250);
  });

  it('is not taken as an empty text where it must be there', () => {
    const taken: string[] = [];
    for (const row of ROWS) {
      const { body, asked } = situation(row);
      const { status } = asked(body);
      for (const { path, name, schema, isRequired } of fieldsOf(row.operation, body)) {
        if (!isRequired || schema.type !== 'string' || schema.enum !== undefined) continue;
        if (asked(withField(body, path, '')).status === status) taken.push(`${row.route} ${name}`);
      }
    }
    const unexpected = taken.filter((one) => !MAY_BE_EMPTY.some(({ where }) => where.test(one)));
    expect([...new Set(unexpected)].sort()).toEqual([]);
    for (const { where } of MAY_BE_EMPTY) expect(taken.some((one) => where.test(one))).toBe(true);
  });

  it('takes every value that HubSpot lists for it, or is known not to', () => {
    const isTaken = new Map<string, boolean>();
    for (const row of ROWS) {
      const { body, asked } = situation(row);
      const { status } = asked(body);
      for (const { path, name, schema } of fieldsOf(row.operation, body)) {
        for (const value of schema.enum ?? []) {
          // One request of one call is enough to show that a value can be used there.
          const field = name.split(/[.[\]]/).at(-1) ?? '';
          const key =
            field === 'associationCategory'
              ? `any ${field}=${value}`
              : `${row.route} ${name}=${value}`;
          if (isTaken.get(key) === true) continue;
          // A batch answers 207 where it takes the request and not the value.
          isTaken.set(key, asked(withValue(body, path, value)).status === status);
        }
      }
    }
    const refused = [...isTaken].flatMap(([key, is]) => (is ? [] : [key]));
    const isKnown = (key: string) =>
      REFUSED_VALUES.some(({ field, values }) =>
        values.some((value) => key.endsWith(`${field}=${value}`)),
      );
    expect(refused.filter((key) => !isKnown(key))).toEqual([]);
    for (const { field, values } of REFUSED_VALUES) {
      for (const value of values) {
        expect(refused.filter((key) => key.endsWith(`${field}=${value}`))).not.toEqual([]);
      }
    }
    expect(isTaken.size).toBeGreaterThan(150);
  });
});
