import { describe, expect, it } from 'vitest';
import type { ReadReply } from '../../src/app/contract/reply.ts';
import { aCard, deny, glance, row } from './a-card.tsx';

const LOCKED = glance({
  rows: [
    row({
      state: 'opted-out',
      optIn: deny({ rule: 'opted-out-by-contact', authority: 'organisation' }, [
        'share-preference-link',
      ]),
    }),
  ],
});
const URL = 'https://example.com/manage?data=abc';
const LINK: ReadReply = { status: 'preference-link', link: { url: URL } };

async function locked(links: readonly (ReadReply | Error)[], language: string, button: string) {
  const card = aCard({ reads: [LOCKED], links }, language);
  await card.renderer.waitFor(() => {
    expect(card.loadingButton(button)).toBeDefined();
  });
  return {
    card,
    click: () => {
      card.loadingButton(button)?.trigger('onClick');
    },
    says: (words: string) =>
      card.renderer.waitFor(() => {
        expect(card.page()).toContain(words);
      }),
  };
}

const BUTTON = 'Copy the preference link for Newsletter';

describe('the contact’s own preference link', () => {
  it.each([
    ['en', BUTTON, 'send it to nobody else'],
    ['ja', '「ニュースレター」の配信設定ページのリンクをコピー', '本人以外には送らないでください'],
  ])('is made on the click, copied, and shown nowhere, in %s', async (language, button, said) => {
    const { card, click, says } = await locked([LINK], language, button);
    expect(card.asked).toHaveLength(1);
    click();
    await says(said);
    expect(card.asked[1]).toEqual({ part: 'preference-link', typeId: '11' });
    expect(card.told).toEqual([`copy ${URL}`]);
    expect(card.page()).not.toContain('example.com');
    expect(card.changed).toEqual([]);
  });

  it.each<[string, ReadReply | Error, string]>([
    ['no address', { status: 'no-link', because: 'no-address' }, 'has no e-mail address'],
    ['not offered', { status: 'no-link', because: 'not-offered' }, 'makes no such link'],
    [
      'a missing permission',
      {
        status: 'trouble',
        code: 'missing-scope',
        scope: 'communication_preferences.read_write',
        correlationId: 'c-1',
      },
      'lacks a permission (communication_preferences.read_write)',
    ],
    [
      'an older function',
      { status: 'bad-request', code: 'invalid-parameters', paths: [], correlationId: 'c' },
      'Reload the page',
    ],
    ['nothing', new Error('gone'), 'could not be reached'],
  ])('that does not come says why: %s', async (_, answer, said) => {
    const { card, click, says } = await locked([answer], 'en', BUTTON);
    click();
    await says(said);
    expect(card.told).toEqual([]);
  });

  it('that the browser does not let be copied is not said to be', async () => {
    const { card, click, says } = await locked([LINK], 'en', BUTTON);
    card.keepFromCopying();
    click();
    await says('did not let the card copy');
    expect(card.page()).not.toContain('example.com');
  });
});
