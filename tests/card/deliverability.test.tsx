import { Alert, Button, StatusTag, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import * as React from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Glance } from '../../src/app/contract/snapshot.ts';
import { withWords } from '../../src/app/app.functions/with-words.ts';
import { askThrough } from '../../src/app/extensions/consent/ask.ts';
import { GlanceCard } from '../../src/app/extensions/consent/GlanceCard.tsx';
import type { Organisation } from '../../src/app/policy/organisation.ts';
import { attackedDesk, type AttackedDesk } from '../functions/attacked-desk.ts';
import { aCard } from './a-card.tsx';

const TYPE = '501';

type Properties = Readonly<Record<string, string>>;

let desk: AttackedDesk | undefined;
afterEach(() => desk?.close());

/** What the functions answer of a contact who is opted in and of whom HubSpot has these properties since 2 Dec 2026. */
async function glanceOf(
  properties: Properties,
  organisation: Partial<Organisation> = {},
  play: (on: AttackedDesk) => void = () => undefined,
): Promise<Glance> {
  const made = await attackedDesk({ organisation });
  desk = made;
  made.play({ act: 'colleague', userId: 47, typeId: TYPE, to: 'SUBSCRIBED' });
  made.hubspot.clock.advance(Date.UTC(2026, 11, 2) - made.hubspot.clock.now());
  const source = { sourceType: 'CALCULATED' };
  for (const [name, value] of Object.entries({ hs_marketable_status: 'true', ...properties })) {
    made.play({ act: 'property', name, value, source });
  }
  play(made);
  return made.glance();
}

const words = (alerts: readonly string[], texts: readonly (string | null)[]) =>
  [...alerts, ...texts.map((text) => text ?? '')].join('\n');

/** Everything that the tab says. */
async function tab(glance: Glance, language: string) {
  const card = aCard({ reads: [glance], changes: ['never'] }, language);
  await card.renderer.waitFor(() => {
    expect(card.alerts().length).toBeGreaterThan(0);
  });
  return card;
}

/** Everything that the sidebar says. */
async function sidebar(glance: Glance, language: string): Promise<string> {
  const renderer = createRenderer('crm.record.sidebar');
  renderer.render(
    <GlanceCard
      ask={askThrough((_uid, { parameters }) =>
        Promise.resolve(withWords(parameters, { status: 'glance', glance })),
      )}
      user={{ language, locale: language }}
      timeZone="Asia/Tokyo"
      page={{
        refreshObjectProperties: () => undefined,
        onCrmPropertiesUpdate: () => undefined,
        closeOverlay: () => undefined,
        copyTextToClipboard: () => Promise.resolve(),
      }}
    />,
  );
  await renderer.waitFor(() => {
    expect(renderer.findAll(Alert).length).toBeGreaterThan(0);
  });
  return words(
    renderer.findAll(Alert).map(({ props }) => props.title),
    [...renderer.findAll(Text), ...renderer.findAll(StatusTag)].map(({ text }) => text),
  );
}

const BOUNCE = 'hs_email_hard_bounce_reason_enum';
const stopped = (reason: string) =>
  `Marketing e-mail will not be sent, because HubSpot stopped sending after a bounce on Dec 2, 2026: ${reason}.`;
const stoppedJa = (reason: string) =>
  `バウンス（${reason}）により、HubSpotが2026年12月2日に配信を停止したため、マーケティングEメールは配信されません。`;
const ASK =
  'Next step: ask the contact whether the mailbox works again, then have an admin unbounce the address in HubSpot.';
const ALLOW =
  'Next step: ask the contact to have their IT allow your sending addresses, then have an admin unbounce the address in HubSpot.';
const ASK_JA =
  '次にできること：メールボックスを再び利用できるか本人に確認したうえで、HubSpotでのバウンス解除を管理者に依頼してください。';
const ALLOW_JA =
  '次にできること：本人のIT部門に自社の送信元アドレスを許可してもらったうえで、HubSpotでのバウンス解除を管理者に依頼してください。';

const quarantined = (reason: string) =>
  `Marketing e-mail will not be sent, because HubSpot quarantined the address on Dec 2, 2026: ${reason}.`;
const quarantinedJa = (reason: string) =>
  `HubSpotが2026年12月2日にアドレスを隔離した（${reason}）ため、マーケティングEメールは配信されません。`;
