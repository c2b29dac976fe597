import { router } from '../../sandbox/emulator/core/router.ts';
import type { Exchange } from '../../sandbox/emulator/index.ts';
import { ROUTES } from '../../sandbox/emulator/hubspot/routes.ts';
import { specFor, type Operation, type Schema } from './contract.ts';
import { FIXTURES } from './fixtures/index.ts';
import { compare, type FindingKind } from './schema.ts';

/** One field of one endpoint that is not as HubSpot's file says. */
export interface Finding {
  /** Method and path, or one of the answers that any endpoint gives: `any refusal`, `any 429`, `any dated batch`. */
  readonly endpoint: string;
  readonly direction: 'request' | 'response';
  readonly field: string;
  readonly kind: FindingKind | 'status' | 'no contract';
}

/** What an exchange was held against: HubSpot's file, its file of the same endpoint at another path, or our fixture. */
export interface Subject {
  readonly operation: Operation;
  readonly by: 'spec' | 'sibling' | 'fixture';
  /** Method and path with parts in braces, as HubSpot's file or the emulator's route spells them. */
  readonly endpoint: string;
}

export interface Checked {
  readonly subject: Subject | undefined;
  readonly findings: readonly Finding[];
  readonly fields: { readonly request: readonly string[]; readonly response: readonly string[] };
  /** The answer's fields by the schemas that declare them. */
  readonly declared: readonly string[];
  /** Lists in the answer with nothing in them. */
  readonly emptyLists: readonly string[];
}

const findRoute = router(ROUTES);
const findFixture = router(FIXTURES.map(({ operation }) => operation));

/** Holds one exchange against what HubSpot says of it, request and answer. */
export function check(exchange: Exchange): Checked {
  const { method, answer } = exchange;
  const url = new URL(exchange.path, 'http://127.0.0.1');
  const subject = subjectOf(method, url.pathname);
  if (subject === undefined) {
    const endpoint = `${method} ${url.pathname}`;
    const none = { endpoint, direction: 'response', field: '', kind: 'no contract' } as const;
    return {
      subject,
      findings: [none],
      fields: { request: [], response: [] },
      declared: [],
      emptyLists: [],
    };
  }
  const request = askedWell(subject.operation, url, exchange.body);
  const response = answeredWell(subject, answer);
  const at = (direction: Finding['direction'], own: string, found: readonly Found[]) =>
    found.map(({ endpoint = own, field, kind }): Finding => ({ endpoint, direction, field, kind }));
  return {
    subject,
    findings: [
      // An older version's path may ask for less than the file of the newer one.
      ...at('request', subject.endpoint, request.findings).filter(
        ({ kind }) => subject.by !== 'sibling' || kind !== 'missing',
      ),
      ...at('response', response.endpoint, response.findings),
    ],
    fields: { request: request.fields, response: response.fields },
    declared: response.declared ?? [],
    emptyLists: response.emptyLists ?? [],
  };
}

/** What a path is held against. `undefined`: nobody has said yet what HubSpot answers there. */
export function subjectOf(method: string, path: string): Subject | undefined {
  const spec = specFor(method, path);
  if (spec !== undefined) {
    // Contacts and custom objects stand at one path in two of HubSpot's files.
    const isContacts = spec.family.startsWith('contacts-');
    const at = isContacts ? spec.path.replace('{objectType}', 'contacts') : spec.path;
    return { operation: spec, by: 'spec', endpoint: `${spec.method} ${at}` };
  }
  const fixture = findFixture(method, path)?.route;
  if (fixture !== undefined) {
    return { operation: fixture, by: 'fixture', endpoint: `${method} ${fixture.path}` };
  }
  return siblingOf(method, path);
}

/** HubSpot's file of the same endpoint at another of its paths: of the same version if there is one, else the newest. */
function siblingOf(method: string, path: string): Subject | undefined {
  const route = findRoute(method, path)?.route;
  const spellings = route === undefined ? [] : [route.path, ...(route.also ?? [])];
  const spelled = spellings.find((one) => fits(one, path));
  const specified = spellings.filter((one) => specFor(method, one) !== undefined);
  const sibling =
    specified.find((one) => versionOf(one) === versionOf(spelled ?? path)) ?? specified[0];
  const operation = sibling === undefined ? undefined : specFor(method, sibling);
  if (operation === undefined || spelled === undefined) return undefined;
  return { operation, by: 'sibling', endpoint: `${method} ${spelled}` };
}

