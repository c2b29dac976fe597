import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** `npm run bench -- NAME` runs `bench/NAME.ts`, which prints what it measured. */
const names = readdirSync(import.meta.dirname)
  .map((file) => /^([a-z-]+)\.ts$/.exec(file)?.[1])
  .filter((name) => name !== undefined && name !== 'bench');

const [name] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  console.error(`usage: npm run bench -- ${names.join('|')}`);
  process.exitCode = 2;
} else {
  await import(pathToFileURL(path.join(import.meta.dirname, `${name}.ts`)).href);
}
