import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const INSTALL =
  'No Chrome or Chromium could be started. Install one (Debian: apt-get install chromium), or name one in CHROME_PATH.';

/**
 * A browser for the tests: the one named in CHROME_PATH, else an installed one, else Playwright's own, else
 * the one an npm package ships. Fails with what to install; a browser test is never skipped.
 */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const candidate of candidates()) {
    try {
      const { executablePath, args, env } = await candidate();
      return await chromium.launch({
        executablePath,
        args: [...QUIET, ...args],
        // Chromium refuses its own sandbox under root, as in most containers.
        chromiumSandbox: false,
        ...(env === undefined ? {} : { env }),
      });
    } catch (error) {
      failures.push(String(error).split('\n')[0] ?? '');
    }
  }
  throw new Error(`${INSTALL}\n${failures.join('\n')}`);
}

interface Found {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env?: Record<string, string>;
}

function candidates(): (() => Promise<Found>)[] {
  const named = process.env['CHROME_PATH'];
  const onlyPackage = process.env['CONSENT_CARD_BROWSER'] === 'package';
  const installed = onlyPackage
    ? []
    : [
        ...(named === undefined ? [] : [named]),
        ...(PLACES[process.platform] ?? []),
        chromium.executablePath(),
      ];
  return [
    ...installed
      .filter(existsSync)
      .map((executablePath) => () => Promise.resolve({ executablePath, args: [] })),
    packaged,
  ];
}

/** `@sparticuz/chromium` ships a Chromium for Linux and, packed beside it, the libraries that a bare machine lacks. */
async function packaged(): Promise<Found> {
  const { default: shipped } = await import('@sparticuz/chromium');
  const executablePath = await shipped.executablePath();
  const libraries = path.join(os.tmpdir(), 'consent-card-chromium');
  if (!existsSync(path.join(libraries, 'lib'))) {
    mkdirSync(libraries, { recursive: true });
    const bin = path.join(
      path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
      '../../bin',
    );
    const packed = brotliDecompressSync(readFileSync(path.join(bin, 'al2023.tar.br')));
    execFileSync('tar', ['-x', '-C', libraries], { input: packed });
  }
  return {
    executablePath,
    // Its own set is for a cloud function: in one process, the browser ends with its first closed page.
    args: shipped.args.filter((arg) => !['--single-process', '--no-zygote'].includes(arg)),
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: path.join(libraries, 'lib'),
      FONTCONFIG_PATH: os.tmpdir(),
      HOME: os.tmpdir(),
    },
  };
}
