import { describe, expect, it } from 'vitest';
import {
  comparedWith,
  otherwise,
  SWITCHES,
  type SwitchName,
} from '../../../sandbox/emulator/hubspot/assumptions.ts';
import { createHubSpotOnDesk } from '../../../sandbox/emulator/index.ts';
import { EARLIER_ROWS } from './earlier.ts';
import { HISTORY_ROWS } from './history.ts';
import { LISTING_ROWS } from './listings.ts';
import { OPT_OUT_ROWS } from './opt-outs.ts';
import type { Row } from './row.ts';

/** A new assumption without a row here does not compile. */
const ROWS: Record<SwitchName, Row> = {
  ...OPT_OUT_ROWS,
  ...LISTING_ROWS,
  ...HISTORY_ROWS,
  ...EARLIER_ROWS,
};

/** Where what is known comes from, or that nothing is. */
const SOURCE =
  /hubspot\/apis\.md §|developers\.hubspot\.com|knowledge\.hubspot\.com|no source found|no recorded answer found/;

describe.each(Object.keys(SWITCHES) as SwitchName[])('%s', (name) => {
  const { question, source, today, others } = SWITCHES[name];
  const row = ROWS[name];

  it('asks one question, says what there is, and has at least two answers', () => {
    expect(question).toMatch(/\?$/);
    expect(source).toMatch(SOURCE);
    expect(new Set([today, ...others].map((one) => JSON.stringify(one))).size).toBe(
      others.length + 1,
    );
    expect(row.others).toHaveLength(others.length);
  });

  it('today', () => {
    expect(row.see(comparedWith(name))).toEqual(row.today);
  });

  it.each(others.map((answer, which) => [JSON.stringify(answer), which] as const))(
    'otherwise: %s',
    (_answer, which) => {
      const seen = row.see(otherwise(name, which));
      expect(seen).toEqual(row.others[which]);
      expect(seen).not.toEqual(row.today);
    },
  );

  it('every scenario can be told under every answer', () => {
    for (const which of others.keys()) {
      const hubspot = createHubSpotOnDesk({ assumptions: otherwise(name, which) });
      expect(hubspot.contact(1001, '104')?.properties['email']).toBe('contact-104@example.com');
    }
  });
});
