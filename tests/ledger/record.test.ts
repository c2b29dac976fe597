import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { headOf, withoutPersonal, type Entry } from '../../src/app/ledger/entry.ts';
import { gapsIn } from '../../src/app/ledger/gaps.ts';
import { publicKeysIn } from '../../src/app/ledger/keys.ts';
import { recordCsv } from '../../src/app/ledger/record-csv.ts';
import {
  readRecord,
  recordFile,
  recordText,
  verifyRecord,
} from '../../src/app/ledger/record-file.ts';
import type { Draft } from '../../src/app/ledger/statement.ts';
import type { Subject } from '../../src/app/evidence/consent-event.ts';
import {
  after,
  ALICE,
  AT,
  chainOf,
  intent,
  KEY,
  KEYS,
  OTHER_KEY,
  outcome,
  place,
  refusal,
  sealed,
} from './a-chain.ts';

const exported = { exportedAt: '2026-12-31T00:00:00.000Z', publicKeys: KEYS };
const GOLDEN = path.join(import.meta.dirname, 'golden-record.json');

/** One entry of each kind, a fork, an erasure and an entry kept late, all from fixed keys, salts and times. */
function everything(): Entry[] {
  const way = sealed(
    intent({
      change: 'opted-in',
      before: { state: 'not-specified' },
      legalBasis: 'CONSENT_WITH_NOTICE',
    }),
    {
      address: 'alice@example.com',
      explanation: '電話で同意',
      evidence: 'call 12',
      staffName: 'Ito',
    },
  );
  const told = sealed(
    outcome({
      change: 'opted-in',
      after: { state: 'opted-in', since: after(900), legalBasis: 'CONSENT_WITH_NOTICE' },
    }),
  );
  const undo = sealed(
    {
      ...intent({ requestId: 'request-2', at: after(60_000), change: 'cleared' }),
      kind: 'undo',
      undoes: 'request-1',
    } as Draft,
    { earlierExplanation: 'none' },
  );
  const refused = sealed(refusal({ requestId: 'request-3', at: after(70_000), repeats: 4 }));
  const [a, b, c, d] = chainOf(way, told, undo, refused) as [Entry, Entry, Entry, Entry];
  const late = place(
    sealed({
      kind: 'late',
      chain: ALICE,
      at: after(80_000),
      requestId: 'late-9-opted-out',
      who: { kind: 'unknown' },
      subject: { kind: 'everything', businessUnitId: '0' },
      change: 'opted-out',
      after: { state: 'opted-out', since: after(75_000) },
    }),
    headOf(d),
  );
  const beside = place(
    sealed(
      intent({
        requestId: 'request-4',
        subject: { kind: 'marketing-status' },
        change: 'set-non-marketing',
      }),
    ),
    headOf(d),
    after(90_000),
  );
  const joined = place(
    sealed({
      kind: 'joined',
      chain: ALICE,
      at: after(100_000),
      requestId: 'join-1-of-alice',
      who: { kind: 'staff', userId: '1', identity: 'vouched' },
      onto: headOf(late),
      beside: [headOf(beside)],
    }),
    headOf(late),
  );
  const merged = place(
    sealed({
      kind: 'merged',
      chain: ALICE,
      at: after(110_000),
      requestId: 'merge-303-into-101',
      who: { kind: 'this-app' },
      from: { contact: '303', head: { n: 7, hash: 'ab'.repeat(32) } },
    }),
    headOf(joined),
  );
  const erasure = place(
    sealed({
      kind: 'erasure',
      chain: ALICE,
      at: after(120_000),
      requestId: 'erasure-of-alice',
      who: { kind: 'staff', userId: '1', identity: 'claimed' },
      onRequestOf: { kind: 'contact', by: 'letter' },
      erases: [{ entry: a.hash, fields: ['address'] }],
    }),
    headOf(merged),
  );
  return [withoutPersonal(a, ['address']), b, c, d, late, beside, joined, merged, erasure];
}

describe('the format', () => {
  it('is what it was: a record written today equals the one in the repository, byte for byte', () => {
    // A change here makes every record in the world unreadable or untrue. Give it a new format number instead.
    expect(recordText(recordFile(ALICE, everything(), exported))).toBe(
      readFileSync(GOLDEN, 'utf8'),
    );
  });

  it('the record in the repository is true', () => {
    const record = readRecord(readFileSync(GOLDEN, 'utf8'))!;
    expect(record.isAsWritten).toBe(true);
    expect(verifyRecord(record, { publicKeys: KEYS })).toMatchObject({
      status: 'verified',
      entries: 9,
    });
  });

  it('knows every subject the timeline knows, but for what cannot be changed here', () => {
    const kinds: readonly Subject['kind'][] = ['subscription', 'everything', 'marketing-status'];
    expect(
      new Set(everything().flatMap(({ statement: s }) => ('subject' in s ? [s.subject.kind] : []))),
    ).toEqual(new Set(kinds));
  });
});

