import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ROOT } from './docks.ts';

/** A file that is not written. The message begins with its name and says what to do. */
export class PrivateFileRefused extends Error {}

/** Whether a file that is there already may be replaced, by what it holds. */
type MayReplace = (earlier: string) => boolean;

/** Files with personal data: readable by their owner alone, and never where git or an upload would take them. */
export interface PrivateFiles {
  /** `private` in the project's folder, which git ignores and no upload reaches. */
  readonly folder: string;
  /** Throws `PrivateFileRefused` where `write` would, as far as that can be told before. */
  readonly check: (file: string, mayReplace: MayReplace) => void;
  /** Writes a new file with mode 0600 and puts it in the place of an earlier one. Throws `PrivateFileRefused`. */
  readonly write: (file: string, text: string, mayReplace: MayReplace) => void;
}

export function privateFiles(root = ROOT): PrivateFiles {
  const folder = path.join(root, 'private');
  const check = (file: string, mayReplace: MayReplace) => {
    const parent = parentOf(file, folder);
    refuseWithinProject(file, parent, root, folder);
    refuseOther(file, mayReplace);
  };
  return {
    folder,
    check,
    write: (file, text, mayReplace) => {
      check(file, mayReplace);
      replace(file, text);
    },
  };
}

/** The folder of a file without symbolic links. `private` is made where it is not there. */
function parentOf(file: string, folder: string): string {
  const parent = path.dirname(path.resolve(file));
  try {
    if (isWithin(parent, folder)) makePrivate(folder, parent);
    return realpathSync.native(parent);
  } catch (error) {
    throw notWritten(file, error);
  }
}

function makePrivate(folder: string, parent: string): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found !== undefined && !found.isDirectory()) {
    throw new PrivateFileRefused(`${folder} is not a folder; move it away`);
  }
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  // `mkdir` leaves the mode of a folder that is there already.
  chmodSync(folder, 0o700);
}

function refuseWithinProject(file: string, parent: string, root: string, folder: string): void {
  const project = realpathSync.native(root);
  const isIgnored = isWithin(parent, path.join(project, path.relative(root, folder)));
  if (!isWithin(parent, project) || isIgnored) return;
  throw new PrivateFileRefused(
    `${file} is in the project’s folder, where git would take it in; choose a file in private/ or outside the project`,
  );
}

/** A link could lead anywhere, and what somebody else wrote is not to be lost. An empty file loses nothing. */
function refuseOther(file: string, mayReplace: MayReplace): void {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (found.isSymbolicLink()) {
    throw new PrivateFileRefused(`${file} is a symbolic link; choose another file`);
  }
  if (!found.isFile()) throw new PrivateFileRefused(`${file} is not a file; choose another one`);
  if (found.size > 0 && !mayReplace(textOf(file))) {
    throw new PrivateFileRefused(
      `${file} holds something else and is not overwritten; choose another file, or move it away`,
    );
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw notWritten(file, error);
  }
}

/** A new file has the mode it is made with, and a reader never sees half of it. */
function replace(file: string, text: string): void {
  const parent = path.dirname(path.resolve(file));
  const made = path.join(parent, `.${path.basename(file)}.${randomUUID()}.new`);
  try {
    // `wx` makes the file itself and follows no link.
    const opened = openSync(made, 'wx', 0o600);
    try {
      fchmodSync(opened, 0o600);
      writeFileSync(opened, text);
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
    renameSync(made, file);
  } catch (error) {
    rmSync(made, { force: true });
    throw notWritten(file, error);
  }
}

function notWritten(file: string, error: unknown): PrivateFileRefused {
  if (error instanceof PrivateFileRefused) return error;
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return new PrivateFileRefused(
    `${file} can’t be written (${code}); choose a file in a folder you may write to`,
  );
}

function isWithin(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
