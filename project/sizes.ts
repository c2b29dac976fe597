import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { ROOT } from './docks.ts';
import { languageCosts } from './language-costs.ts';

/** The licences of the packages in a function, after its code. They cost no time: a comment is skipped, not compiled. */
const NOTICES = 4_600;

/** Most bytes of each built file, gzipped at level 9, a kilobyte being 1,000 bytes. */
const BUDGETS: Readonly<Record<string, number>> = {
  'build/cards/ConsentTab.js': 22_000,
  'build/cards/ConsentSidebar.js': 12_000,
  // The ledger, its signatures and everything that can be asked for. For reading, the words of every language too; asking
  // an approver brings two languages with it, and its part of the gateway comes with every function.
  'src/app/functions/read-consent.js': 118_000 + NOTICES,
  'src/app/functions/change-consent.js': 96_000 + NOTICES,
  'src/app/functions/setup-portal.js': 54_500 + NOTICES,
};

/** Prints every size; answers with the files over their budget. */
export function overBudget(): string[] {
  return Object.entries(BUDGETS).flatMap(([file, budget]) => {
    const size = gzipSync(readFileSync(path.join(ROOT, file)), { level: 9 }).length;
    console.log(`${file}: ${String(size)} of ${String(budget)} bytes gzipped`);
    return size > budget ? [file] : [];
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = overBudget().length > 0 ? 1 : 0;
  for (const cost of languageCosts()) {
    console.log(
      `${cost.language}: ${String(cost.inEachBundle)} bytes in each card; ` +
        `with the first answer ${String(cost.inTheTabsFirstAnswer)} bytes in the tab, ` +
        `${String(cost.inTheSidebarsFirstAnswer)} in the sidebar`,
    );
  }
}
