import { SWITCHES } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { ACT_SOURCES, ROUTE_SOURCES } from '../../sandbox/emulator/hubspot/basis.ts';
import { BEHAVIOURS } from '../../sandbox/emulator/hubspot/behaviours.ts';
import { GUESSES } from '../../sandbox/emulator/hubspot/guesses.ts';
import { ROUTES } from '../../sandbox/emulator/hubspot/routes.ts';
import { DIFFERENCES, REFUSED_VALUES, UNUSED_FIELDS } from '../../sandbox/emulator/differences.ts';
import { subjectOf, type Subject } from './check.ts';
import { make, nameOf, observed, refuseEarly, spelledCalls } from './emulator.ts';
import { FIXTURES } from './fixtures/index.ts';
import { declaredFields } from './schema.ts';
import { tally, type Tally } from './tally.ts';

/** What the sandbox is and is not, as a page: `sandbox/SUPPORTED.md`. The same code gives the same page. */
export function supportedMarkdown(): string {
  const seen = tally();
  const hubspot = observed(seen, false);
  for (const call of spelledCalls()) make(hubspot, call);
  refuseEarly(hubspot);
  return [
    '# What the sandbox supports',
    '<!-- Written by `npm run generate`; a test fails when it is out of date. -->',
    ...PREFACE,
    '## Endpoints',
    'A call to anything else is answered 501, naming method and path. “Fields” says how many of the fields that HubSpot declares for the answer at the first path the sandbox was seen to send; the others are optional, or belong to what is not emulated. “Rests on” is for what a shape doesn’t say; where that leaves a question open, it is an assumption or a guess below.',
    table(
      ['Call', 'Also at', 'Scope (any of)', 'Held against', 'Fields', 'Rests on'],
      endpointRows(seen),
    ),
    '## Where HubSpot has no OpenAPI file',
    'These are held against fixtures in `tests/contract/fixtures`: a shape, and a sample of our own. The facts come from:',
    table(
      ['Call', 'Source'],
      FIXTURES.map(({ operation, source }) => [
        code(`${operation.method} ${operation.path}`),
        source,
      ]),
    ),
    '## What people and machines do',
    'The acts of a scenario, besides what this product does.',
    table(
      ['Act', 'Rests on'],
      Object.entries(ACT_SOURCES).map(([act, source]) => [code(act), source]),
    ),
    '## What it imitates',
    'How HubSpot behaves, as its pages or more than one independent report say.',
    table(
      ['Behaviour', 'Rests on'],
      BEHAVIOURS.map(({ says, source }) => [says, source]),
    ),
    '## Open questions, each a named assumption',
    'HubSpot does not document these, or documents them in two ways. `createHubSpotOnDesk({ assumptions })` takes another answer; `tests/emulator/assumptions` holds what each answer does, and the product’s tests in `tests/either` pass under every one.',
    table(
      ['Assumption', 'Question', 'Today', 'Otherwise', 'What there is'],
      Object.entries(SWITCHES).map(([name, { question, today, others, source }]) => [
        code(name),
        question,
        value(today),
        others.map(value).join('<br>'),
        source,
      ]),
    ),
    '## Guesses that nothing depends on',
    'What rests on no page, file or recording of HubSpot’s, and has no other answer here because this product does the same whatever HubSpot does.',
    table(
      ['Guess', 'What is guessed', 'Why nothing depends on it'],
      Object.entries(GUESSES).map(([name, { what, because }]) => [code(name), what, because]),
    ),
    '## What is refused by its name',
    'HubSpot declares these query parameters and values; the sandbox has no effect for them and answers a call that uses one 501, or refuses the value, and never as if it had not been there.',
    table(
      ['Call', 'Query parameters'],
      ROUTES.flatMap((route) => {
        const names = Object.entries(route.query ?? {})
          .filter(([, parameter]) => parameter === 'not-emulated')
          .map(([name]) => code(name));
        const call = code(`${route.method} ${route.path}`);
        return names.length === 0 ? [] : [[call, names.join('<br>')]];
      }),
    ),
    table(
      ['Field', 'Values', 'Reason'],
      REFUSED_VALUES.map(({ field, values, reason }) => [
        code(field),
        values.map(code).join('<br>'),
        reason,
      ]),
    ),
    '## Fields of requests that change nothing',
    'HubSpot declares these too, and the sandbox takes them. `npm run contract` tries every field of every request, and fails on one that changes neither the answer nor what is stored and is not here.',
    table(
      ['Call', 'Fields', 'Reason'],
      UNUSED_FIELDS.map(({ endpoint, fields, reason }) => [
        code(endpoint),
        fields.map(code).join('<br>'),
        reason,
      ]),
    ),
    '## Known differences',
    'One row is one field of one endpoint in which the sandbox is, knowingly, not as HubSpot’s file says. `npm run contract` fails on one that is not here, and on one that is closed and still here. Every endpoint refuses alike, so its refusals are one endpoint here.',
    table(
      ['Endpoint', 'Field', 'Difference', 'Reason', 'Source'],
      DIFFERENCES.map(({ endpoint, direction, field, kind, reason, source }) => [
        code(endpoint),
        code(field),
        `${direction}, ${kind}`,
        reason,
        source,
      ]),
    ),
    '',
  ].join('\n\n');
}

