import { FAMILIES, type Operation, type Schema } from './contract.ts';
import { compare } from './schema.ts';

/** Where a field stands in a request's body: `['inputs', 0, 'id']`. */
export type Path = readonly (string | number)[];

/** One field that HubSpot's file declares for a request, in a body that has room for it. */
export interface Field {
  readonly path: Path;
  /** The same in the words of the schema: `inputs[].id`. */
  readonly name: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
}

/**
 * The fields that a request's schema declares at every object that a body has, whether the body has the field or
 * not. What is inside an object that the body has not got is left out.
 */
export function fieldsOf({ body, family }: Operation, value: unknown): Field[] {
  const found: Field[] = [];
  const walk = (raw: Schema, at: unknown, path: Path, name: string) => {
    const schema = chosen(raw, family, at);
    if (Array.isArray(at)) {
      if (schema.items !== undefined && at.length > 0) {
        walk(schema.items, at[0], [...path, 0], `${name}[]`);
      }
      return;
    }
    if (typeof at !== 'object' || at === null) return;
    for (const [field, one] of Object.entries(schema.properties ?? {})) {
      const there: unknown = (at as Record<string, unknown>)[field];
      const child = {
        path: [...path, field],
        name: name === '' ? field : `${name}.${field}`,
        schema: chosen(one, family, there),
        isRequired: schema.required?.includes(field) ?? false,
      };
      found.push(child);
      if (there !== undefined) walk(one, there, child.path, child.name);
    }
  };
  if (body !== undefined) walk(body.schema, value, [], '');
  return found;
}

/** A copy of a body in which one field is another; `undefined` takes it out. */
export function withField(body: unknown, path: Path, value: unknown): unknown {
  const copy = structuredClone(body);
  const last = path.at(-1) ?? '';
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], copy) as Record<
    string,
    unknown
  >;
  holder[last] = value;
  return copy;
}

export function valueAt(body: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, name) => (at as Record<string, unknown> | undefined)?.[name],
    body,
  );
}

/** The schema that a reference names; of several the first that fits the value. */
function chosen(schema: Schema, family: string, value: unknown): Schema {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return chosen(FAMILIES.get(family)?.schemas[name] ?? {}, family, value);
  }
  const { oneOf } = schema;
  if (oneOf === undefined) return schema;
  const fitting = oneOf.find((one) => compare(one, family, value).findings.length === 0);
  return chosen(fitting ?? oneOf[0] ?? {}, family, value);
}