describe('a record file', () => {
  it('that says it had more entries than it has is cut', () => {
    const text = recordText({
      ...recordFile(ALICE, everything(), exported),
      entries: everything().slice(0, 4),
    });
    expect(verifyRecord(readRecord(text)!, { publicKeys: KEYS })).toMatchObject({
      problems: [{ n: 4, code: 'truncated' }],
    });
  });

  it('with an entry not of the ledger’s form names its place, and the first broken one before it', () => {
    const [a, b, c] = everything() as [Entry, Entry, Entry];
    const told = (entries: readonly unknown[]) => {
      const { head: _head, ...frame } = recordFile(ALICE, everything(), exported);
      const record = readRecord(recordText({ ...frame, entries: entries as Entry[] }))!;
      const result = verifyRecord(record, { publicKeys: KEYS });
      return result.status === 'broken'
        ? result.problems.map(({ n, code }) => `${code} at ${String(n)}`)
        : [];
    };
    expect(told([a, { ...b, n: 'one' }, c])[0]).toBe('malformed at 1');
    expect(told([{ ...a, keptAt: after(1) }, { ...b, n: 'one' }, c])[0]).toBe('altered at 0');
  });

  it.each<[string, string]>([
    ['no JSON', 'hello'],
    ['another JSON', '{"format":"consent-card-ledger/2","entries":[]}'],
    ['a table', recordCsv(recordFile(ALICE, everything(), exported))],
  ])('%s is none', (_what, text) => {
    expect(readRecord(text)).toBeUndefined();
  });

  it('in which a key stands twice was not written by this product', () => {
    const text = recordText(recordFile(ALICE, everything(), exported));
    const twice = text.replace(
      '"kind": "intent",',
      '"kind": "refusal",\n        "kind": "intent",',
    );
    expect(readRecord(text)?.isAsWritten).toBe(true);
    expect(readRecord(twice)?.isAsWritten).toBe(false);
  });

  it('holds every public key given, today’s and earlier ones', () => {
    const publicKeys = publicKeysIn([KEY.publicKey, OTHER_KEY.publicKey]);
    expect(recordFile(ALICE, [], { ...exported, publicKeys })).toMatchObject({
      gaps: [],
      entries: [],
      publicKeys: { length: 2 },
    });
  });
});

describe('what a true record still does not tell', () => {
  const told = (entries: readonly Entry[]) =>
    gapsIn(entries).map(({ code, n }) => `${code} at ${String(n)}`);
  const vouched = { kind: 'staff', userId: '77', identity: 'vouched' } as const;
  const optIn = { who: vouched, change: 'opted-in', legalBasis: 'CONSENT_WITH_NOTICE' } as const;
  const proof = { explanation: 'yes', evidence: 'call 12' };
  it.each<[string, readonly Entry[], readonly string[]]>([
    [
      'nothing, for a vouched opt-out that was done',
      chainOf(sealed(intent({ who: vouched })), sealed(outcome())),
      [],
    ],
    [
      'who it was, beyond the page’s word',
      chainOf(sealed(intent()), sealed(outcome())),
      ['actor-only-claimed at 0'],
    ],
    [
      'who it was at all',
      chainOf(sealed(intent({ who: { kind: 'unknown' } })), sealed(outcome())),
      ['actor-unknown at 0'],
    ],
    ['how it ended', chainOf(sealed(intent({ who: vouched }))), ['no-outcome at 0']],
    [
      'how it ended, for it was not known',
      chainOf(sealed(intent({ who: vouched })), sealed(outcome({ result: 'not-known' }))),
      ['outcome-not-known at 0'],
    ],
    ['what was asked', chainOf(sealed(outcome())), ['no-intent at 0']],
    [
      'what the contact was shown',
      chainOf(sealed(intent(optIn), proof), sealed(outcome({ change: 'opted-in' }))),
      ['no-notice at 0'],
    ],
    [
      'any proof of an opt-in',
      chainOf(
        sealed(intent({ ...optIn, legalBasis: undefined })),
        sealed(outcome({ change: 'opted-in' })),
      ),
      ['no-evidence at 0', 'no-legal-basis at 0', 'no-explanation at 0', 'no-notice at 0'],
    ],
    [
      'that it was one request, recorded twice',
      chainOf(
        sealed(intent({ who: vouched })),
        sealed(intent({ who: vouched })),
        sealed(outcome()),
      ),
      ['recorded-twice at 1'],
    ],
    [
      'that it was kept only later',
      [place(sealed(outcome()), undefined, after(60_001))],
      ['no-intent at 0', 'kept-late at 0'],
    ],
  ])('%s', (_what, entries, expected) => {
    expect(told(entries)).toEqual(expected);
  });
});

describe('the table for spreadsheets', () => {
  const rows = (text: string) => parseCsv(text.replace(/^\uFEFF/, ''));

  it('has a row for each entry and a column for each thing recorded (RFC 4180)', () => {
    const text = recordCsv(recordFile(ALICE, everything(), exported));
    const [header, ...entries] = rows(text) as [string[], ...string[][]];
    expect(text.startsWith('\uFEFF"position","kind",')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(entries).toHaveLength(9);
    for (const row of entries) expect(row).toHaveLength(header.length);
    const first = Object.fromEntries(header.map((name, i) => [name, entries[0]?.[i]]));
    expect(first).toMatchObject({
      kind: 'intent',
      at_utc: AT,
      user_id: '77',
      identity: 'claimed',
      request_came_by: 'phone',
      subscription_type: '9',
      change: 'opted-in',
      before: 'not-specified',
      rules: 'staff-may-opt-out',
      legal_basis: 'CONSENT_WITH_NOTICE',
      explanation: '電話で同意',
      address: '',
      gaps: 'actor-only-claimed no-notice personal-erased',
    });
  });

  it('keeps commas and quotes in their cell, and shows line breaks', () => {
    const explanation = 'He said "no",\r\nand meant it';
    const text = recordCsv(recordFile(ALICE, chainOf(sealed(intent(), { explanation })), exported));
    expect(rows(text)[1]).toContain('He said "no",\\r\\nand meant it');
  });
});

/** RFC 4180 §2, with every field quoted. */
function parseCsv(text: string): string[][] {
  return [...text.matchAll(/((?:"(?:[^"]|"")*",?)+)\r\n/g)].map(([, row]) =>
    [...(row ?? '').matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) =>
      (cell ?? '').replaceAll('""', '"'),
    ),
  );
}
