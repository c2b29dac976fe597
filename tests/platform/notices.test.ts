import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { builtProject } from '../../project/build.ts';
import { metadataOf, ROOT } from '../../project/docks.ts';
import { noticesOf } from '../../project/notices.ts';

/** The packages in a bundle, by the comment that esbuild puts above each file of one. */
function packagesIn(text: string): string[] {
  const found = [...text.matchAll(/^ *(?:\/\/|") ?(node_modules\/\S+)/gm)];
  const folders = found.map(
    ([, file]) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file ?? '')?.[0] ?? '',
  );
  return [...new Set(folders)].sort();
}

const words = (text: string) =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');

describe('the notices of what is uploaded', () => {
  it.each(Object.entries(builtProject().functions))(
    'in %s are the whole licence of every package in it',
    (_name, file) => {
      const text = readFileSync(file, 'utf8');
      const packages = packagesIn(text);
      expect(packages).toEqual(['node_modules/canonicalize', 'node_modules/zod']);
      for (const folder of packages) {
        const legal = readdirSync(path.join(ROOT, folder)).filter((name) =>
          /^(licen|notice)/i.test(name),
        );
        expect(legal).not.toEqual([]);
        for (const name of legal) {
          const licence = readFileSync(path.join(ROOT, folder, name), 'utf8');
          expect(words(text)).toContain(words(licence));
        }
      }
    },
  );

  it('are not needed in the cards: HubSpot’s builder adds the packages', () => {
    for (const { config } of metadataOf('cards')) {
      const text = readFileSync(path.join(ROOT, 'src', config.entrypoint), 'utf8');
      expect(packagesIn(text)).toEqual([]);
      expect(text).not.toContain('node_modules');
    }
  });
});

describe('the notices of a bundle', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'consent-card-notices-'));
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  /** A package as npm puts it there; answers with the path of a file in it. */
  function installed(folder: string, files: Readonly<Record<string, string>>): string {
    const at = path.join(root, 'node_modules', folder);
    mkdirSync(at, { recursive: true });
    const name = folder.replace(/.*node_modules\//, '');
    const manifest = { name, version: '1.2.3', license: 'MIT' };
    writeFileSync(path.join(at, 'package.json'), JSON.stringify(manifest));
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(at, file), text);
    return `node_modules/${folder}/lib/index.js`;
  }

  const plain = installed('plain', { LICENSE: 'Copyright Ada\r\nmay be copied */ freely\r\n' });
  const scoped = installed('@scope/one', { 'licence.md': 'Copyright Bob', 'NOTICE.txt': 'By Bob' });
  const nested = installed('plain/node_modules/@scope/two', { COPYING: 'Copyright Cleo' });

  it('name each package once, in the same order, with all its texts', () => {
    const text = noticesOf([scoped, plain, plain, nested, 'src/app/app.ts'], root);
    expect(text).toBe(noticesOf([nested, 'src/app/app.ts', plain, scoped], root));
    expect(text.match(/^---- .*/gm)).toEqual([
      '---- @scope/one 1.2.3 (MIT) ----',
      '---- plain 1.2.3 (MIT) ----',
      '---- @scope/two 1.2.3 (MIT) ----',
    ]);
    for (const one of ['Copyright Bob', 'By Bob', 'Copyright Cleo']) expect(text).toContain(one);
  });

  it('are one comment, whatever the texts hold', () => {
    const text = noticesOf([plain], root);
    expect(text).toMatch(/^\/\*![^]*\n\*\/\n$/);
    expect(text.match(/\*\//g)).toHaveLength(1);
    expect(text).toContain('Copyright Ada\nmay be copied * / freely');
    expect(noticesOf(['src/app/app.ts'], root)).toBe('');
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['nothing', {}],
    ['a notice alone', { NOTICE: 'By Dan' }],
    ['a licence in its manifest alone', { 'README.md': 'MIT' }],
    ['an empty licence', { LICENSE: ' \n' }],
  ])('stop the build where a package has %s', (what, files) => {
    const bare = installed(what.replaceAll(' ', '-'), files);
    expect(existsSync(path.join(root, bare, '../..'))).toBe(true);
    expect(() => noticesOf([plain, bare], root)).toThrow(
      /1\.2\.3 is in a bundle and comes without a licence/,
    );
  });
});
