import { buildProject } from '../project/build.ts';
import { createHubSpotOnDesk } from './emulator/index.ts';
import { flagsIn, USAGE } from './flags.ts';
import { startSandbox, type Sandbox } from './server.ts';
import { stateFile, StateFileTrouble, type StateFile } from './stage/state-file.ts';
import { stageOn } from './stage/stage.ts';

const flags = flagsIn(process.argv.slice(2));
if (flags.kind === 'usage') {
  console.error(`${flags.problem}\n${USAGE}`);
  process.exit(2);
}

const { ports, stateFile: named } = flags;
let looked = Date.now();
const hubspot = createHubSpotOnDesk({ now: looked });
const stage = stageOn(hubspot);
const state = named === undefined ? undefined : begun(stateFile(named, hubspot, stage));

console.log('Building the cards and the functions …');
const project = await buildProject();
// The one place where the emulator's clock follows the machine's: a person is watching. The date a person has
// moved stays moved.
setInterval(follow, 250).unref();
const sandbox = await startOnFreePort();
console.log(`Consent Card sandbox: ${sandbox.url}`);
console.log(
  named === undefined
    ? 'Everything is kept in memory; --state FILE keeps it between starts.'
    : `Everything is kept in ${named}.`,
);
console.log('Open it in a browser. Ctrl+C stops it.');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void sandbox.close().then(() => process.exit(writtenAtLast() ? 0 : 1));
  });
}

function follow(): void {
  const now = Date.now();
  hubspot.clock.advance(now - looked);
  looked = now;
}

function begun(file: StateFile): StateFile {
  try {
    file.begin();
    return file;
  } catch (error) {
    if (!(error instanceof StateFileTrouble)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

function writtenAtLast(): boolean {
  try {
    state?.finish();
    return true;
  } catch (error) {
    console.error((error as Error).message);
    return false;
  }
}

async function startOnFreePort(): Promise<Sandbox> {
  for (const port of ports) {
    try {
      return await startSandbox({
        port,
        project,
        hubspot,
        stage,
        ...(state === undefined ? {} : { onChange: state.changed }),
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`no free port among ${ports.join(', ')}; choose one with --port`);
}
