import { describe, expect, it } from 'vitest';
import { DIFFERENCES, NO_EFFECT } from '../../sandbox/emulator/differences.ts';
import { isCursor, queryOf, ROUTES_HELD } from './declared.ts';
import { ask, atEverySpelling, nameOf, observed, prepared } from './emulator.ts';
import type { Effectless } from './parameters/effect.ts';
import { EFFECTS, UNEXPLAINED, UNSUPPORTED } from './parameters/index.ts';
import { tally } from './tally.ts';

const seen = tally();
const hubspot = observed(seen, false);

/** The answer to a row's call on a fresh portal, with something added to its query. */
function answered(row: Effectless, query: string) {
  const { portalId = 1001, method, path, body } = prepared(hubspot, row);
  const joint = query === '' ? '' : path.includes('?') ? '&' : '?';
  return ask(hubspot, portalId, { method, path: path + joint + query, body });
}

describe('a query parameter that HubSpot declares', () => {
  it.each(EFFECTS.flatMap(atEverySpelling))('$method $path: $given has its effect', (row) => {
    const [without, with_] = ['', row.given].map((query) => row.shows(answered(row, query)));
    expect({ without, with: with_ }).toEqual({ without: row.without, with: row.with });
    expect(with_).not.toEqual(without);
  });

  it.each(UNSUPPORTED.flatMap(atEverySpelling))(
    '$method $path: $given is refused by its name',
    (row) => {
      expect(answered(row, '').status).toBe(200);
      const { status, body } = answered(row, row.given);
      expect(status).toBe(501);
      expect(body).toMatchObject({
        category: 'NOT_EMULATED',
        message: expect.stringContaining(`?${row.given.split('=')[0] ?? ''} `) as string,
      });
    },
  );

  it.each(UNEXPLAINED.flatMap(atEverySpelling))(
    '$method $path: $given changes nothing, as the known differences say',
    (row) => {
      expect(answered(row, row.given)).toEqual(answered(row, ''));
    },
  );

  it('is a known difference exactly where it changes nothing', () => {
    const listed = DIFFERENCES.filter(({ kind }) => kind === NO_EFFECT);
    expect(UNEXPLAINED.map(({ of, parameter }) => `${of}?${parameter}`).sort()).toEqual(
      listed.map(({ endpoint, field }) => endpoint + field).sort(),
    );
  });

  it('has a row in tests/contract/parameters', () => {
    const rows = [...EFFECTS, ...UNSUPPORTED, ...UNEXPLAINED];
    const tried = new Set(rows.map(({ of, parameter }) => `${of}?${parameter}`));
    const declared = new Set(
      ROUTES_HELD.flatMap(({ route, operations }) =>
        operations
          .flatMap(queryOf)
          .filter((name) => !isCursor(name))
          .map((name) => `${nameOf(route)}?${name}`),
      ),
    );
    expect([...declared].filter((one) => !tried.has(one))).toEqual([]);
    expect([...tried].filter((one) => !declared.has(one))).toEqual([]);
  });

  it('takes every value that HubSpot lists for it', () => {
    const refused: string[] = [];
    for (const row of EFFECTS) {
      const values = ROUTES_HELD.filter(({ route }) => nameOf(route) === row.of)
        .flatMap(({ operations }) => operations.flatMap(({ parameters }) => parameters))
        .filter(({ in: where, name }) => where === 'query' && name === row.parameter)
        .flatMap(({ schema }) => schema.enum ?? schema.items?.enum ?? []);
      for (const value of new Set(values)) {
        const { status } = answered(row, `${row.parameter}=${value}`);
        if (status === 400 || status >= 500) refused.push(`${row.of}?${row.parameter}=${value}`);
      }
    }
    expect(refused).toEqual([]);
  });

  it('asks and is answered as HubSpot’s files say', () => {
    expect(seen.surprises()).toEqual([]);
  });
});
