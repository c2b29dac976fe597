import { describe, expect, it } from 'vitest';
import { isCursor, queryOf, ROUTES_HELD } from './declared.ts';
import { ask, atEverySpelling, nameOf, observed, prepared } from './emulator.ts';
import { pageAt, PAGED_LISTS, type PagedList, type Step } from './pages.ts';
import { fieldsOf } from './bodies.ts';
import { tally } from './tally.ts';

const seen = tally();
const hubspot = observed(seen, false);
const LISTS = PAGED_LISTS.flatMap((list) =>
  atEverySpelling({ ...list, method: pageAt(list, undefined).method }),
);

const SHRINKING = LISTS.flatMap(({ takeAway, ...list }) =>
  takeAway === undefined ? [] : [{ ...list, takeAway }],
);
const GROWING = LISTS.flatMap(({ addFirst, ...list }) =>
  addFirst === undefined ? [] : [{ ...list, addFirst }],
);

/** A fresh portal in the list's situation; answers the page at a cursor. */
function opened(list: PagedList) {
  const { portalId = 1001, before = [] } = list;
  prepared(hubspot, { method: 'GET', path: '/', before, portalId });
  // A search shows what was a moment ago.
  hubspot.clock.advance(1);
  const page = (at?: string) => {
    const answer = ask(hubspot, portalId, pageAt(list, at));
    return { answer, rows: list.rows(answer), next: list.next(answer) };
  };
  return {
    page,
    all: () => {
      const rows: unknown[] = [];
      let at: string | undefined;
      do {
        const one = page(at);
        rows.push(...one.rows);
        at = one.next;
      } while (at !== undefined && rows.length < 100);
      return rows;
    },
    take: (step: Step) => {
      if ('act' in step) hubspot.act(portalId, step.act);
      else expect(ask(hubspot, portalId, step).status).toBe(204);
    },
  };
}

const rowOf = (rows: readonly unknown[]) => String(rows[0]);

describe('a list that is read page by page', () => {
  it.each(LISTS)('$method $path shows each row once', (list) => {
    const rows = opened(list).all();
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each(LISTS)('$method $path refuses a cursor that is none', (list) => {
    const { page } = opened(list);
    const given = ['shoe', '-1', '1.5', ' ', '', '1e3', '0x10'];
    expect(given.map((at) => [at, page(at).answer.status])).toEqual(given.map((at) => [at, 400]));
  });

  it.each(SHRINKING)('$method $path leads on where the row at the cursor is gone', (list) => {
    const { page, all, take } = opened(list);
    const first = page();
    const second = page(first.next);
    take(list.takeAway(rowOf(second.rows)));
    const left = all();
    expect(left).toContain(first.rows[0]);
    expect(left).not.toContain(second.rows[0]);
    expect(page(second.next).rows).toEqual(left.filter((row) => row !== first.rows[0]).slice(0, 1));
  });

  it.each(SHRINKING)('$method $path leads on where a row before the cursor is gone', (list) => {
    const { page, all, take } = opened(list);
    const first = page();
    const second = page(first.next);
    take(list.takeAway(rowOf(first.rows)));
    const left = all().filter((row) => row !== second.rows[0]);
    expect(page(second.next).rows).toEqual(left.slice(0, 1));
    expect(left.length).toBeGreaterThan(0);
  });

  it.each(GROWING)('$method $path leads on where a row came before the cursor', (list) => {
    const { page, all, take } = opened(list);
    const [, second] = all();
    const first = page();
    take(list.addFirst);
    expect(page().rows).not.toEqual(first.rows);
    expect(page(first.next).rows).toEqual([second]);
  });

  it('has a row in tests/contract/pages.ts', () => {
    const declared = ROUTES_HELD.flatMap(({ route, operations }) =>
      operations.some(
        (operation) =>
          queryOf(operation).some(isCursor) ||
          fieldsOf(operation, { inputs: [{}] }).some(({ name }) =>
            /^(inputs\[\]\.)?after$/.test(name),
          ),
      )
        ? [nameOf(route)]
        : [],
    );
    expect(PAGED_LISTS.map(({ of }) => of).sort()).toEqual([...new Set(declared)].sort());
  });

  it('asks and is answered as HubSpot’s files say', () => {
    expect(seen.surprises()).toEqual([]);
  });
});
