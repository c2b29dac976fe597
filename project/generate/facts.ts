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

/**
 * Above this number an operation is for objects of every type, and its file lists the scopes of all of them.
 * Then only those of the types that the sandbox has are kept.
 */
const SCOPES_KEPT = 12;
const OF_OUR_TYPES = /^crm\.(objects|schemas)\.(contacts|custom)\.(read|write)$/;
/** The variants for sensitive data, of which the sandbox holds none. */
const OF_SENSITIVE_DATA = /\.(highly_)?sensitive\./;
/** Scopes that only apps from before HubSpot's granular scopes have. */
const OLD_SCHEME = 'private_apps_legacy';

function operationFacts(spec: Spec, operation: SpecOperation): object {
  const { parameters = [], requestBody, responses, security = [] } = operation;
  const scopes = scopesOf(security);
  const body = requestBody === undefined ? undefined : bodyOf(spec, requestBody);
  return {
    scopes: scopes.length > SCOPES_KEPT ? scopes.filter((one) => OF_OUR_TYPES.test(one)) : scopes,
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

/** Any one is enough; those needed together stand in one text, separated by a space, as OAuth writes them. */
function scopesOf(security: SpecOperation['security'] = []): string[] {
  const texts = security.flatMap((one) =>
    Object.entries(one)
      .filter(([scheme]) => scheme !== OLD_SCHEME)
      .map(([, together]) => [...together].sort().join(' ')),
  );
  return [...new Set(texts)].filter((text) => !OF_SENSITIVE_DATA.test(text)).sort();
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
