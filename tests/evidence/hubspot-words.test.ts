import { describe, expect, it } from 'vitest';
import type { Change, Subject } from '../../src/app/evidence/consent-event.ts';
import {
  actorOf,
  actorOfLegacySource,
  actorOfStatusText,
} from '../../src/app/evidence/recorded-source.ts';
import { reportedText } from '../../src/app/evidence/reported-text.ts';
import { timeline } from '../../src/app/evidence/timeline.ts';
import { confirmationOf, doubleOptInOf } from '../../src/app/gateway/hubspot/property-values.ts';
import { historyOf } from '../../src/app/gateway/hubspot/versions.ts';
import { emailEvent, emailEvents, history, legacyRow, said, status, version } from './reported.ts';

describe('the free text of a status’s source', () => {
  it.each<[string, object]>([
    ['List-unsubscribe header', { kind: 'contact', by: 'mail-program' }],
    ['LIST-UNSUBSCRIBE HEADER', { kind: 'contact', by: 'mail-program' }],
    ['list unsubscribe header', { kind: 'contact', by: 'mail-program' }],
    ['Self Service Resubscription', { kind: 'contact', by: 'preferences' }],
    ['self service resubscription', { kind: 'contact', by: 'preferences' }],
    ['Public status API', { kind: 'integration' }],
    ['Bulk Subscription Update', { kind: 'staff' }],
    ['FORM', { kind: 'contact', by: 'form' }],
    ['Form', { kind: 'contact', by: 'form' }],
    ['import', { kind: 'import' }],
    ['crm_ui', { kind: 'staff' }],
    ['Automation Platform', { kind: 'workflow' }],
    ['Merge contacts', { kind: 'hubspot' }],
    ['source_recipient', { kind: 'contact' }],
    ['SOURCE_PUBLIC_API', { kind: 'integration' }],
    ['SALES', { kind: 'staff' }],
  ])('%s', (text, actor) => {
    expect(actorOfStatusText(text)).toEqual(actor);
  });

  it.each([
    'Sales',
    'Email preferences link',
    'Zapier: sync of preferences',
    'List-unsubscribe',
    'Source_of_tomorrow',
    'source_hubspot_customer',
    'toString',
  ])('that is not understood is kept: %s', (text) => {
    expect(actorOfStatusText(text)).toEqual({ kind: 'someone', reported: text });
  });

  it.each(['', ' ', 'Not specified', 'NOT_SPECIFIED', 'unknown', 'Other', 'SOURCE_UNKNOWN'])(
    'that says nothing is nobody: “%s”',
    (text) => {
      expect(actorOfStatusText(text)).toEqual({ kind: 'someone' });
    },
  );

  it('says what the property’s source does not: the unsubscribe button of a mail program', () => {
    const events = timeline([
      ...history(version('2026-09-02', 'opted-out', 'OTHER')),
      ...status('2026-09-02', 'opted-out', 'List-unsubscribe header'),
    ]);
    expect(events[0]).toMatchObject({ actor: { kind: 'contact', by: 'mail-program' } });
    expect(said(events, 'en')).toEqual([
      '2 Sept 2026, 09:00 UTC: Opted out of Newsletter, by the contact, unsubscribe button of their mail program.',
    ]);
    expect(said(events, 'ja')).toEqual([
      '2026年9月2日 9:00 UTC：「ニュースレター」を配信停止／コンタクト本人・メールソフトの配信停止ボタン。',
    ]);
  });
});

describe('a source that is not understood stands in quotation marks as HubSpot wrote it', () => {
  it.each<[string, () => Parameters<typeof timeline>[0], string]>([
    ['of a status', () => status('2026-09-02', 'opted-out', 'Chat with Ann'), 'Chat with Ann'],
    [
      'of a property, by its label',
      () => history(version('2026-09-02', 'opted-out', { type: 'BOT', label: 'Welcome bot' })),
      'Welcome bot',
    ],
    [
      'of a property, by its type',
      () => history(version('2026-09-02', 'opted-out', 'CUSTOMER_AGENT')),
      'CUSTOMER_AGENT',
    ],
    [
      'of the legacy timeline',
      () => legacyRow('2026-09-02', 'opted-out', 'SOURCE_FEEDBACK'),
      'SOURCE_FEEDBACK',
    ],
    [
      'of an e-mail event',
      () => emailEvents(emailEvent('2026-09-02', 'opted-out', 'SOURCE_HUBSPOT_CUSTOMER')),
      'SOURCE_HUBSPOT_CUSTOMER',
    ],
  ])('%s', (_which, events, text) => {
    expect(said(timeline(events()), 'en')).toEqual([
      `2 Sept 2026, 09:00 UTC: Opted out of Newsletter, source in HubSpot: “${text}”.`,
    ]);
    expect(said(timeline(events()), 'ja')).toEqual([
      `2026年9月2日 9:00 UTC：「ニュースレター」を配信停止／HubSpotでのソース：「${text}」。`,
    ]);
  });

  it('a text before a name of HubSpot’s code, and whoever is named before both', () => {
    const text = status('2026-09-02', 'opted-out', 'Chat with Ann');
    const code = history(version('2026-09-02', 'opted-out', 'CONVERSATIONS'));
    const row = legacyRow('2026-09-02', 'opted-out', 'SOURCE_RECIPIENT');
    expect(timeline([...code, ...text])[0]).toMatchObject({
      actor: { kind: 'someone', reported: 'Chat with Ann' },
    });
    const [named] = timeline([...code, ...text, ...row]);
    expect(named?.actor).toEqual({ kind: 'contact' });
    expect(named?.disputed).toBeUndefined();
  });

  it('and where HubSpot says nothing, that is what is said', () => {
    const events = timeline(status('2026-09-02', 'opted-out', 'Not specified'));
    expect(said(events, 'en')[0]).toMatch(/, by someone HubSpot does not name\.$/);
  });
});