const inQuarantine = (reason: string) => ({
  hs_email_quarantined: 'true',
  hs_email_quarantined_reason: reason,
});
const notUnderstood = (text: string, about: string) =>
  `HubSpot says “${text}” about ${about}, a value that this app does not know. Ask an admin.`;
const notUnderstoodJa = (text: string, about: string) =>
  `HubSpotの${about}の値「${text}」は、このアプリでは判別できません。管理者に確認してください。`;

/** What both cards say of a contact with these properties. */
// prettier-ignore
const SAID: readonly (readonly [Properties, en: readonly string[], ja: readonly string[]])[] = [
  [{ [BOUNCE]: 'UNKNOWN_USER' },
    ['because the address does not exist (known to HubSpot since Dec 2, 2026).', 'Next step: correct the address; HubSpot does not carry the block over to another one.', 'Deliverability: no'],
    ['アドレスが存在しない（HubSpotで2026年12月2日に判明）ため、マーケティングEメールは配信されません。', '次にできること：アドレスを訂正してください。', '到達性：問題あり']],
  [{ hs_email_bad_address: 'true' },
    ['because the address does not exist (known to HubSpot since Dec 2, 2026).', 'Next step: correct the address;'],
    ['アドレスが存在しない（HubSpotで2026年12月2日に判明）ため', 'アドレスを訂正してください。']],
  [{ [BOUNCE]: 'MAILBOX_FULL' }, [stopped('mailbox full'), ASK], [stoppedJa('メールボックスの容量超過'), ASK_JA]],
  [{ [BOUNCE]: 'OTHER' }, [stopped('no reason that HubSpot names'), ASK], [stoppedJa('HubSpotに理由の記載なし'), ASK_JA]],
  [{ [BOUNCE]: 'POLICY' }, [stopped('refused by a policy of the recipient’s server'), ALLOW], [stoppedJa('受信サーバーのポリシーによる拒否'), ALLOW_JA]],
  [{ [BOUNCE]: 'SPAM' }, [stopped('refused as spam'), ALLOW], [stoppedJa('スパム判定による拒否'), ALLOW_JA]],
  [{ [BOUNCE]: 'CONTENT' }, [stopped('refused for its content'), ALLOW], [stoppedJa('メールの内容による拒否'), ALLOW_JA]],
  [{ [BOUNCE]: 'DNS_FAILURE' },
    ['Whether marketing email will be sent is not known: it is not clear whether the address exists and whether the address bounced.', notUnderstood('DNS_FAILURE', 'the reason of a bounce'), 'Deliverability: not known'],
    ['アドレスの有無、バウンスの有無が不明なため、マーケティングEメールが配信されるかどうかは分かりません。', notUnderstoodJa('DNS_FAILURE', 'バウンスの理由'), '到達性：不明']],
  [{ hs_email_hard_bounce_reason: '550 no' }, [notUnderstood('550 no', 'a bounce')], [notUnderstoodJa('550 no', 'バウンス')]],
  [{ hs_email_bad_address: 'TRUE' }, [notUnderstood('TRUE', 'whether the address is invalid')], [notUnderstoodJa('TRUE', 'アドレスの有効性')]],
  [{ hs_email_quarantined: 'true' },
    ['because HubSpot quarantined the address on Dec 2, 2026.', 'Next step: have an admin clear the quarantine up with HubSpot Support.'],
    ['HubSpotが2026年12月2日にアドレスを隔離したため', 'HubSpotサポートへの隔離解除の相談を管理者に依頼してください。']],
  [inQuarantine('FORM_ABUSE'), [quarantined('abuse of a form'), 'have an admin check your forms for abuse'], [quarantinedJa('フォームの不正利用'), 'フォームが不正利用されていないか']],
  [inQuarantine('ON_LIST_IMPORT'), [quarantined('imported with a list of bad addresses'), 'ask the contact to reply to a one-to-one email'], [quarantinedJa('問題のあるリストからのインポート'), '1対1のEメールへの返信']],
  [inQuarantine('HIGH_HARD_BOUNCE_RATE'), [quarantined('too many hard bounces'), 'ask the contact to reply'], [quarantinedJa('ハードバウンスの多発')]],
  [inQuarantine('MULTIPLE_CANCELLED_CAMPAIGNS'), [quarantined('several sends to it were cancelled')], [quarantinedJa('複数回の配信中止')]],
  [inQuarantine('UNDELIVERABLE_ADDRESS'), [quarantined('the address can’t be reached'), 'Next step: correct the address;'], [quarantinedJa('配信できないアドレス')]],
  [inQuarantine('SUSPENSION_REMEDIATION'), [quarantined('after sending was suspended'), 'HubSpot Support'], [quarantinedJa('配信の一時停止後の対応')]],
  [inQuarantine('BLOCKLIST_REMEDIATION'), [quarantined('after a blocklisting')], [quarantinedJa('ブロックリストへの掲載後の対応')]],
  [inQuarantine('TRUST_SAFETY_REMEDIATION'), [quarantined('at the instance of HubSpot’s Trust & Safety team')], [quarantinedJa('HubSpotの信頼・安全チームによる対応')]],
  [inQuarantine('OTHER'), [quarantined('no reason that HubSpot names')], [quarantinedJa('HubSpotに理由の記載なし')]],
  [inQuarantine('SUNSPOTS'),
    [quarantined('“SUNSPOTS”'), notUnderstood('SUNSPOTS', 'the reason of a quarantine')],
    [quarantinedJa('「SUNSPOTS」'), notUnderstoodJa('SUNSPOTS', '隔離の理由')]],
  [inQuarantine('RECIPIENT_COMPLAINT'),
    ['because HubSpot quarantined the address on Dec 2, 2026 (reported as spam) and the contact reported mail as spam on Dec 2, 2026.', 'Next step: only the contact can come back; send them their own preference link.'],
    ['HubSpotが2026年12月2日にアドレスを隔離した（迷惑メールの報告）、2026年12月2日に迷惑メールとして報告されているため', '再開できるのは本人だけです。']],
  [{ hs_email_quarantined: 'true', hs_email_customer_quarantined_reason: 'SUSPENSION_REMEDIATION' },
    [quarantined('after sending was suspended'), 'your account set this quarantine itself'],
    [quarantinedJa('配信の一時停止後の対応'), '自社のアカウントで']],
  [{ hs_email_quarantined_reason: 'FORM_ABUSE' },
    ['it is not clear whether the address is in quarantine. Look again later.'],
    ['隔離の有無が不明なため、マーケティングEメールが配信されるかどうかは分かりません。しばらくして']],
  [{ hs_email_quarantined: 'PENDING' },
    ['it is not clear whether the address is in quarantine.', notUnderstood('PENDING', 'the quarantine of the address')],
    [notUnderstoodJa('PENDING', 'アドレスの隔離')]],
  [{ hs_email_is_ineligible: 'true' },
    ['because HubSpot holds the address ineligible for everyone.', 'Next step: ask the contact for another address; HubSpot bars this one for all its customers.'],
    ['HubSpotがこのアドレスを全顧客に対して配信対象外としているため', '別のアドレスを本人に確認してください。']],
  [{ hs_email_is_ineligible: 'perhaps' }, [notUnderstood('perhaps', 'whether the address is ineligible')], [notUnderstoodJa('perhaps', '配信対象外の指定')]],
  [{ hs_email_sends_since_last_engagement: '17' },
    ['Marketing email can be sent:', 'HubSpot may leave this contact out: none of the last 17 marketing emails was opened or clicked, and an email may exclude the unengaged.', 'Deliverability: may be left out'],
    ['マーケティングEメールを配信できます', '直近17通のマーケティングEメールを開封もクリックもしておらず', '到達性：除外の可能性あり']],
  [{ hs_email_sends_since_last_engagement: 'many' },
    [notUnderstood('many', 'the emails since the last open or click')],
    [notUnderstoodJa('many', '最後の反応以降のEメール数')]],
  [{ hs_email_recipient_fatigue_recovery_time: '2026-12-05T08:00:00Z' },
    ['HubSpot may leave this contact out until Dec 5, 2026, 17:00 GMT+9: the limit of emails per period is reached.'],
    ['2026年12月5日 17:00 JSTまで、HubSpotがこのコンタクトを配信先から除外することがあります（一定期間内の配信数の上限に達しています）。']],
  [{ hs_email_recipient_fatigue_recovery_time: 'soon' }, [notUnderstood('soon', 'the limit of emails per period')], [notUnderstoodJa('soon', '配信数の上限')]],
  [{ hs_emailconfirmationstatus: 'Awaiting Double Opt In' },
    ['because the contact has not confirmed the double opt-in yet.', 'Next step: ask the contact to click the link in the confirmation email.', 'Consent: waiting for confirmation'],
    ['ダブルオプトインが未確認であるため', '確認メール内のリンクをクリックするよう、本人に依頼してください。', '同意：確認待ち']],
  [{ hs_emailconfirmationstatus: 'Perhaps' },
    ['it is not clear whether the double opt-in is confirmed.', notUnderstood('Perhaps', 'the double opt-in')],
    ['ダブルオプトインの状態が不明なため', notUnderstoodJa('Perhaps', 'ダブルオプトイン')]],
  [{ [BOUNCE]: 'MAILBOX_FULL', hs_marketable_status: 'false' },
    ['because HubSpot stopped sending after a bounce on Dec 2, 2026 (mailbox full) and this is not a marketing contact.', ASK],
    ['HubSpotが2026年12月2日に配信を停止した、マーケティング対象外のコンタクトであるため', ASK_JA]],
];