function versionOf(path: string): string | undefined {
  return /\/(v\d|20\d\d-\d\d(-beta)?)(\/|$)/.exec(path)?.[1];
}

type Found = Pick<Finding, 'field' | 'kind'> & { readonly endpoint?: string };

interface Held {
  readonly findings: readonly Found[];
  readonly fields: readonly string[];
  readonly declared?: readonly string[];
  readonly emptyLists?: readonly string[];
}

function askedWell(operation: Operation, url: URL, text: string): Held {
  const findings: Found[] = [];
  const fields: string[] = [];
  const declared = operation.parameters.filter((one) => one.in === 'query');
  for (const name of new Set(url.searchParams.keys())) {
    const parameter = declared.find((one) => one.name === name);
    if (parameter === undefined) {
      findings.push({ field: `?${name}`, kind: 'undeclared' });
      continue;
    }
    fields.push(`?${name}`);
    const { schema } = parameter;
    const held = compare(schema, operation.family, given(schema, url.searchParams.getAll(name)));
    findings.push(...held.findings.map(({ kind }) => ({ field: `?${name}`, kind })));
  }
  for (const { name, required } of declared) {
    if (required && !url.searchParams.has(name))
      findings.push({ field: `?${name}`, kind: 'missing' });
  }
  const body = text === '' ? undefined : parsed(text);
  if (operation.body === undefined) {
    const isEmpty = body === undefined || JSON.stringify(body) === '{}';
    if (!isEmpty) findings.push({ field: 'body', kind: 'undeclared' });
  } else if (body === undefined) {
    if (operation.body.required) findings.push({ field: 'body', kind: 'missing' });
  } else {
    const held = compare(operation.body.schema, operation.family, body);
    findings.push(...held.findings);
    fields.push(...held.fields);
  }
  return { findings, fields };
}

/**
 * The refusals have one schema in all of HubSpot's files; they count as answers of any endpoint. A success
 * that is not declared is held against the one that is. HubSpot's dated files dropped 207 from all batches at
 * once, so that counts as one answer too.
 */
function answeredWell(
  { operation, by, endpoint: own }: Subject,
  { status, body: text }: Exchange['answer'],
): Held & { readonly endpoint: string } {
  const { responses, family } = operation;
  const isShared = status >= 400 && responses[String(status)] === undefined;
  const endpoint = isShared ? (status === 429 ? 'any 429' : 'any refusal') : own;
  const schema = responses[String(status)] ?? (isShared ? responses['default'] : undefined);
  // Another version's path may have another status; its fields are held against what is declared.
  if (by === 'sibling' && !isShared && responses[String(status)] === undefined) {
    const declared = Object.values(responses).find((one) => one !== null);
    const isEmpty = text === '' || declared === undefined || declared === null;
    return {
      endpoint,
      ...(isEmpty ? { fields: [], findings: [] } : answeredAs(declared, family, text)),
    };
  }
  if (responses[String(status)] === null) {
    return {
      endpoint,
      fields: [],
      findings: text === '' ? [] : [{ field: 'body', kind: 'undeclared' }],
    };
  }
  if (schema === undefined || schema === null) {
    const nearest = responses['200'] ?? responses['201'];
    const held =
      nearest === undefined || nearest === null ? undefined : answeredAs(nearest, family, text);
    const unknown: Found = {
      field: String(status),
      kind: 'status',
      ...(status === 207 ? { endpoint: 'any dated batch' } : {}),
    };
    return { fields: [], ...held, endpoint, findings: [unknown, ...(held?.findings ?? [])] };
  }
  return { endpoint, ...answeredAs(schema, family, text) };
}

function answeredAs(schema: Schema, family: string, text: string): Held {
  const body = parsed(text);
  return body === undefined
    ? { fields: [], findings: [{ field: 'body', kind: 'missing' }] }
    : compare(schema, family, body);
}

/** A query says everything as text; the schema says what the text stands for. */
function given(schema: Schema, values: readonly string[]): unknown {
  const one = values[0] ?? '';
  switch (schema.type) {
    case 'array':
      return values;
    case 'integer':
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(one) ? Number(one) : one;
    case 'boolean':
      return one === 'true' ? true : one === 'false' ? false : one;
    default:
      return one;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function fits(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const parts = path.replace(/\/$/, '').split('/');
  return (
    wanted.length === parts.length &&
    wanted.every((part, at) => part.startsWith('{') || part === parts[at])
  );
}
