import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { packagedBrowser, type Executable } from './packaged-browser.ts';

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
      return await launch(await candidate());
    } catch (error) {
      failures.push(String(error).split('\n')[0] ?? '');
    }
  }
  throw new Error(`${INSTALL}\n${failures.join('\n')}`);
}

/** Starts the browser that `@sparticuz/chromium` ships, whatever else is installed. */
export async function launchPackagedBrowser(): Promise<Browser> {
  return launch(await packagedBrowser());
}

function launch({ executablePath, args, env }: Executable): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [...QUIET, ...args],
    // Chromium refuses its own sandbox under root, as in most containers.
    chromiumSandbox: false,
    ...(env === undefined ? {} : { env }),
  });
}

function candidates(): (() => Promise<Executable>)[] {
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
    packagedBrowser,
  ];
}
