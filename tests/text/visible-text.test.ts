import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/app/text/plain-text.ts';
import { hasVisibleCharacter, saysSomething } from '../../src/app/text/visible-text.ts';
import { SAYING_NOTHING, UNSEEN } from './nothing-to-read.ts';

const LAST = 0x10ffff;

/** Every code point of these properties, a surrogate being one too. */
function those(...properties: readonly string[]): string[] {
  const one = new RegExp(`^[${properties.map((name) => `\\p{${name}}`).join('')}]$`, 'u');
  const found: string[] = [];
  for (let point = 0; point <= LAST; point += 1) {
    const text = String.fromCodePoint(point);
    if (one.test(text)) found.push(text);
  }
  return found;
}

const NOTHING_SEEN = those(
  'White_Space',
  'Default_Ignorable_Code_Point',
  'Cc',
  'Cf',
  'Cs',
  'Co',
  'Cn',
  'M',
  'Z',
);

describe('text that nobody sees', () => {
  it.each<[string, string]>(UNSEEN.map((row) => [...row]))('%s', (_what, text) => {
    expect(hasVisibleCharacter(text)).toBe(false);
    expect(saysSomething(text)).toBe(false);
  });

  it('is every code point that shows nothing, and any mix of them', { timeout: 60_000 }, () => {
    expect(NOTHING_SEEN.length).toBeGreaterThan(800_000);
    expect(NOTHING_SEEN.filter(hasVisibleCharacter)).toEqual([]);
    fc.assert(
      fc.property(
        fc.array(
          fc.nat(NOTHING_SEEN.length - 1).map((nth) => NOTHING_SEEN[nth]!),
          { maxLength: 40 },
        ),
        (some) => {
          expect(hasVisibleCharacter(some.join(''))).toBe(false);
          expect(saysSomething(some.join(''))).toBe(false);
        },
      ),
      { numRuns: 1_000, seed: 20261124 },
    );
  });
});

describe('text that says nothing', () => {
  it.each<[string, string]>(SAYING_NOTHING.map((row) => [...row]))('%s', (_what, text) => {
    expect(hasVisibleCharacter(text)).toBe(true);
    expect(saysSomething(text)).toBe(false);
  });

  it('is every sign that is no letter, number or emoji', () => {
    const isWord = (text: string) =>
      /[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(text.normalize('NFKC'));
    const signs = those('P', 'Sm', 'Sc', 'Sk', 'Lm').filter((text) => !isWord(text));
    expect(signs.length).toBeGreaterThan(1_500);
    expect(signs.filter(saysSomething)).toEqual([]);
  });
});

describe('text that says something', () => {
  it.each([
    'x',
    '7',
    'Call 17',
    'Said so at the fair.',
    '電話で依頼',
    '전화',
    'по телефону',
    'بالهاتف',
    'בטלפון \u200F(4711)',
    'โทรศัพท์',
    'दूरभाष',
    'e\u0301',
    '㈱',
    '①',
    '½',
    '\u2813\u2811',
    '👍',
    '🏴\u{E0067}\u{E0062}\u{E007F}',
    '\u200Bcall\u200B',
    '.a.',
  ])('%j', (text) => {
    expect(hasVisibleCharacter(text)).toBe(true);
    expect(saysSomething(text)).toBe(true);
  });

  it('is every letter and number of its own but for those that show nothing', () => {
    const told = those('Lu', 'Ll', 'Lt', 'Lo', 'N');
    // Fillers, blanks, and presentation forms of an Arabic accent on a space or on a line.
    const silent = told.filter((text) => !saysSomething(text));
    expect(silent.map((text) => text.codePointAt(0)?.toString(16)).join(' ')).toBe(SILENT);
    expect(told.length).toBeGreaterThan(130_000);
  });
});

const SILENT =
  '115f 1160 3164 fc5e fc5f fc60 fc61 fc62 fc63 fcf2 fcf3 fcf4 ' +
  'fe70 fe71 fe72 fe74 fe76 fe77 fe78 fe79 fe7a fe7b fe7c fe7d fe7e fe7f ffa0 13441 13442';

describe('a very long text', () => {
  it.each([
    ['of what nobody sees', '\u3164\u200B'],
    ['of marks in no order', '\u0301\u0316'],
    ['of signs', '.\u0301'],
    ['of ligatures', '\uFE70'],
  ])('%s is told in a moment', (_what, text) => {
    const began = performance.now();
    expect(saysSomething(text.repeat(500_000))).toBe(false);
    hasVisibleCharacter(text.repeat(500_000));
    plainText(text.repeat(500_000));
    // It takes some tenths of a second; a whole text of marks, normalised, takes minutes.
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('text as it is kept', () => {
  it.each<[string, string, string]>([
    ['words', 'Said so at the fair.\n\tTwice.', 'Said so at the fair.\n\tTwice.'],
    ['line ends', 'a\r\nb\rc\u0085d\u2028e\u2029f', 'a\nb\nc\nd\ne\nf'],
    ['controls', 'a\u0000b\u001Bc\u007Fd\u000Be', 'a b c d e'],
    ['overrides', 'invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['isolates', '\u2068Anna\u2069 said so', 'Anna said so'],
    ['tags', 'a\u{E0001}\u{E0041}\u{E007F}b', 'ab'],
    ['annotations', '\uFFF9a\uFFFAb\uFFFB', 'ab'],
    ['halves of pairs', 'a\uD800b\uDC00', 'a\uFFFDb\uFFFD'],
    ['noncharacters', 'a\uFFFEb\u{1FFFF}', 'a\uFFFDb\uFFFD'],
    ['marks of direction', 'בטלפון \u200F(4711)', 'בטלפון \u200F(4711)'],
    ['joiners in an emoji', '👩\u200D⚖\uFE0F', '👩\u200D⚖\uFE0F'],
    ['other forms of letters', 'e\u0301 ＝ ﬁ', 'e\u0301 ＝ ﬁ'],
  ])('%s', (_what, text, kept) => {
    expect(plainText(text)).toBe(kept);
  });

  it('stays as it is when it is kept again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const kept = plainText(text);
        expect(plainText(kept)).toBe(kept);
        expect(() => encodeURIComponent(kept)).not.toThrow();
      }),
      { numRuns: 1_000, seed: 20261124 },
    );
  });
});
