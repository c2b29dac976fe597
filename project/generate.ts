import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './docks.ts';
import { factsOf } from './generate/facts.ts';
import { namesOf } from './generate/names.ts';
import { specsIn } from './generate/specs.ts';
import { lockfiles } from './lockfiles.ts';

const GENERATED = 'sandbox/emulator/generated';
const SUPPORTED = 'sandbox/SUPPORTED.md';

const isCheck = process.argv.includes('--check');
const named = process.argv.indexOf('--specs') + 1;
const folder = path.resolve(
  ROOT,
  (named > 0 ? process.argv[named] : process.env['HUBSPOT_SPECS']) ?? '../shared/hubspot/specs',
);

/** From HubSpot's OpenAPI files first: what is said of the sandbox rests on them. */
const fromSpecs = filesFromSpecs();
const stale = fromSpecs === undefined ? [] : settle(fromSpecs);
// Only now: what it says is found out by asking the sandbox, which is made of the files above.
const { supportedMarkdown } = await import('../tests/contract/supported.ts');
const own = { [SUPPORTED]: supportedMarkdown(), ...lockfiles() };
stale.push(...settle(own));

if (fromSpecs === undefined) {
  const isLoud = process.env['CI'] === 'true';
  const mark = isLoud ? 'FAILED' : 'NOT RUN';
  console.error(
    `generate: ${mark}: ${GENERATED} was not held against HubSpot's OpenAPI files, which are not in\n` +
      `  ${path.relative(ROOT, folder)}\n` +
      '  They are in the public repository HubSpot/HubSpot-public-api-spec-collection on GitHub. Put one JSON file\n' +
      '  a family, named as in project/generate/specs.ts, in a folder and name it: --specs FOLDER or HUBSPOT_SPECS.',
  );
  if (isLoud) process.exitCode = 1;
}
if (isCheck && stale.length > 0) {
  console.error(
    `generate: not what is generated today: ${stale.join(', ')}; run "npm run generate"`,
  );
  process.exitCode = 1;
}
if (fromSpecs !== undefined && process.exitCode === undefined) {
  const files = Object.keys({ ...fromSpecs, ...own }).length;
  console.log(`generate: ${String(files)} files ${isCheck ? 'are up to date' : 'written'}`);
}

function filesFromSpecs(): Readonly<Record<string, string>> | undefined {
  const specs = specsIn(folder);
  if (specs === undefined) return undefined;
  const facts = Object.entries(specs).map(
    ([family, spec]) => [`${GENERATED}/contract/${family}.json`, factsOf(spec)] as const,
  );
  return { ...Object.fromEntries(facts), [`${GENERATED}/names.ts`]: namesOf(specs) };
}

/** Writes the files, or only compares; answers with those that differ. A file that is no longer made goes. */
function settle(files: Readonly<Record<string, string>>): string[] {
  const gone = left(files);
  const differing = Object.entries(files).filter(
    ([file, text]) => !existsSync(at(file)) || readFileSync(at(file), 'utf8') !== text,
  );
  if (!isCheck) {
    for (const file of gone) rmSync(at(file));
    for (const [file, text] of differing) {
      mkdirSync(path.dirname(at(file)), { recursive: true });
      writeFileSync(at(file), text);
    }
  }
  return [...gone, ...differing.map(([file]) => file)];
}

function left(files: Readonly<Record<string, string>>): string[] {
  const folders = new Set(Object.keys(files).map((file) => path.posix.dirname(file)));
  return [...folders]
    .filter((one) => one.startsWith(GENERATED) && existsSync(at(one)))
    .flatMap((one) =>
      readdirSync(at(one), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => `${one}/${name}`),
    )
    .filter((file) => !Object.hasOwn(files, file));
}

function at(file: string): string {
  return path.join(ROOT, file);
}
