import path from 'node:path';
import type { Chain } from '../src/app/ledger/chain.ts';
import { isRecordCsv, recordCsv } from '../src/app/ledger/record-csv.ts';
import { readRecord, recordFile, recordText } from '../src/app/ledger/record-file.ts';
import { verify } from '../src/app/ledger/verify.ts';
import { chainOf, found, keysIn, parsed, portal, type Environment } from './ledger-account.ts';
import { printBroken, printGaps, printHead } from './ledger-verdict.ts';
import type { PrivateFiles } from './private-file.ts';
import { Usage } from './usage.ts';

/**
 * `npm run ledger -- export CONTACT`: the record as JSON and CSV, by default into the folder `private`, which git
 * ignores. The files hold personal data: their owner alone can read them, and nothing but an earlier export is
 * overwritten.
 */
export async function exportRecord(
  rest: readonly string[],
  environment: Environment,
  files: PrivateFiles,
): Promise<number> {
  const { contact, values } = parsed(rest, { json: { type: 'string' }, csv: { type: 'string' } });
  const targets = targetsOf(contact, values, files);
  const publicKeys = keysIn(environment);
  const hubspot = portal(environment);
  const chain = await chainOf(hubspot, contact);
  const { entries, malformed } = await found(hubspot, chain);
  const file = recordFile(chain, entries, { exportedAt: new Date().toISOString(), publicKeys });
  // What is not of the ledger's form is named, so that whoever checks the file does not take it for a cut.
  const places = malformed.map((record) => ({ malformed: record }));
  const text = recordText({ ...file, entries: [...file.entries, ...(places as unknown as [])] });
  const exports: readonly Export[] = [
    { file: targets.json, text, mayReplace: (earlier) => isRecordOf(chain, earlier) },
    { file: targets.csv, text: recordCsv(file), mayReplace: isRecordCsv },
  ];
  write(exports, files);
  if (malformed.length > 0) {
    for (const id of malformed) console.log(`broken: record ${id} is not of the ledger’s form`);
    console.log(`ledger: ${String(entries.length)} entries, BROKEN (malformed)`);
    return 1;
  }
  const result = verify(file.entries, { chain, publicKeys });
  if (result.status === 'broken') return printBroken(result, entries.length);
  printGaps(result, file.entries);
  printHead(result);
  console.log(`ledger: ${String(entries.length)} entries, verified`);
  return 0;
}

interface Export {
  readonly file: string | undefined;
  readonly text: string;
  readonly mayReplace: (earlier: string) => boolean;
}

interface Targets {
  readonly json?: string | undefined;
  readonly csv?: string | undefined;
}

function targetsOf(contact: string, { json, csv }: Targets, { folder }: PrivateFiles): Targets {
  if (json === '' || csv === '')
    throw new Usage('ledger: --json and --csv take the name of a file');
  if (json === undefined && csv === undefined) {
    const name = path.join(path.relative(process.cwd(), folder), `consent-record-${contact}`);
    return { json: `${name}.json`, csv: `${name}.csv` };
  }
  if (json !== undefined && csv !== undefined && path.resolve(json) === path.resolve(csv)) {
    throw new Usage('ledger: --json and --csv name the same file; choose two');
  }
  return { json, csv };
}

/** Either all of them can be written, as far as that can be told, or none is. */
function write(exports: readonly Export[], files: PrivateFiles): void {
  for (const { file, mayReplace } of exports) {
    if (file !== undefined) files.check(file, mayReplace);
  }
  for (const { file, text, mayReplace } of exports) {
    if (file === undefined) continue;
    files.write(file, text, mayReplace);
    console.log(`wrote ${file}`);
  }
}

/** An export of another contact may be the only one there is. */
function isRecordOf({ portal, contact }: Chain, earlier: string): boolean {
  const record = readRecord(earlier);
  return record?.chain.portal === portal && record.chain.contact === contact;
}
