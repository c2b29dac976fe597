import { build } from 'esbuild';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { noticesOf } from './notices.ts';
import { profileVariables } from './profile.ts';

export const ROOT = path.resolve(import.meta.dirname, '..');
const APP = path.join(ROOT, 'src/app');

/** One bundle that HubSpot reads: where it lies and the source it is made from, both from the project's root. */
interface Bundle {
  readonly dock: 'cards' | 'functions';
  readonly source: string;
  readonly output: string;
}

/** The file a dock must hold, and what must be in it. */
interface DockFile {
  readonly path: string;
  readonly text: string;
}

/**
 * What today's source makes of each dock. HubSpot builds every dock by itself and fails on imports that
 * leave it, so each entry becomes one file (hubspot/local.md §1). Deterministic: the same source gives
 * the same bytes.
 */
export async function dockOutputs(): Promise<readonly DockFile[]> {
  return Promise.all(bundles().map(bundle));
}

/** Docks whose files are missing or do not come from today's source. */
export async function staleDocks(read = readIfThere): Promise<readonly string[]> {
  const outputs = await dockOutputs();
  return outputs.filter(({ path: at, text }) => read(at) !== text).map(({ path: at }) => at);
}

/** Entry points as the docks' own metadata names them, so that metadata and bundles can't drift apart. */
function bundles(): readonly Bundle[] {
  return (['cards', 'functions'] as const).flatMap((dock) =>
    metadataOf(dock).map(({ config }) => {
      const name = path.basename(config.entrypoint, '.js');
      const source =
        dock === 'cards' ? cardSource(name) : `src/app/app.functions/${name}.function.ts`;
      return { dock, source, output: `src${config.entrypoint}` };
    }),
  );
}

interface Metadata {
  readonly uid: string;
  readonly config: { readonly entrypoint: string };
}

export function metadataOf(dock: 'cards' | 'functions'): readonly Metadata[] {
  const folder = path.join(APP, dock);
  return readdirSync(folder)
    .filter((name) => name.endsWith('-hsmeta.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Metadata);
}

/** `ConsentTab` comes from the surface's own folder, `extensions/consent-tab/ConsentTab.card.tsx`. */
function cardSource(name: string): string {
  const folder = name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  return `src/app/extensions/${folder}/${name}.card.tsx`;
}

async function bundle({ dock, source, output }: Bundle): Promise<DockFile> {
  const built = await build({
    absWorkingDir: ROOT,
    entryPoints: [source],
    bundle: true,
    write: false,
    metafile: true,
    charset: 'utf8',
    // The packages' licences follow as a whole, after the code.
    legalComments: 'none',
    banner: { js: `// Built from ${source} by "npm run build". Change the source, not this file.` },
    tsconfigRaw: { compilerOptions: { jsx: 'react' } },
    ...(dock === 'cards'
      ? {
          format: 'esm',
          target: 'es2020',
          external: ['react', '@hubspot/ui-extensions'],
        }
      : {
          format: 'cjs',
          platform: 'node',
          target: 'node20',
          external: ['@hubspot/api-client'],
          // A part of the client that is imported when it is used becomes a `require`: `import()` takes no folders, and
          // what HubSpot does with one in a CommonJS function is not documented.
          supported: { 'dynamic-import': false },
          define: {
            CONSENT_CARD_PROFILE: JSON.stringify(profileVariables(ROOT, process.argv)),
          },
        }),
  });
  const { text = '' } = built.outputFiles[0] ?? {};
  const inputs = Object.values(built.metafile.outputs).flatMap((one) => Object.entries(one.inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
  return { path: path.join(ROOT, output), text: `${text}${noticesOf(used, ROOT)}` };
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
