import { describe, expect, it } from 'vitest';
import { recordPage, type Language } from './record-page.ts';
import { toldOf } from './record-of-changes.ts';

const { hubspot, open, page, tab } = recordPage();
const TOKYO = 1001;
const MINUTE = 60_000;

const marketing = () => tab().locator('[data-test-id=marketing]');
const says = (text: string) =>
  expect.poll(() => marketing().innerText(), { message: text }).toContain(text);
const stored = (contactId: string, name: string, portalId = TOKYO) =>
  hubspot.contact(portalId, contactId)?.properties[name];
const isLocked = () => marketing().getByRole('switch').isDisabled();

/** The words of one row, in the language that it is told in. */
const ON = {
  en: {
    name: 'Marketing status, needs a yes',
    open: 'Set as marketing contact',
    costs: 'counts at once towards what you pay for',
    yes: 'Yes, I want this',
    needed: 'This is needed.',
    requested: 'Requested: the workflow will apply it.',
    pending:
      'Change to marketing, requested on 24 Nov 2026, 10:30 GMT+9: waiting for the workflow.',
    applied: 'Change to marketing, requested on 24 Nov 2026, 10:30 GMT+9: applied.',
    holds: 'Marketing contact, because of a workflow “Consent Card: set as marketing”.',
  },
  ja: {
    name: 'マーケティングステータス（確認が必要）',
    open: 'マーケティングコンタクトに設定',
    costs: '直ちに契約数に計上され',
    yes: '内容を確認し、実行します',
    needed: '必須項目です。',
    requested: '依頼しました。ワークフローによって反映されます。',
    pending:
      'マーケティングコンタクトへの変更（2026年11月24日 10:30 JSTに依頼）：ワークフローの反映待ち。',
    applied: 'マーケティングコンタクトへの変更（2026年11月24日 10:30 JSTに依頼）：反映済み。',
    holds: 'マーケティングコンタクトです（理由：ワークフロー「Consent Card: set as marketing」）。',
  },
} as const;

const OFF = {
  en: {
    name: 'Marketing status',
    later: 'the contact stays a marketing contact until the next update date.',
    date: 'Next update date: 1 Dec 2026.',
    pending: 'Change to non-marketing, requested on 24 Nov 2026, 10:30 GMT+9: waiting for',
    applied: 'Change to non-marketing, requested on 24 Nov 2026, 10:30 GMT+9: applied.',
    leaving: 'becomes non-marketing at the next update date (1 Dec 2026).',
    left: 'Non-marketing contact',
  },
  ja: {
    name: 'マーケティングステータス',
    later: '次回の変更反映日まではマーケティングコンタクトのままです。',
    date: '次回の変更反映日：2026年12月1日',
    pending:
      'マーケティング対象外への変更（2026年11月24日 10:30 JSTに依頼）：ワークフローの反映待ち。',
    applied: 'マーケティング対象外への変更（2026年11月24日 10:30 JSTに依頼）：反映済み。',
    leaving: '次回の変更反映日（2026年12月1日）にマーケティング対象外になります。',
    left: 'マーケティング対象外です',
  },
} as const;

const LANGUAGES: readonly Language[] = ['en', 'ja'];

/** Time passes while nobody looks. */
async function pass(ms: number) {
  hubspot.clock.advance(ms);
  await page().reload();
}

describe.each(LANGUAGES)('with workflows, in %s', (language) => {
  it('on: wants a yes, waits for the workflow, and is told as applied and recorded', async () => {
    const words = ON[language];
    await open('to-marketing', language);
    const toggle = marketing().getByRole('switch', { name: words.name, exact: true });
    await toggle.waitFor();
    expect(await toggle.getAttribute('aria-checked')).toBe('false');

    await marketing().getByRole('button', { name: words.open }).click();
    const form = tab().getByRole('dialog');
    expect(await form.innerText()).toContain(words.costs);
    await form.getByRole('button', { name: words.open }).click();
    await form.getByText(words.needed).waitFor();
    expect(await toldOf(hubspot, TOKYO, '125'), 'nothing is asked without the yes').toEqual([]);
    // The tick is the card’s to set, which answers a moment later.
    await form.getByLabel(words.yes).click();
    await expect.poll(() => form.getByLabel(words.yes).isChecked()).toBe(true);
    await form.getByRole('button', { name: words.open }).click();

    await marketing().getByText(words.requested).waitFor();
    await says(words.pending);
    expect(stored('125', 'hs_marketable_status'), 'not before the workflow').toBe('false');
    expect(stored('125', 'consent_card_marketing_request')).toMatch(/^set_marketing:/);
    expect(await toldOf(hubspot, TOKYO, '125')).toEqual(['intent set-marketing']);

    hubspot.clock.advance(MINUTE);
    await says(words.holds);
    await says(words.applied);
    expect(await marketing().innerText()).not.toContain(words.requested);
    expect(stored('125', 'hs_marketable_status')).toBe('true');
    await expect
      .poll(() => marketing().getByRole('switch').getAttribute('aria-checked'))
      .toBe('true');
    await expect
      .poll(() => toldOf(hubspot, TOKYO, '125'))
      .toEqual(['intent set-marketing', 'outcome set-marketing done']);
  });

  it('off: says when it ends, is applied as leaving, and ends at the update date', async () => {
    const words = OFF[language];
    await open('S4', language);
    const toggle = marketing().getByRole('switch', { name: words.name, exact: true });
    await toggle.waitFor();
    await says(words.later);
    await says(words.date);
    await toggle.click();
    await says(words.pending);

    hubspot.clock.advance(MINUTE);
    await says(words.applied);
    await says(words.leaving);
    expect(stored('104', 'hs_marketable_status'), 'paid for until then').toBe('true');
    expect(stored('104', 'hs_marketable_until_renewal')).toBe('true');
    await expect
      .poll(() => toldOf(hubspot, TOKYO, '104'))
      .toEqual(['intent set-non-marketing', 'outcome set-non-marketing done']);

    // The last moment of November in Tokyo, and the first of December.
    await pass(Date.UTC(2026, 10, 30, 14, 59) - hubspot.clock.now());
    await says(words.leaving);
    expect(stored('104', 'hs_marketable_status')).toBe('true');
    await pass(MINUTE);
    await says(words.left);
    await says(words.applied);
    expect(stored('104', 'hs_marketable_status')).toBe('false');
    expect(await marketing().getByRole('switch').getAttribute('aria-checked')).toBe('false');
  });
});

