import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The licence of a package and what else its authors want to go along with copies. */
const LEGAL_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;
const LICENCE_FILE = /^(licen[cs]e|copying)([.-].*)?$/i;

/**
 * The legal notices of all packages that a bundle was made with, as one comment that minifiers keep; empty where there
 * is none. MIT and ISC want the copyright notice and the permission in every copy, Apache-2.0 (section 4) a copy of the
 * licence and of a NOTICE file. The texts are the packages' own, read at each build. Throws where a package has none.
 *
 * @param inputs paths of the files in the bundle, as esbuild's metafile has them
 * @param root the folder that the paths start from
 */
export function noticesOf(inputs: readonly string[], root: string): string {
  const folders = [...new Set(inputs.flatMap((input) => packageFolderOf(input) ?? []))].sort();
  if (folders.length === 0) return '';
  const packages = folders.map((folder) => noticeOf(path.join(root, folder)));
  const text = [
    'This file contains code of other authors, under these licences:',
    ...packages.map(({ title }) => title),
    '',
    ...packages.flatMap(({ title, texts }) => [`---- ${title} ----`, '', ...texts]),
  ].join('\n');
  return `/*!\n${text.replaceAll('*/', '* /').trimEnd()}\n*/\n`;
}

/** `node_modules/a/node_modules/@b/c/lib/d.js` is a file of `node_modules/a/node_modules/@b/c`. */
function packageFolderOf(input: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];
}

function noticeOf(folder: string) {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  ) as { readonly name: string; readonly version: string; readonly license?: string };
  const files = readdirSync(folder).filter((file) => LEGAL_FILE.test(file));
  const texts = files.sort().map((file) => ({ file, text: textOf(path.join(folder, file)) }));
  if (!texts.some(({ file, text }) => LICENCE_FILE.test(file) && text.trim() !== '')) {
    throw new Error(
      `${name} ${version} is in a bundle and comes without a licence; take another package, or ask its authors for one`,
    );
  }
  return {
    title: `${name} ${version} (${license ?? 'licence as below'})`,
    texts: texts.map(({ text }) => text),
  };
}

function textOf(file: string): string {
  return `${readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()}\n`;
}
