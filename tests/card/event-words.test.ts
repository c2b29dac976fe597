import { describe, expect, it } from 'vitest';
import type { Change, Subject } from '../../src/app/evidence/consent-event.ts';
import { eventWords } from '../../src/app/extensions/consent/words/event-words.ts';
import { LANGUAGES } from '../../src/app/words/languages.ts';

const en = eventWords(LANGUAGES.en.tab.event);
const ja = eventWords(LANGUAGES.ja.tab.event);
const de = eventWords(LANGUAGES.de.tab.event);
const nameOf = () => 'Newsletter';
const newsletter: Subject = { kind: 'subscription', typeId: '11' };

describe('what a row of the timeline says', () => {
  it.each<[Subject, Change, string, string]>([
    [newsletter, 'opted-out', 'Opted out of Newsletter', '「Newsletter」を配信停止'],
    [
      { ...newsletter, address: { nth: 2, value: 'second@example.com' } },
      'opted-out',
      'Opted out of Newsletter (other address 2)',
      '「Newsletter」を配信停止（別のアドレス2）',
    ],
    [
      { kind: 'some-subscription' },
      'opted-out',
      'Opted out of something HubSpot does not name',
      'いずれかの種類を配信停止',
    ],
    [{ kind: 'everything' }, 'opted-out', 'Opted out of all e-mail', 'すべてのEメールを配信停止'],
    [
      { kind: 'everything', businessUnitId: '301' },
      'opted-out',
      'Opted out of all e-mail of brand 301',
      'ブランド301のすべてのEメールを配信停止',
    ],
    [{ kind: 'deliverability', of: 'hard-bounce' }, 'blocked', 'Hard bounce', 'ハードバウンス'],
    [
      { kind: 'deliverability', of: 'quarantine' },
      'unblocked',
      'Quarantine of the address lifted',
      'アドレスの隔離を解除',
    ],
  ])('%j %s', (about, change, inEnglish, inJapanese) => {
    expect(en.event({ about, change }, nameOf)).toBe(inEnglish);
    expect(ja.event({ about, change }, nameOf)).toBe(inJapanese);
  });

  const other = { nth: 2, value: 'second@example.com' };
  it.each<[Subject, Change, string, string, string]>([
    [
      newsletter,
      'opted-in',
      'Newsletter: opted in, recorded on this contact',
      'Newsletter：配信登録済み（このコンタクトに記録）',
      'Newsletter: abonniert, bei diesem Kontakt vermerkt',
    ],
    [
      { ...newsletter, address: other },
      'opted-out',
      'Newsletter: opted out, recorded on this contact (other address 2)',
      'Newsletter：配信停止（このコンタクトに記録）（別のアドレス2）',
      'Newsletter: abgemeldet, bei diesem Kontakt vermerkt (weitere Adresse 2)',
    ],
    [
      { kind: 'everything', businessUnitId: '301' },
      'opted-in',
      'All e-mail of brand 301: not opted out, recorded on this contact',
      'ブランド301のすべてのEメール：配信停止なし（このコンタクトに記録）',
      'Alle E-Mails der Marke 301: nicht abgemeldet, bei diesem Kontakt vermerkt',
    ],
    [
      newsletter,
      'cleared',
      'Newsletter: not specified, recorded on this contact',
      'Newsletter：未指定（このコンタクトに記録）',
      'Newsletter: nicht angegeben, bei diesem Kontakt vermerkt',
    ],
  ])('of what was carried over: %j %s', (about, change, ...texts) => {
    const event = { about, change, carriedOver: {}, repeats: true as const };
    expect([en, ja, de].map((words) => words.event(event, nameOf))).toEqual(texts);
  });

  it('of nothing that was lifted or cleared just then', () => {
    const everything: Subject = { kind: 'everything' };
    for (const how of [{ repeats: true }, { orEarlier: true }] as const) {
      expect(en.event({ about: everything, change: 'opted-in', ...how }, nameOf)).toBe(
        'All e-mail: not opted out',
      );
      expect(en.event({ about: newsletter, change: 'cleared', ...how }, nameOf)).toBe(
        'Newsletter: not specified',
      );
      expect(en.event({ about: newsletter, change: 'opted-in', ...how }, nameOf)).toBe(
        'Opted in to Newsletter',
      );
    }
    expect(en.event({ about: everything, change: 'opted-in' }, nameOf)).toBe(
      'Opt-out of all e-mail lifted',
    );
  });

  it('calls what it is about by its address too', () => {
    expect(en.subject({ ...newsletter, address: other }, nameOf)).toBe(
      'Newsletter (other address 2)',
    );
    expect(en.subject(newsletter, nameOf)).toBe('Newsletter');
  });
});
