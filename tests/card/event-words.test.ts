import { describe, expect, it } from 'vitest';
import type { Change, Subject } from '../../src/app/evidence/consent-event.ts';
import { eventWords } from '../../src/app/extensions/consent/words/event-words.ts';
import { LANGUAGES } from '../../src/app/words/languages.ts';

const en = eventWords(LANGUAGES.en.tab.event);
const ja = eventWords(LANGUAGES.ja.tab.event);
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
});