const PREFACE = [
  'The sandbox is a HubSpot on your desk, and it does not prove that HubSpot behaves like it. It was written from HubSpot’s public pages, its OpenAPI files and third parties’ recordings; nobody has held it against a real account. What it says about who did what in a history, about timing, about workflows and about the assumptions below is what we believe, and an account may say otherwise. It knows no permissions of users, no billing, no e-mail that is really sent, and of each object only what consent needs.',
  'What is proved by `npm run contract`: at every endpoint below, the answers to at least one call that succeeds and one that is refused, and every request that the product sends in the scenarios, have the shape that HubSpot’s own files declare, but for the differences listed at the end; each query parameter and each field of a request has an effect, is refused by its name or is listed below; each value that a file lists for one is taken; each scope is asked for as the file says; no path is taken for the value of a neighbour’s parameter; what was deleted is shown by no list, search or batch, and a list leads on after it; and HubSpot’s official client works against every endpoint that it has a method for.',
];

function endpointRows(seen: Tally): string[][] {
  return ROUTES.map((route) => {
    const spellings = [route.path, ...(route.also ?? [])];
    const subjects = spellings.map((path) => subjectOf(route.method, path));
    const files = subjects.map((subject) =>
      subject === undefined ? 'nothing yet' : against(subject),
    );
    const newest = subjects[0];
    return [
      code(`${route.method} ${route.path}`),
      (route.also ?? []).map(code).join('<br>'),
      route.scopes.map(code).join('<br>'),
      [...new Set(files)].join('<br>'),
      newest === undefined ? '' : fieldsSent(newest, seen),
      ROUTE_SOURCES.get(nameOf(route)) ?? 'nothing yet',
    ];
  });
}

const against = ({ by, operation }: Subject): string =>
  ({
    spec: operation.family,
    sibling: `${operation.family}, for want of a file of its own`,
    fixture: 'a fixture',
  })[by];

function fieldsSent({ operation, endpoint }: Subject, seen: Tally): string {
  const answers = Object.entries(operation.responses).flatMap(([status, schema]) =>
    status.startsWith('2') && schema !== null ? [schema] : [],
  );
  const declared = new Set(answers.flatMap((schema) => declaredFields(schema, operation.family)));
  const sent = [...(seen.endpoints.get(endpoint)?.declared ?? [])].filter((field) =>
    declared.has(field),
  );
  return declared.size === 0 ? 'no body' : `${String(sent.length)} of ${String(declared.size)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function value(of: unknown): string {
  return code(typeof of === 'string' ? of : JSON.stringify(of));
}

function code(text: string): string {
  return `\`${text}\``;
}