describe('what both cards say of sending', () => {
  it.each(SAID)('%j', async (properties, en, ja) => {
    const glance = await glanceOf(properties);
    for (const [language, expected] of [
      ['en', en],
      ['ja', ja],
    ] as const) {
      const said = [(await tab(glance, language)).page(), await sidebar(glance, language)];
      for (const page of said) {
        for (const sentence of expected) expect(page).toContain(sentence);
        expect(page).not.toMatch(/\{\w+\}|undefined|\[object/);
      }
    }
  });

  it.each(SAID.filter(([, [first]]) => !first?.startsWith('Marketing email can be sent')))(
    'and nothing that is not so: %j',
    async (properties) => {
      const glance = await glanceOf(properties);
      const card = await tab(glance, 'en');
      for (const page of [card.page(), await sidebar(glance, 'en')]) {
        expect(page).not.toMatch(/nothing in the way|stands in the way|for good/);
      }
      for (const { variant } of card.alerts()) expect(variant).not.toBe('success');
    },
  );

  it('nothing in the way is said where HubSpot tells that there is nothing', async () => {
    const glance = await glanceOf({ hs_email_sends_since_last_engagement: '10' });
    for (const page of [(await tab(glance, 'en')).page(), await sidebar(glance, 'en')]) {
      expect(page).toContain('Nothing that HubSpot tells stands in the way.');
      expect(page).toContain('Deliverability: nothing in the way');
    }
  });
});

describe('HubSpot may leave the contact out', () => {
  const left = { hs_email_sends_since_last_engagement: '12' };

  it('in the row of the type too', async () => {
    const card = await tab(await glanceOf(left), 'en');
    const row = card.renderer
      .findAll(Text)
      .map(({ text }) => text)
      .filter((text) => text?.startsWith('HubSpot may leave this contact out'));
    // With privacy settings off, each of three marketing types.
    expect(row).toHaveLength(3);
    expect(card.alerts()[0]?.variant).toBe('warning');
  });

  it('is said apart from a headline that is about something else, once', async () => {
    const out = await glanceOf(left, {}, (on) => {
      on.play({ act: 'contact-link-everything' });
    });
    const page = await sidebar(out, 'en');
    expect(page).toContain('Deliverability: may be left out');
    expect(page.split('HubSpot may leave this contact out')).toHaveLength(2);
  });

  it('is no news of a contact who opened a mail before', async () => {
    const glance = await glanceOf({ ...left, hs_email_first_open_date: '2026-01-01T00:00:00Z' });
    expect(await sidebar(glance, 'en')).toContain('Nothing that HubSpot tells stands in the way.');
  });

  it('is said of the types beside an alarm', async () => {
    const glance = await glanceOf(left, {}, (on) => {
      on.play({ act: 'contact-link', typeId: '502' });
      on.hubspot.clock.advance(60_000);
      on.play({ act: 'colleague', userId: 47, typeId: '502', to: 'SUBSCRIBED' });
    });
    expect(glance.verdict.kind).toBe('against-objection');
    const page = await sidebar(glance, 'en');
    expect(page).toMatch(/Marketing email can be sent: .+ HubSpot may leave this contact out/);
    expect(page).not.toContain('stands in the way');
    expect(page.split('HubSpot may leave this contact out')).toHaveLength(2);
  });
});

describe('one-to-one email to an address that HubSpot sends no marketing email to', () => {
  it.each([
    [
      'en',
      'Not known whether it will be sent: it is not clear whether HubSpot sends one-to-one email to such an address.',
    ],
    [
      'ja',
      'HubSpotがこのようなアドレスに1対1のEメールを送信するかどうかが不明なため、送信できるかどうか分かりません。',
    ],
  ])('in %s', async (language, sentence) => {
    const card = await tab(await glanceOf({ [BOUNCE]: 'POLICY' }), language);
    expect(card.page()).toContain(sentence);
  });
});

describe('the double opt-in', () => {
  it.each([
    ['Confirmed', 'Confirmed by the contact', '本人が確認済み'],
    ['User clicked confirmation', 'Confirmed by the contact', '本人が確認済み'],
    ...[
      'Customer marked confirmed',
      'HubSpot Rep. marked confirmed',
      'Confirmed from previous behavior',
      'Confirmed due to form',
    ].map((value) => [
      value,
      `Marked as confirmed by your side, not clicked by the contact (HubSpot: “${value}”)`,
      `自社側で確認済みに設定（本人によるクリックではありません）（HubSpotの値：「${value}」）`,
    ]),
    ['Confirmation Pending', 'Pending', '確認待ち'],
    ['User has not clicked sent link', 'Pending', '確認待ち'],
    ['', 'Not required', '不要'],
    ['Perhaps', 'Not known (HubSpot: “Perhaps”)', '不明（HubSpotの値：「Perhaps」）'],
  ])('%j', async (value, en = '', ja = '') => {
    const glance = await glanceOf({ hs_emailconfirmationstatus: value });
    expect((await tab(glance, 'en')).page()).toContain(en);
    expect((await tab(glance, 'ja')).page()).toContain(ja);
  });
});

describe('a marketing contact to whom nothing can be sent', () => {
  const SAYS =
    'No marketing email can be sent to this contact, who counts towards your tier: set as non-marketing; takes effect';
  const annual = { billing: { term: 'annual', renewalDay: 'not-set' } } as const;
  const everythingOut = (on: AttackedDesk) => {
    on.play({ act: 'contact-link-everything' });
  };

  it('is said in one sentence on both cards, with the date', async () => {
    const glance = await glanceOf({}, annual, everythingOut);
    for (const page of [(await tab(glance, 'en')).page(), await sidebar(glance, 'en')]) {
      expect(page).toContain(`${SAYS} on Jan 1, 2027.`);
    }
    for (const page of [(await tab(glance, 'ja')).page(), await sidebar(glance, 'ja')]) {
      expect(page).toContain(
        '契約数に計上されています。マーケティング対象外に設定できます（2027年1月1日に反映）。',
      );
    }
  });

  it('without a date where the organisation has not said how it is billed', async () => {
    const glance = await glanceOf({}, {}, everythingOut);
    expect(await sidebar(glance, 'en')).toContain(`${SAYS} at the next update date.`);
  });

  it('is one click away from being non-marketing', async () => {
    const card = await tab(await glanceOf({}, annual, everythingOut), 'en');
    card.button('Set as non-marketing contact')?.trigger('onClick');
    await card.renderer.waitFor(() => {
      expect(card.changed).toEqual([expect.objectContaining({ act: 'to-non-marketing' })]);
    });
  });

  it('has no such button where no workflow would do it', async () => {
    const none = {
      marketingWorkflows: { toMarketing: 'not-set', toNonMarketing: 'not-set' },
    } as const;
    const glance = await glanceOf({}, none, (on) => {
      on.play({ act: 'contact-link-everything' });
      on.hubspot.act(1001, { act: 'marketing-workflows', to: 'off' });
    });
    const card = await tab(glance, 'en');
    expect(card.page()).toContain(SAYS);
    expect(card.renderer.findAll(Button).map(({ text }) => text)).not.toContain(
      'Set as non-marketing contact',
    );
  });

  it('is said of nobody who is mailed, leaves already or waits for a confirmation', async () => {
    for (const properties of [
      {},
      { [BOUNCE]: 'POLICY', hs_marketable_until_renewal: 'true' },
      { [BOUNCE]: 'POLICY', hs_marketable_status: 'false' },
      { hs_emailconfirmationstatus: 'Confirmation Pending' },
    ]) {
      const glance = await glanceOf(properties);
      for (const page of [(await tab(glance, 'en')).page(), await sidebar(glance, 'en')]) {
        expect(page).not.toContain('No marketing email can be sent to this contact');
      }
      await desk?.close();
    }
  });
});