describe('without a workflow', () => {
  const BERLIN = 1002;

  it.each([
    ['on', 'true'],
    ['off', 'false'],
  ])('is locked while it is %s, with the reason and what can be done', async (_, status) => {
    hubspot.act(BERLIN, {
      act: 'property',
      contactId: '225',
      name: 'hs_marketable_status',
      value: status,
      source: { sourceType: 'CRM_UI' },
    });
    await open('marketing-without-workflow');
    const toggle = marketing().getByRole('switch', {
      name: 'Marketing status, locked: no workflow',
    });
    await toggle.waitFor();
    expect(await toggle.getAttribute('aria-checked')).toBe(status);
    expect(await isLocked()).toBe(true);
    await says('only a workflow can change the marketing status, and this account has none for it');
    await says('Next step: ask an admin to set up the workflow for the marketing status.');
    expect(await marketing().getByRole('button').count()).toBe(0);
    await toggle.click({ force: true });
    expect(stored('225', 'consent_card_marketing_request', BERLIN)).toBeFalsy();
    expect(stored('225', 'hs_marketable_status', BERLIN)).toBe(status);
  });
});

describe('a workflow that never runs', () => {
  it('the request waits for a quarter of an hour, then is not applied, with what to check', async () => {
    // The organisation says that there are workflows; somebody has turned them off.
    await open('S4');
    hubspot.act(TOKYO, { act: 'marketing-workflows', to: 'off' });
    await marketing().getByRole('switch', { name: 'Marketing status', exact: true }).click();
    await says('waiting for the workflow');
    await pass(15 * MINUTE - 1_000);
    await says('waiting for the workflow');
    await pass(1_000);
    await says(
      'not applied. Check that the workflow is on, that it may enrol this contact again, and its history in HubSpot',
    );
    expect(stored('104', 'hs_marketable_status')).toBe('true');
    expect(stored('104', 'hs_marketable_until_renewal')).not.toBe('true');
    // HubSpot still holds the request, and a workflow may yet take it up: not known, rather than not done.
    await expect
      .poll(() => toldOf(hubspot, TOKYO, '104'))
      .toEqual(['intent set-non-marketing', 'outcome set-non-marketing not-known']);
    expect(await isLocked(), 'it may be asked for again').toBe(false);
  });
});

describe('a request that this card knows nothing of', () => {
  it('is shown as made outside this card', async () => {
    await open('S4');
    hubspot.act(TOKYO, {
      act: 'property',
      contactId: '104',
      name: 'consent_card_marketing_request',
      value: 'set_non_marketing:typed-by-a-colleague',
      source: { sourceType: 'CRM_UI', sourceId: 'userId:47', updatedByUserId: 47 },
    });
    await page().reload();
    await says(
      'Change to non-marketing, requested outside this card on 24 Nov 2026, 10:30 GMT+9: waiting for the workflow.',
    );
    hubspot.clock.advance(MINUTE);
    await says('requested outside this card on 24 Nov 2026, 10:30 GMT+9: applied.');
    expect(await toldOf(hubspot, TOKYO, '104')).toEqual([]);
  });
});

describe('an account without marketing contacts', () => {
  it('is locked with the reason and what can be done', async () => {
    await open('S11');
    await marketing()
      .getByRole('switch', { name: 'Marketing status, locked: not in this account' })
      .waitFor();
    expect(await isLocked()).toBe(true);
    await says('HubSpot’s limit: this account has no marketing contacts.');
    await says('ask an admin whether the account’s plan can have marketing contacts');
  });
});
