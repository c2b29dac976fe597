import * as z from 'zod/mini';
import { branchesOf } from './branches.ts';
import { Chain, Head } from './chain.ts';
import { Entry, inOrder } from './entry.ts';
import { gapsIn, type Gap } from './gaps.ts';
import type { PublicKeys } from './keys.ts';
import { broken, verify, type Broken, type Problem, type Verified } from './verify.ts';
import { instant } from './words.ts';

const FORMAT = 'consent-card-ledger/1';

/** One contact's record as a file: what the ledger holds, and what is missing from it. */
export interface RecordFile {
  readonly format: typeof FORMAT;
  readonly chain: Chain;
  readonly exportedAt: string;
  /** The head at the time; kept apart from the file, it shows later whether anything was cut off. */
  readonly head?: Head;
  readonly gaps: readonly Gap[];
  /** SPKI in base64. For convenience: a key that comes with a record proves nothing of who signed it. */
  readonly publicKeys: readonly string[];
  readonly entries: readonly Entry[];
}

export function recordFile(
  chain: Chain,
  found: readonly Entry[],
  { exportedAt, publicKeys }: { readonly exportedAt: string; readonly publicKeys: PublicKeys },
): RecordFile {
  const entries = inOrder(found);
  const head = branchesOf(entries).ends[0];
  return {
    format: FORMAT,
    chain,
    exportedAt,
    ...(head === undefined ? {} : { head }),
    gaps: gapsIn(entries),
    publicKeys: [...publicKeys.values()].map((key) =>
      key.export({ format: 'der', type: 'spki' }).toString('base64'),
    ),
    entries,
  };
}

export function recordText(file: RecordFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

const Frame = z.strictObject({
  format: z.literal(FORMAT),
  chain: Chain,
  exportedAt: instant,
  head: z.optional(Head),
  gaps: z.unknown(),
  publicKeys: z.readonly(z.array(z.string())),
  entries: z.readonly(z.array(z.unknown())),
});

/** A record file as it was read. Nothing in it is believed yet. */
interface ReadRecord {
  readonly chain: Chain;
  readonly head: Head | undefined;
  readonly publicKeys: readonly string[];
  readonly entries: readonly Entry[];
  /** Places in the file whose entry is not of the ledger's form. */
  readonly malformed: readonly number[];
  /** False where the text was written by other means: JSON lets a key stand twice, and shows only one. */
  readonly isAsWritten: boolean;
}

/** Reads a record file; `undefined` where it is none. The gaps in it are dropped: whoever needs them counts again. */
export function readRecord(text: string): ReadRecord | undefined {
  const json = parsed(text);
  const frame = Frame.safeParse(json);
  if (!frame.success) return undefined;
  const { chain, head, publicKeys } = frame.data;
  const entries: Entry[] = [];
  const malformed: number[] = [];
  for (const [place, one] of frame.data.entries.entries()) {
    const entry = Entry.safeParse(one);
    if (entry.success) entries.push(entry.data);
    else malformed.push(place);
  }
  const isAsWritten = JSON.stringify(json, null, 2) === text.trimEnd();
  return { chain, head, publicKeys, entries, malformed, isAsWritten };
}

/** Checks a record against public keys and, where one was kept, an earlier head, as well as the head it claims itself. */
export function verifyRecord(
  { chain, entries, head, malformed }: ReadRecord,
  {
    publicKeys,
    earlier,
  }: { readonly publicKeys: PublicKeys; readonly earlier?: string | undefined },
): Verified | Broken {
  const heads = [...new Set([earlier, head?.hash])].filter((hash) => hash !== undefined);
  const result = verify(entries, { chain, publicKeys, heads });
  const bad = malformed.map((n): Problem => ({ n, code: 'malformed' }));
  const [first, ...rest] = [...bad, ...(result.status === 'broken' ? result.problems : [])];
  return first === undefined ? result : broken([first, ...rest]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
