import { DIFFERENCES, NO_EFFECT, type Difference } from '../../sandbox/emulator/differences.ts';
import type { Exchange } from '../../sandbox/emulator/index.ts';
import { check, type Checked, type Finding, type Subject } from './check.ts';

/** What was seen of one endpoint over all exchanges. */
interface Seen {
  readonly by: Subject['by'];
  readonly statuses: Set<number>;
  readonly fields: { readonly request: Set<string>; readonly response: Set<string> };
  readonly declared: Set<string>;
  readonly emptyLists: Set<string>;
}

export interface Tally {
  /** Checks an exchange, adds it up, and hands back what it found. Fits `createHubSpotOnDesk({ observe })`. */
  add(exchange: Exchange): Checked;
  readonly findings: ReadonlyMap<string, Finding>;
  readonly endpoints: ReadonlyMap<string, Seen>;
  /** Findings that no row of the list allows, in a sentence each. */
  surprises(): string[];
  /** Rows of the list that did not occur: the difference is closed. */
  closed(): string[];
  /** Lists that are an answer's whole point and came always empty: comparing them would be hollow. */
  hollow(): string[];
  summary(): string;
}

const ANSWERS: ReadonlySet<string> = new Set([
  'errors',
  'events',
  'eventTypes',
  'results',
  'subscriptionDefinitions',
  'subscriptionStatuses',
  'timeline',
]);

/** Adds up what exchanges show of the contract, against the list of known differences. */
export function tally(differences: readonly Difference[] = DIFFERENCES): Tally {
  const findings = new Map<string, Finding>();
  const endpoints = new Map<string, Seen>();
  const add = (exchange: Exchange): Checked => {
    const checked = check(exchange);
    const { subject, fields } = checked;
    // A call that is refused may well be wrong, and on purpose; what is accepted must be right.
    const isRefused = exchange.answer.status >= 400;
    for (const finding of checked.findings) {
      if (isRefused && finding.direction === 'request') continue;
      findings.set(keyOf(finding), finding);
    }
    if (subject === undefined) return checked;
    const key = subject.endpoint;
    const seen = endpoints.get(key) ?? {
      by: subject.by,
      statuses: new Set(),
      fields: { request: new Set(), response: new Set() },
      declared: new Set(),
      emptyLists: new Set(),
    };
    endpoints.set(key, seen);
    seen.statuses.add(exchange.answer.status);
    for (const field of fields.request) seen.fields.request.add(field);
    if (isRefused) return checked;
    for (const field of fields.response) seen.fields.response.add(field);
    for (const field of checked.declared) seen.declared.add(field);
    for (const list of checked.emptyLists) seen.emptyLists.add(list);
    return checked;
  };
  const known = new Set(differences.map(keyOf));
  return {
    add,
    findings,
    endpoints,
    surprises: () =>
      [...findings].filter(([key]) => !known.has(key)).map(([, finding]) => sentence(finding)),
    closed: () =>
      differences
        .filter(({ kind }) => kind !== NO_EFFECT)
        .filter((row) => !findings.has(keyOf(row)))
        .map((row) => `closed, take it out of differences.ts: ${keyOf(row)}`),
    hollow: () =>
      [...endpoints].flatMap(([endpoint, { fields, emptyLists }]) =>
        [...emptyLists]
          .filter((list) => ANSWERS.has(list))
          .filter((list) => ![...fields.response].some((field) => field.startsWith(`${list}[]`)))
          .map((list) => `${endpoint} ${list}`),
      ),
    summary: () => {
      const answered = [...endpoints.values()].filter(({ statuses }) =>
        [...statuses].some((status) => status < 300),
      );
      const specified = answered.filter(({ by }) => by === 'spec');
      const fields = specified.reduce(
        (sum, seen) => sum + seen.fields.request.size + seen.fields.response.size,
        0,
      );
      const without = answered.length - specified.length;
      return `contract: ${String(specified.length)} endpoints, ${String(fields)} fields, ${String(differences.length)} differences, ${String(without)} without spec`;
    },
  };
}

function keyOf({
  endpoint,
  direction,
  field,
  kind,
}: Omit<Difference, 'reason' | 'source'>): string {
  return `${endpoint} | ${direction} | ${field} | ${kind}`;
}

function sentence(finding: Finding): string {
  const { endpoint, direction, field, kind } = finding;
  if (kind === 'no contract') {
    return `${endpoint}: neither HubSpot's files nor tests/contract/fixtures say what it answers; add a fixture and name its source`;
  }
  const what = {
    missing: 'must be there and is not',
    undeclared: 'is not declared',
    type: 'is of another type',
    enum: 'has a value that is not declared',
    format: 'is not in the declared format',
    pattern: 'does not fit the declared pattern',
    status: 'is not a declared status',
  }[kind];
  return `${endpoint}: ${direction} ${field === '' ? '(all)' : field} ${what} [${kind}]`;
}
