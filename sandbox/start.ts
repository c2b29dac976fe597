import { buildProject } from '../project/build.ts';
import { createHubSpotOnDesk } from './emulator/index.ts';
import { startSandbox, type Sandbox } from './server.ts';

const FIRST_PORT = 4870;

const wanted = process.argv.indexOf('--port');
const ports =
  wanted > 0
    ? [Number(process.argv[wanted + 1])]
    : Array.from({ length: 20 }, (_, offset) => FIRST_PORT + offset);

console.log('Building the cards and the functions …');
const project = await buildProject();
const sandbox = await startOnFreePort();
console.log(`Consent Card sandbox: ${sandbox.url}`);
console.log('Open it in a browser. Ctrl+C stops it.');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void sandbox.close().then(() => process.exit(0));
  });
}

async function startOnFreePort(): Promise<Sandbox> {
  for (const port of ports) {
    try {
      const hubspot = createHubSpotOnDesk({ now: Date.now() });
      // The one place where the emulator's clock follows the machine's: a person is watching.
      setInterval(() => {
        hubspot.clock.set(Date.now());
      }, 250).unref();
      return await startSandbox({ port, project, hubspot });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`no free port among ${ports.join(', ')}; choose one with --port`);
}
