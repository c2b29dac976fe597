import { describe, expect, it } from 'vitest';
import { tellingOf } from '../../src/app/extensions/consent/telling.ts';
import type { Glance } from '../../src/app/contract/snapshot.ts';
import type { Obstacle, Unknown } from '../../src/app/policy/verdict.ts';
import { readingFor } from './reading-for.ts';

const readings = {
  en: readingFor({ language: 'en', locale: 'en-gb' }, 'Europe/Berlin'),
  ja: readingFor({ language: 'ja', locale: 'ja-jp' }, 'Asia/Tokyo'),
  de: readingFor({ language: 'de', locale: 'de-de' }, 'Europe/Berlin'),
};
type Language = keyof typeof readings;

const AT = '2026-09-01T22:30:00.000Z';
const earlier = { at: AT, orEarlier: true } as const;

function obstacle(language: Language, code: Obstacle, deliverability: Glance['deliverability']) {
  const reading = readings[language];
  return reading.words.obstaclesIn([code], tellingOf({ deliverability }, reading));
}

describe('an obstacle and its date', () => {
  it.each<[Language, Obstacle, Glance['deliverability'], string]>([
    [
      'en',
      'bounced',
      { bounce: { reason: 'spam' } },
      'HubSpot stopped sending after a bounce: refused as spam',
    ],
    [
      'en',
      'bounced',
      { bounce: { reason: 'spam', at: AT } },
      'HubSpot stopped sending after a bounce on 2 Sept 2026: refused as spam',
    ],
    [
      'en',
      'bounced',
      { bounce: { reason: 'spam', ...earlier } },
      'HubSpot stopped sending after a bounce on 2 Sept 2026 or earlier: refused as spam',
    ],
    [
      'de',
      'bounced',
      { bounce: { reason: 'mailbox-full', ...earlier } },
      'HubSpot den Versand nach einem Bounce am 2. Sept. 2026 oder früher (Postfach voll) eingestellt hat',
    ],
    [
      'ja',
      'bounced',
      { bounce: { reason: 'mailbox-full', ...earlier } },
      'バウンス（メールボックスの容量超過）により、HubSpotが2026年9月2日以前に配信を停止した',
    ],
    ['en', 'no-such-address', { bounce: { reason: 'unknown-user' } }, 'the address does not exist'],
    [
      'en',
      'no-such-address',
      { bounce: { reason: 'unknown-user', ...earlier } },
      'the address does not exist (known to HubSpot since 2 Sept 2026 or earlier)',
    ],
    [
      'en',
      'no-such-address',
      { badAddress: { at: AT } },
      'the address does not exist (known to HubSpot since 2 Sept 2026)',
    ],
    [
      'en',
      'no-such-address',
      { badAddress: {}, bounce: { reason: 'unknown-user', at: AT } },
      'the address does not exist (known to HubSpot since 2 Sept 2026)',
    ],
    // The date of another event is not this one's.
    [
      'en',
      'no-such-address',
      { badAddress: {}, bounce: { reason: 'policy', at: AT } },
      'the address does not exist',
    ],
    [
      'de',
      'no-such-address',
      { badAddress: { at: AT } },
      'die Adresse (HubSpot bekannt seit 2. Sept. 2026) nicht vorhanden ist',
    ],
    [
      'ja',
      'no-such-address',
      { badAddress: { at: AT } },
      'アドレスが存在しない（HubSpotで2026年9月2日に判明）',
    ],
    ['en', 'quarantined', { quarantine: {} }, 'HubSpot quarantined the address'],
    [
      'en',
      'quarantined',
      { quarantine: { reason: 'other', ...earlier } },
      'HubSpot quarantined the address on 2 Sept 2026 or earlier: no reason that HubSpot names',
    ],
    [
      'de',
      'quarantined',
      { quarantine: { reason: 'form-abuse', at: AT } },
      'HubSpot die Adresse am 2. Sept. 2026 (Missbrauch eines Formulars) in Quarantäne gestellt hat',
    ],
    ['en', 'spam-complaint', { complaint: {} }, 'the contact reported mail as spam'],
    [
      'en',
      'spam-complaint',
      { complaint: { at: AT } },
      'the contact reported mail as spam on 2 Sept 2026',
    ],
    ['en', 'ineligible', { ineligible: true }, 'HubSpot holds the address ineligible for everyone'],
  ])('%s, %s %j', (language, code, deliverability, expected) => {
    expect(obstacle(language, code, deliverability)).toBe(expected);
  });
});

describe('what is not known', () => {
  const { words } = readings.en;
  it.each<[readonly Unknown[], Glance['notUnderstood'], boolean]>([
    [['quarantined'], {}, true],
    [['quarantined'], { quarantine: 'PENDING' }, false],
    [['quarantined'], { 'quarantine-reason': 'NEW' }, false],
    [['quarantined', 'bounced'], { quarantine: 'PENDING' }, true],
    [['no-such-address', 'bounced'], { 'hard-bounce': 'NEW' }, false],
    [['consent-age'], { quarantine: 'PENDING' }, true],
    [['marketing-status'], { 'marketing-status': 'MARKETABLE' }, false],
  ])('%j with %j: it may come to be known %j', (what, notUnderstood = {}, expected) => {
    const telling = tellingOf({ deliverability: {}, notUnderstood }, readings.en);
    const said = words.verdict({ kind: 'unknown', what }, String, telling);
    expect(said.endsWith('Look again later.')).toBe(expected);
  });

  it('is said in HubSpot’s words, whatever they are', () => {
    const notUnderstood = { quarantine: '{about} $& {text}' };
    expect(words.valuesNotUnderstood({ notUnderstood })).toEqual([
      'HubSpot says “{about} $& {text}” about the quarantine of the address, a value that this app does not know. Ask an admin.',
    ]);
    expect(
      readings.de.words.valuesNotUnderstood({ notUnderstood: { 'bad-address': 'TRUE' } }),
    ).toEqual([
      'HubSpot meldet zu der Gültigkeit der Adresse den Wert „TRUE“, den diese App nicht kennt. Fragen Sie einen Admin.',
    ]);
  });
});

describe('HubSpot may leave the contact out', () => {
  const deliverability = {
    sendsSinceEngagement: 17,
    sendLimitUntil: '2026-12-05T08:00:00.000Z',
  };
  it.each<[Language, string]>([
    [
      'en',
      'HubSpot may leave this contact out: none of the last 17 marketing emails was opened or clicked, and an email may exclude the unengaged. HubSpot may leave this contact out until 5 Dec 2026, 09:00 CET: the limit of emails per period is reached.',
    ],
    [
      'ja',
      'HubSpotがこのコンタクトを配信先から除外することがあります（直近17通のマーケティングEメールを開封もクリックもしておらず、Eメールの設定によって除外されます）。2026年12月5日 17:00 JSTまで、HubSpotがこのコンタクトを配信先から除外することがあります（一定期間内の配信数の上限に達しています）。',
    ],
    [
      'de',
      'HubSpot lässt diesen Kontakt möglicherweise aus: Keine der letzten 17 Marketing-E-Mails wurde geöffnet oder angeklickt, und eine E-Mail kann inaktive Kontakte ausschließen. HubSpot lässt diesen Kontakt bis 5. Dez. 2026, 09:00 MEZ möglicherweise aus: Die Höchstzahl an E-Mails pro Zeitraum ist erreicht.',
    ],
  ])('in %s', (language, expected) => {
    const reading = readings[language];
    expect(
      reading.words.leftOut(['unengaged', 'send-limit'], tellingOf({ deliverability }, reading)),
    ).toBe(expected);
  });
});
