import type { Spec, SpecAnswer, SpecOperation, SpecSchema } from './specs.ts';

/**
 * The facts of one OpenAPI file as a text: each operation and each shared schema on a line of its own,
 * without a word of prose. The same file gives the same bytes.
 */
export function factsOf(spec: Spec): string {
  const operations = Object.entries(spec.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) =>
        [`${method.toUpperCase()} ${path}`, operationFacts(spec, operation)] as const,
    ),
  );
  const schemas = [...reachedFrom(operations, spec)].map(
    (name) => [name, schemaFacts(spec.components.schemas[name] ?? {})] as const,
  );
  return `{\n"operations": ${lines(operations)},\n"schemas": ${lines(schemas)}\n}\n`;
}

/** What a schema says that can be checked; descriptions, examples, titles and defaults are dropped. */
export function schemaFacts(schema: SpecSchema): SpecSchema {
  if (schema.$ref !== undefined) return { $ref: schema.$ref };
  const { type, format, pattern, nullable, required, properties, additionalProperties } = schema;
  return {
    ...(type === undefined ? {} : { type }),
    ...(format === undefined ? {} : { format }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(nullable === true ? { nullable } : {}),
    ...(schema.enum === undefined ? {} : { enum: [...schema.enum].sort() }),
    ...(required === undefined ? {} : { required: [...required].sort() }),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, one]) => [name, schemaFacts(one)]),
          ),
        }),
    ...(additionalProperties === undefined
      ? {}
      : {
          additionalProperties:
            typeof additionalProperties === 'boolean'
              ? additionalProperties
              : schemaFacts(additionalProperties),
        }),
    ...(schema.items === undefined ? {} : { items: schemaFacts(schema.items) }),
    ...(schema.oneOf === undefined ? {} : { oneOf: schema.oneOf.map(schemaFacts) }),
  };
}

/** Any one scope is enough. The families for objects of every kind take any of some hundred, which say nothing. */
const SCOPES_KEPT = 12;

function operationFacts(spec: Spec, operation: SpecOperation): object {
  const { parameters = [], requestBody, responses, security = [] } = operation;
  const scopes = [...new Set(security.flatMap((one) => Object.values(one)).flat())].sort();
  const body = requestBody === undefined ? undefined : bodyOf(spec, requestBody);
  return {
    ...(scopes.length > SCOPES_KEPT ? {} : { scopes }),
    parameters: parameters.map(({ name, in: where, required, schema }) => ({
      name,
      in: where,
      required: required === true,
      schema: schemaFacts(schema ?? {}),
    })),
    ...(body === undefined
      ? {}
      : { body: { required: requestBody?.required === true, schema: body } }),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, answer]) => [status, bodyOf(spec, answer) ?? null]),
    ),
  };
}

function bodyOf(spec: Spec, answer: SpecAnswer): SpecSchema | undefined {
  const shared = answer.$ref?.split('/').at(-1);
  const { content = {} } =
    shared === undefined ? answer : (spec.components.responses[shared] ?? {});
  const schema = Object.values(content)[0]?.schema;
  return schema === undefined ? undefined : schemaFacts(schema);
}

/** The shared schemas that operations name, and those that these name in turn. */
function reachedFrom(operations: unknown, spec: Spec): ReadonlySet<string> {
  const reached = new Set<string>();
  const reach = (facts: unknown) => {
    for (const [, name = ''] of JSON.stringify(facts).matchAll(
      /"#\/components\/schemas\/(\w+)"/g,
    )) {
      if (reached.has(name)) continue;
      reached.add(name);
      reach(schemaFacts(spec.components.schemas[name] ?? {}));
    }
  };
  reach(operations);
  return reached;
}

function lines(entries: readonly (readonly [string, unknown])[]): string {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{\n${sorted.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(',\n')}\n}`;
}
