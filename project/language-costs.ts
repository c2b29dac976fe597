import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './docks.ts';

const EXTENSIONS = path.join(ROOT, 'src/app/extensions');
const SURFACES = {
  tab: 'consent-tab/ConsentTab.card.tsx',
  sidebar: 'consent-sidebar/ConsentSidebar.card.tsx',
} as const;

/** Words that are a file a language; the timeline's lie together in files of their own and are not counted. */
const LANGUAGES = ['en', 'ja'] as const;

interface LanguageCost {
  readonly surface: keyof typeof SURFACES;
  readonly language: (typeof LANGUAGES)[number];
  /** What the card would be smaller by without the language's words, gzipped. */
  readonly bytes: number;
}

/** What each language adds to each card, measured by leaving its words out. */
export async function languageCosts(): Promise<LanguageCost[]> {
  const costs: LanguageCost[] = [];
  for (const surface of ['tab', 'sidebar'] as const) {
    const whole = await sizeOf(surface);
    for (const language of LANGUAGES) {
      costs.push({ surface, language, bytes: whole - (await sizeOf(surface, language)) });
    }
  }
  return costs;
}

async function sizeOf(surface: keyof typeof SURFACES, without?: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [path.join(EXTENSIONS, SURFACES[surface])],
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    write: false,
    external: ['react', '@hubspot/ui-extensions'],
    plugins: [
      {
        name: 'wordless',
        setup(builder) {
          if (without === undefined) return;
          const filter = new RegExp(`/words/(rules\\.)?${without}\\.ts$`);
          builder.onLoad({ filter }, ({ path: file }) => {
            const declared = readFileSync(file, 'utf8').match(/^export const \w+/gm) ?? [];
            return { contents: declared.map((one) => `${one} = {};`).join('\n') };
          });
        },
      },
    ],
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
}
