import { spawn } from 'node:child_process';
import { existsSync, lstatSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './docks.ts';

const DOCK_MODULES = path.join(ROOT, 'src/app/cards/node_modules');

/**
 * Runs HubSpot's own `hs project lint`. It insists on packages inside the dock, so the root's are lent to
 * it for the run. Answers with the lint's exit code.
 */
export async function hubSpotLint(): Promise<number> {
  // A link left behind by an interrupted run may lead nowhere.
  if (lstatSync(DOCK_MODULES, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(DOCK_MODULES);
  const isLent = !existsSync(DOCK_MODULES);
  if (isLent) symlinkSync(path.join(ROOT, 'node_modules'), DOCK_MODULES, 'junction');
  try {
    const cli = path.join(ROOT, 'node_modules/@hubspot/cli/bin/cli.js');
    const child = spawn(
      process.execPath,
      [cli, 'project', 'lint', '--install-missing-deps=false'],
      { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, CI: 'true' } },
    );
    return await new Promise((resolve) =>
      child.once('exit', (code) => {
        resolve(code ?? 1);
      }),
    );
  } finally {
    if (isLent && lstatSync(DOCK_MODULES).isSymbolicLink()) rmSync(DOCK_MODULES);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await hubSpotLint();
}
