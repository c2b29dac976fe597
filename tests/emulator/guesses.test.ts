import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SWITCHES } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { ACT_SOURCES, ROUTE_SOURCES } from '../../sandbox/emulator/hubspot/basis.ts';
import { BEHAVIOURS } from '../../sandbox/emulator/hubspot/behaviours.ts';
import { GUESSES } from '../../sandbox/emulator/hubspot/guesses.ts';
import { ROUTES } from '../../sandbox/emulator/hubspot/routes.ts';

const ROOT = path.join(import.meta.dirname, '../../sandbox/emulator/hubspot');

/** They hold the lists themselves. */
const LISTS = /^(?:assumptions|basis|behaviours|guesses)/;

const FILES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('.ts') && !LISTS.test(file))
  .sort()
  .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));

const CITES =
  /apis\.md §|OpenAPI file|HubSpot['’]s (?:own )?(?:page|guide|example|sentence|limit)|hubspot\.com|third part|public integration|scenarios S\d/;

/** Files in which nothing is said about HubSpot: they keep, find and pass on what the others say. */
const PLUMBING = [
  'due.ts',
  'indexes.ts',
  'legal-basis.ts',
  'portal-of.ts',
  'portals.ts',
  'routes.ts',
  'seed.ts',
  'set-up.ts',
  'objects/data.ts',
  'objects/given.ts',
  'objects/links.ts',
];

describe('a guess about HubSpot does not slip in', () => {
  it('each guess in the code is in the list, and each in the list is in the code', () => {
    const marked = FILES.flatMap(({ text }) => [...text.matchAll(/\[guess: (\w+)\]/g)]).map(
      ([, name]) => name,
    );
    expect([...new Set(marked)].sort()).toEqual(Object.keys(GUESSES).sort());
  });

  it.each(FILES)('$file says nothing uncertain without a name', ({ text }) => {
    const comments = [...text.matchAll(/\/\*.*?\*\/|\/\/[^\n]*/gs)].map(([one]) => one);
    const uncertain =
      /\[[?I]\]|\binferred\b|\bguess(?:ed)?\b(?!:)|\bpresumably\b|\bprobably\b|real account|(?:not|un)documented|not known|unknown to us|no (?:page|source) (?:says|found)/i;
    const unnamed = comments.filter((one) => uncertain.test(one) && namesIn(one).length === 0);
    expect(unnamed).toEqual([]);
  });

  it.each(FILES)('$file says what it rests on', ({ file, text }) => {
    const restsOnSomething = CITES.test(text) || namesIn(text).length > 0;
    expect(restsOnSomething ? [] : [file]).toEqual(PLUMBING.includes(file) ? [file] : []);
  });

  it('each endpoint has its sources, and nothing else has', () => {
    expect([...ROUTE_SOURCES.keys()].sort()).toEqual(
      ROUTES.map(({ method, path: at }) => `${method} ${at}`).sort(),
    );
  });

  it('each source names a place, and each open question whether there is one', () => {
    const place =
      /hubspot\/(?:apis|market|platform)\.md|OpenAPI file|HubSpot’s (?:page|guide|file)/;
    const sources = [
      ...ROUTE_SOURCES.values(),
      ...Object.values(ACT_SOURCES),
      ...BEHAVIOURS.map(({ source }) => source),
    ];
    expect(sources.filter((one) => !place.test(one))).toEqual([]);
    expect(Object.keys(GUESSES).filter((name) => name in SWITCHES)).toEqual([]);
  });
});

/** Assumptions that the code reads or names, and guesses that it bears. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/\bassumptions\.(\w+)|`(\w+)`|\[guess: (\w+)\]/g)]
    .map(([, read, named, guess]) => read ?? named ?? guess ?? '')
    .filter((name) => name in SWITCHES || name in GUESSES);
}