describe('a text of HubSpot’s', () => {
  it.each([
    ['two\r\nlines\tand a tab', 'two lines and a tab'],
    ['bell\u0007 and escape\u001b[31m', 'bell and escape [31m'],
    ['turned \u202eround\u202c', 'turned round'],
    ['un\u200bseen\ufeff', 'unseen'],
    ['\u2028line\u2029', 'line'],
    ['half a \ud83d pair', 'half a pair'],
    ['<b>bold</b> & “quoted”', '<b>bold</b> & “quoted”'],
    ['', ''],
  ])('%j is shown as %j', (text, shown) => {
    expect(reportedText(text)).toBe(shown);
  });

  it('is cut where it is too long, between characters', () => {
    expect(reportedText('x'.repeat(120))).toBe('x'.repeat(120));
    expect(reportedText('x'.repeat(121))).toBe(`${'x'.repeat(120)}…`);
    expect(reportedText('😀'.repeat(120))).toBe('😀'.repeat(120));
    expect(reportedText('😀'.repeat(121))).toBe(`${'😀'.repeat(120)}…`);
  });

  it('is made so wherever it may come from', () => {
    const bad = `a\u0000b\u202e${'x'.repeat(5_000)}`;
    const events = timeline([
      ...history(
        version('2026-09-01', 'changed', { type: bad, label: bad }, { value: bad }),
        version('2026-09-02', 'opted-in', { type: 'IMPORT', label: bad }),
        version('2026-09-03', 'basis-recorded', 'CRM_UI', {
          about: { kind: 'legal-basis' },
          value: bad,
        }),
      ),
      ...status('2026-09-04', 'opted-in', bad, { legalBasis: bad, explanation: bad }),
      ...emailEvents(emailEvent('2026-09-05', 'changed', bad, { raw: { status: bad } })),
      ...legacyRow('2026-09-06', 'changed', bad, { raw: { change: bad } }),
    ]);
    expect(events).toHaveLength(6);
    const kept = JSON.stringify(events.map(({ witnesses, ...event }) => [event, witnesses]));
    expect(kept).not.toMatch(/\\u0000|\u202e/);
    for (const line of said(events, 'en')) expect(line.length).toBeLessThan(2_500);
    expect(actorOf({ type: bad }, undefined)).toMatchObject({ kind: 'someone' });
    expect(actorOfLegacySource('SOURCE_\u0000NEW')).toEqual({
      kind: 'someone',
      reported: 'SOURCE_ NEW',
    });
  });
});

