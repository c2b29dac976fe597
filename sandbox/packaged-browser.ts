import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** A browser that can be started, with the arguments and the whole environment that it needs. */
export interface Executable {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const ROOT = path.resolve(import.meta.dirname, '..');

/**
 * The Chromium for Linux on x64 that `@sparticuz/chromium` ships, with the libraries and the font that a bare machine
 * lacks. It is unpacked once into `node_modules`, not by the package itself: that writes into the shared temporary
 * folder, where two test workers, or two users, would find each other's half-written files.
 */
export async function packagedBrowser(): Promise<Executable> {
  const { default: shipped } = await import('@sparticuz/chromium');
  const folder = unpacked();
  return {
    executablePath: path.join(folder, 'chromium'),
    // Its own set is for a cloud function: in one process, the browser ends with its first closed page.
    args: shipped.args.filter((arg) => !['--single-process', '--no-zygote'].includes(arg)),
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: path.join(folder, 'lib'),
      // FONTCONFIG_FILE goes before a folder and before the machine's own configuration: text looks the same everywhere,
      // and a machine without fonts has one. Chromium ends a page for which it finds none.
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
      HOME: os.tmpdir(),
    },
  };
}

/** The folder with everything unpacked. Its name appears only when it is complete, so a parallel run never sees a part. */
function unpacked(): string {
  const { bin, version } = shippedFiles();
  const folder = path.join(ROOT, 'node_modules/.cache/consent-card', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const part = `${folder}-${String(process.pid)}`;
  mkdirSync(part, { recursive: true });
  try {
    const read = (file: string) => brotliDecompressSync(readFileSync(path.join(bin, file)));
    writeFileSync(path.join(part, 'chromium'), read('chromium.br'), { mode: 0o755 });
    for (const archive of ['al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br']) {
      execFileSync('tar', ['-x', '--no-same-owner', '-C', part], { input: read(archive) });
    }
    writeFileSync(path.join(part, 'fonts.conf'), fontsIn(folder));
    renameSync(part, folder);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    // Another worker was faster.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function shippedFiles(): { readonly bin: string; readonly version: string } {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const root = path.resolve(path.dirname(entry), '../..');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  return { bin: path.join(root, 'bin'), version };
}

/**
 * One font stands for every family that is asked for. The configuration shipped with the fonts names `/tmp/fonts`, and
 * leaves Chromium asking for families that are missing a thousand times a page.
 */
function fontsIn(folder: string): string {
  const escaped = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escaped}/fonts</dir>
  <cachedir>${escaped}/fonts-cache</cachedir>
  <match target="pattern">
    <edit name="family" mode="assign" binding="same"><string>Open Sans</string></edit>
  </match>
</fontconfig>
`;
}
