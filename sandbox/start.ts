import { buildProject } from '../project/build.ts';
import { createHubSpotOnDesk } from './emulator/index.ts';
import { startSandbox, type Sandbox } from './server.ts';

const FIRST_PORT = 4870;

const ports = portsAsked(process.argv.slice(2));

console.log('Building the cards and the functions …');
const project = await buildProject();
const hubspot = createHubSpotOnDesk({ now: Date.now() });
// The one place where the emulator's clock follows the machine's: a person is watching.
setInterval(() => {
  hubspot.clock.set(Date.now());
}, 250).unref();
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
      return await startSandbox({ port, project, hubspot });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`no free port among ${ports.join(', ')}; choose one with --port`);
}

function portsAsked(words: readonly string[]): readonly number[] {
  const at = words.indexOf('--port');
  if (at < 0) return Array.from({ length: 20 }, (_, offset) => FIRST_PORT + offset);
  const port = Number(words[at + 1]);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return [port];
  console.error('usage: npm start [-- --port <number from 0 to 65535>]');
  process.exit(2);
}