describe('a value that is not understood', () => {
  const optIn: Subject = { kind: 'double-opt-in' };
  it.each<[Subject, Change, string, string, string]>([
    [
      optIn,
      'changed',
      'Awaiting the moon',
      'Double opt-in: changed to “Awaiting the moon”',
      'ダブルオプトイン：「Awaiting the moon」に変更',
    ],
    [
      { kind: 'subscription', typeId: '501' },
      'changed',
      'PAUSED',
      'Newsletter: changed to “PAUSED”',
      'ニュースレター：「PAUSED」に変更',
    ],
    [
      { kind: 'marketing-status' },
      'changed',
      'MARKETABLE',
      'Marketing status: changed to “MARKETABLE”',
      'マーケティングステータス：「MARKETABLE」に変更',
    ],
    [
      { kind: 'deliverability', of: 'quarantine' },
      'changed',
      'PENDING',
      'Quarantine of the address: changed to “PENDING”',
      'アドレスの隔離：「PENDING」に変更',
    ],
    [
      { kind: 'deliverability', of: 'hard-bounce' },
      'blocked',
      'ASTEROID',
      'Hard bounce: “ASTEROID”',
      'ハードバウンス：「ASTEROID」',
    ],
    [
      { kind: 'deliverability', of: 'hard-bounce' },
      'blocked',
      'MAILBOX_FULL',
      'Hard bounce: mailbox full',
      'ハードバウンス：メールボックスの容量超過',
    ],
  ])('%j %s “%s”', (about, change, value, inEnglish, inJapanese) => {
    const events = timeline(history(version('2026-09-02', change, 'CRM_UI', { about, value })));
    expect(said(events, 'en')).toEqual([`2 Sept 2026, 09:00 UTC: ${inEnglish}, by staff.`]);
    expect(said(events, 'ja')).toEqual([`2026年9月2日 9:00 UTC：${inJapanese}／社内ユーザー。`]);
  });

  it('followed by another is another change, and by the same is none', () => {
    const values = ['A', 'B', 'b', ' B ', 'A'];
    const events = timeline(
      history(
        ...values.map((value, day) =>
          version(`2026-09-0${String(day + 1)}`, 'changed', 'CRM_UI', { about: optIn, value }),
        ),
      ),
    );
    expect(events.map(({ reportedValue, repeats }) => [reportedValue, repeats])).toEqual([
      ['A', undefined],
      ['B', undefined],
      ['A', undefined],
    ]);
  });

  it('in the legacy sources is HubSpot’s own word', () => {
    const raw = { change: 'SNOOZED' };
    const events = timeline(legacyRow('2026-09-02', 'changed', 'SOURCE_RECIPIENT', { raw }));
    expect(said(events, 'en')).toEqual([
      '2 Sept 2026, 09:00 UTC: Newsletter: changed to “SNOOZED”, by the contact.',
    ]);
  });

  it('that HubSpot leaves out is not made up', () => {
    const events = timeline(
      history(version('2026-09-02', 'changed', 'CRM_UI', { about: optIn, value: '' })),
    );
    expect(said(events, 'en')[0]).toMatch(/Double opt-in: changed to a value HubSpot does not ex/);
  });
});

describe('the confirmation of a double opt-in', () => {
  const values = (value: string) =>
    historyOf({
      hs_emailconfirmationstatus: [
        {
          value,
          timestamp: '2026-09-02T09:00:00.000Z',
          sourceType: 'WORKFLOWS',
          sourceLabel: 'Mark imported as confirmed',
        },
      ],
    }).versions;

  it.each<[string, Change, ReturnType<typeof confirmationOf>]>([
    ['Confirmed', 'double-opt-in-confirmed', 'clicked'],
    ['User clicked confirmation', 'double-opt-in-confirmed', 'clicked'],
    ['HubSpot Rep. marked confirmed', 'double-opt-in-marked-confirmed', 'marked'],
    ['Customer marked confirmed', 'double-opt-in-marked-confirmed', 'marked'],
    ['Confirmed from previous behavior', 'double-opt-in-marked-confirmed', 'marked'],
    ['Confirmed due to form', 'double-opt-in-marked-confirmed', 'marked'],
    ['customer MARKED confirmed', 'double-opt-in-marked-confirmed', 'marked'],
    ['Confirmation Pending', 'double-opt-in-pending', undefined],
    ['Confirmation Email Sent', 'double-opt-in-pending', undefined],
    ['Awaiting Double Opt In', 'double-opt-in-pending', undefined],
    ['User has not clicked sent link', 'double-opt-in-pending', undefined],
    ['Confirmed by carrier pigeon', 'changed', undefined],
  ])('%s', (value, change, confirmation) => {
    expect(values(value)).toMatchObject([{ change }]);
    expect(confirmationOf(value)).toBe(confirmation);
    expect(doubleOptInOf(value)).toBe(
      change === 'changed' ? undefined : change.includes('pending') ? 'pending' : 'confirmed',
    );
  });

  it('that your side made is no click of the contact’s', () => {
    const events = timeline(history(...values('Customer marked confirmed')));
    expect(said(events, 'en')).toEqual([
      '2 Sept 2026, 09:00 UTC: Double opt-in marked as confirmed by your side, not clicked by the contact (“Customer marked confirmed”), by workflow “Mark imported as confirmed”.',
    ]);
    expect(said(events, 'ja')).toEqual([
      '2026年9月2日 9:00 UTC：ダブルオプトイン：自社側で確認済みに設定・本人のクリックなし（「Customer marked confirmed」）／ワークフロー「Mark imported as confirmed」。',
    ]);
  });

  it('by the contact’s click, after it was marked, is a change and no repeat', () => {
    const about: Subject = { kind: 'double-opt-in' };
    const events = timeline(
      history(
        version('2026-09-02', 'double-opt-in-marked-confirmed', 'IMPORT', { about, value: 'X' }),
        version('2026-09-03', 'double-opt-in-confirmed', 'CALCULATED', { about }),
      ),
    );
    expect(events.map(({ change, repeats }) => [change, repeats])).toEqual([
      ['double-opt-in-confirmed', undefined],
      ['double-opt-in-marked-confirmed', undefined],
    ]);
  });
});
