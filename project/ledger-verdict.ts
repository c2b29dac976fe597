import { gapsIn } from '../src/app/ledger/gaps.ts';
import type { Entry } from '../src/app/ledger/entry.ts';
import type { Broken, Verified } from '../src/app/ledger/verify.ts';

/** Every problem on a line of its own. Answers with the exit code. */
export function printBroken({ problems }: Broken, entries: number): 1 {
  for (const { n, code, hashes } of problems) {
    console.log(
      `broken: ${code} at position ${String(n)}${hashes ? `: ${hashes.join(', ')}` : ''}`,
    );
  }
  if (problems.every(({ code }) => code === 'fork')) {
    console.log(
      'fork: an admin joins it with "npm run ledger -- join CONTACT"; nothing is deleted',
    );
  }
  const [{ n, code }] = problems;
  console.log(`ledger: ${String(entries)} entries, BROKEN at position ${String(n)} (${code})`);
  return 1;
}

/** What a true record still does not tell. */
export function printGaps({ joins }: Verified, entries: readonly Entry[]): void {
  for (const { n, onto } of joins) {
    console.log(`joined: a fork, at position ${String(n)}, goes on after ${onto.hash}`);
  }
  for (const { n, code } of gapsIn(entries)) console.log(`gap: ${code} at position ${String(n)}`);
}

export function printHead({ head }: Verified): void {
  if (head === undefined) return;
  console.log(`head: ${head.hash} at position ${String(head.n)}; keep it for next time`);
}
