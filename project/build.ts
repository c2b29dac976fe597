import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { dockOutputs, metadataOf, ROOT } from './docks.ts';

export interface BuiltProject {
  /** Holds `ConsentTab.js` and `ConsentSidebar.js` as HubSpot's builder makes them. */
  readonly cardsDir: string;
  /** Function uid to the absolute path of its bundle. */
  readonly functions: Readonly<Record<string, string>>;
}

/** Where the built files lie; says nothing of whether they come from today's source (`staleDocks` does). */
export function builtProject(): BuiltProject {
  const functions = metadataOf('functions').map(({ uid, config }) => [
    uid,
    path.join(ROOT, 'src', config.entrypoint),
  ]);
  return {
    cardsDir: path.join(ROOT, 'build/cards'),
    functions: Object.fromEntries(functions) as Record<string, string>,
  };
}

/** Fills the docks from today's source, then builds both cards with HubSpot's own builder. */
export async function buildProject(): Promise<BuiltProject> {
  for (const file of await dockOutputs()) writeFileSync(file.path, file.text);
  const built = builtProject();
  rmSync(built.cardsDir, { recursive: true, force: true });
  for (const { config } of metadataOf('cards')) {
    await buildCard(`src${config.entrypoint}`, built.cardsDir);
  }
  return built;
}

/** HubSpot's builder empties its output folder, so each card gets one of its own and is moved out of it. */
async function buildCard(entry: string, cardsDir: string): Promise<void> {
  const entryPoint = path.join(ROOT, entry);
  const name = path.basename(entry, '.js');
  const outputDir = path.join(cardsDir, `${name}.parts`);
  await remoteBuild({
    root: path.dirname(entryPoint),
    entryPoint,
    outputDir,
    logLevel: 'warn',
    appConfig: {},
  });
  mkdirSync(cardsDir, { recursive: true });
  for (const file of readdirSync(outputDir).filter((found) => found.endsWith('.js'))) {
    renameSync(path.join(outputDir, file), path.join(cardsDir, `${name}.js`));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { cardsDir, functions } = await buildProject();
  console.log(`cards: ${path.relative(ROOT, cardsDir)}`);
  console.log(`functions: ${Object.keys(functions).join(', ')}`);
}
