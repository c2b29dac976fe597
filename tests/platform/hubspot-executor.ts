import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../project/docks.ts';

type Execute = (
  config: unknown,
  uid: string,
  inputs: object,
  answer: (response: unknown) => void,
) => Promise<void>;

/** HubSpot's package opens only `.` and `./build`; a file URL reaches the executor. Pinned to 2.1.2. */
const base = pathToFileURL(
  path.join(ROOT, 'node_modules/@hubspot/ui-extensions-dev-server/dist/lib/build.js'),
);
const { executeFunction } = (await import(new URL('./serverless/executor.js', base).href)) as {
  executeFunction: Execute;
};
const { buildServiceConfiguration } = (await import(
  new URL('./serverless/config.js', base).href
)) as { buildServiceConfiguration: (appPath: string, settings: object) => unknown };

const silent = () => undefined;

/** Runs a built function as `hs project dev` would, without an account. */
export async function execute(
  uid: string,
  functions: Readonly<Record<string, string>>,
  inputs: { readonly parameters?: unknown; readonly objectQuery?: object },
  origin = 'http://127.0.0.1:9',
): Promise<unknown> {
  const dock = path.join(ROOT, 'src/app/functions');
  const config = buildServiceConfiguration(path.join(ROOT, 'src/app'), {
    accountId: 1,
    platformVersion: '2026.03',
    hubspotApiOrigin: origin,
    hubspotWebsiteOrigin: 'http://127.0.0.1:9',
    functionTimeoutMs: 10_000,
    logger: { debug: silent, info: silent, warn: silent, error: silent },
    appFunctions: Object.fromEntries(
      Object.entries(functions).map(([name, resolvedPath]) => [
        name,
        { resolvedPath, secrets: [], componentRoot: dock },
      ]),
    ),
  });
  let answered: unknown;
  await executeFunction(config, uid, { appId: 1, ...inputs }, (response) => {
    answered = response;
  });
  return answered;
}
