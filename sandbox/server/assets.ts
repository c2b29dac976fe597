import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Sent } from './http.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FONTS = path.join(ROOT, 'node_modules/@fontsource/noto-sans-jp');
const PAGE = path.join(ROOT, 'sandbox/record-page');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
} as const;

/** The files of the page, by path: itself, the worker, the built cards and the fonts. */
export interface Assets {
  at(pathname: string): Promise<Sent | undefined>;
}

/** Page and worker are bundled at start: the sandbox needs no build step of its own. */
export async function assetsWith(cardsDir: string): Promise<Assets> {
  const bundles = await build({
    absWorkingDir: ROOT,
    entryPoints: {
      page: 'sandbox/record-page/page.tsx',
      worker: 'sandbox/worker/worker.ts',
    },
    bundle: true,
    write: false,
    outdir: 'build/sandbox',
    format: 'iife',
    target: 'es2022',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: { compilerOptions: { jsx: 'react' } },
  });
  const bundled: ReadonlyMap<string, string> = new Map(
    bundles.outputFiles.map(({ path: at, text }) => [`/${path.basename(at)}`, text] as const),
  );
  const read = async (file: string, cache?: string): Promise<Sent | undefined> => {
    const body = await readFile(file).catch(() => undefined);
    return body === undefined ? undefined : sent(file, body, cache);
  };
  return {
    at: async (pathname) => {
      const bundle = bundled.get(pathname);
      if (bundle !== undefined) return sent(pathname, bundle);
      if (pathname === '/') return read(path.join(PAGE, 'page.html'));
      const css = /^\/(page|components|play)\.css$/.exec(pathname)?.[0];
      if (css !== undefined) return read(path.join(PAGE, css));
      const card = /^\/cards\/(\w+\.js)$/.exec(pathname)?.[1];
      if (card !== undefined) return read(path.join(cardsDir, card));
      const font = /^\/fonts\/((?:files\/)?[\w-]+\.(?:css|woff2))$/.exec(pathname)?.[1];
      if (font !== undefined) return read(path.join(FONTS, font), 'max-age=86400');
      return undefined;
    },
  };
}

function sent(file: string, body: string | Buffer, cache?: string): Sent {
  const type = TYPES[path.extname(file) as keyof typeof TYPES];
  return { status: 200, type, body, ...(cache === undefined ? {} : { cache }) };
}
