import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { builtProject } from '../../project/build.ts';
import { createHubSpotOnDesk, type HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import {
  NEWSLETTER,
  ONE_TO_ONE,
  PORTALS,
  PRODUCT_NEWS,
  SEMINARS,
} from '../../sandbox/emulator/hubspot/portals.ts';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { launchBrowser } from '../../sandbox/browser.ts';
import type { Language } from '../../src/app/words/first.ts';

const NOW = Date.UTC(2026, 10, 24, 1, 30);

let hubspot: HubSpotOnDesk;
let sandbox: Sandbox;
let browser: Browser;
let page: Page;
let strays: string[] = [];

beforeAll(async () => {
  hubspot = createHubSpotOnDesk({ now: NOW });
  sandbox = await startSandbox({ project: builtProject(), hubspot });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

beforeEach(async () => {
  hubspot.reset();
  hubspot.clearCalls();
  strays = [];
  await page?.close();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('request', (request) => {
    if (!request.url().startsWith(sandbox.url)) strays.push(request.url());
  });
});

async function open(contact: string, language: Language = 'en'): Promise<Locator> {
  await page.goto(`${sandbox.url}?contact=${contact}&lang=${language}`);
  const tab = page.locator('[data-surface=tab]');
  await tab.locator('.hs-alert').first().waitFor();
  return tab;
}

function statusOf(portalId: number, contactId: string, typeId: string): string {
  return hubspot.contact(portalId, contactId)?.address?.byType[typeId]?.state ?? 'NOT_SPECIFIED';
}

function functionCalls(): Promise<string[]> {
  return page.evaluate(() => window.serverlessCalls.map(({ uid }) => uid));
}

describe('opting out', () => {
  it('one click opts the contact out in HubSpot, and the timeline gains the row', async () => {
    const tab = await open('S8');
    const newsletter = tab.getByRole('switch', { name: 'Newsletter' });
    expect(await newsletter.getAttribute('aria-checked')).toBe('true');
    const rows = tab.getByRole('row');
    await expect.poll(() => rows.count()).toBeGreaterThan(2);
    const before = await rows.count();

    await newsletter.click();
    await tab.getByText('Saved: HubSpot now says opted out.').waitFor();

    expect(statusOf(1002, '208', NEWSLETTER)).toBe('UNSUBSCRIBED');
    expect(statusOf(1002, '208', PRODUCT_NEWS)).toBe('SUBSCRIBED');
    // The change, and above it the row of its day.
    await expect.poll(() => rows.count()).toBe(before + 2);
    expect(await rows.nth(1).innerText()).toContain('24 Nov 2026');
    expect(await rows.nth(2).innerText()).toMatch(
      /through this card[^]*Opted out of Newsletter[^]*02:30 (CET|GMT\+1)/,
    );

    const sidebar = page.locator('[data-surface=sidebar]');
    await expect
      .poll(() => sidebar.innerText())
      .toContain('Last change: Newsletter: Opted out since 24 Nov 2026');
    expect(await sidebar.getByRole('switch').count()).toBe(0);
  });

  it('what was never specified can be opted out too', async () => {
    const tab = await open('S6');
    await tab.getByRole('button', { name: 'Opt out of Product news', exact: true }).click();
    await tab.getByText('Saved: HubSpot now says opted out.').waitFor();
    expect(statusOf(1001, '106', PRODUCT_NEWS)).toBe('UNSUBSCRIBED');
  });

  it('state survives a reload of the page and is reset by the button', async () => {
    const tab = await open('S8');
    await tab.getByRole('switch', { name: 'Newsletter' }).click();
    await tab.getByText('Saved').waitFor();
    await page.reload();
    await tab.getByRole('switch', { name: /^Newsletter, needs a legal basis/ }).waitFor();
    await page.getByRole('button', { name: 'Reset' }).click();
    await tab.getByRole('switch', { name: 'Newsletter', exact: true }).waitFor();
    expect(statusOf(1002, '208', NEWSLETTER)).toBe('SUBSCRIBED');
  });
});

describe('S4: a contact who opted out', () => {
  it.each([
    [
      'en',
      'Newsletter, locked: opted out by the contact',
      'Your organisation’s rule: the contact opted out on 3 Jul 2026, 14:05 GMT+9; only the contact can come back.',
    ],
    [
      'ja',
      'ニュースレター（変更不可：本人が配信停止）',
      '自社のルール：2026年7月3日 14:05 JSTにコンタクト本人が配信停止しました。',
    ],
  ] as const)(
    'is locked with the reason in %s, and a click sends nothing',
    async (language, name, reason) => {
      const tab = await open('S4', language);
      const locked = tab.getByRole('switch', { name });
      await locked.waitFor();
      expect(await tab.innerText()).toContain(reason);
      expect(await locked.isDisabled()).toBe(true);
      await locked.click({ force: true });
      await locked.dispatchEvent('click');
      await page.waitForTimeout(200);
      expect(await functionCalls()).not.toContain('change-consent');
      expect(
        hubspot
          .calls()
          .filter(({ method, path }) => method === 'POST' && path.includes('communication')),
      ).toEqual([]);
    },
  );

  it('a forged request is refused by the function, with the reason, and changes nothing', async () => {
    await open('S4');
    const before = statusOf(1001, '104', NEWSLETTER);
    const forged = {
      portalId: 1001,
      serverlessFunction: 'change-consent',
      objectQuery: {
        objectId: 104,
        objectTypeId: '0-1',
        objectPropertyNames: ['hs_object_id', 'email'],
      },
      parameters: {
        act: 'opt-in',
        requestId: 'forged-0001',
        typeId: NEWSLETTER,
        legalBasis: 'CONSENT_WITH_NOTICE',
        explanation: 'They surely meant it',
      },
    };
    const reply = await page.evaluate(async (body) => {
      const response = await fetch('/api/function', { method: 'POST', body: JSON.stringify(body) });
      return (await response.json()) as { response: unknown };
    }, forged);
    expect(reply.response).toMatchObject({
      status: 'refused',
      decision: {
        kind: 'deny',
        because: [{ rule: 'opted-out-by-contact', authority: 'organisation' }],
      },
    });
    // Our own record of the attempt is all that it left behind.
    expect(statusOf(1001, '104', NEWSLETTER)).toBe(before);
    expect(before).toBe('UNSUBSCRIBED');
  });
});

/** What a person sees of each situation, in English and Japanese, and of one in German. */
const sights: readonly [string, Language, readonly string[]][] = [
  [
    'S1',
    'en',
    [
      'Marketing email can be sent: Seminar invitations.',
      'Opted in to Seminar invitations',
      'by the contact, form “Seminar registration”',
    ],
  ],
  [
    'S1',
    'ja',
    [
      'マーケティングEメールを配信できます（セミナーのご案内）。',
      '「セミナーのご案内」を配信登録',
      'コンタクト本人・フォーム「Seminar registration」',
    ],
  ],
  [
    'S3',
    'en',
    [
      'the contact opted out on 3 Jul 2026, 07:05',
      'Opted in to Seminar invitations',
      'Opted out of Seminar invitations',
    ],
  ],
  ['S3', 'ja', ['2026年7月3日 7:05', '「セミナーのご案内」を配信停止']],
  [
    'S4',
    'de',
    [
      'Marketing-E-Mails können gesendet werden: Seminar invitations und Product news.',
      'Der Kontakt hat sich am 3. Juli 2026, 14:05 GMT+9 abgemeldet; nur er selbst',
      'Abgemeldet: Newsletter',
    ],
  ],
  ['S4b', 'en', ['HubSpot does not say by whom; that counts as the contact’s own wish']],
  ['S4b', 'ja', ['本人の意思とみなします']],
  ['S5', 'en', ['by the contact, preferences page', 'send the contact their own preference link']],
  ['S5', 'ja', ['コンタクト本人・配信設定ページ', '本人専用の配信設定ページのリンク']],
  [
    'S6-on',
    'en',
    [
      'Marketing e-mail will not be sent, because no subscription type is opted in.',
      'Not specified',
    ],
  ],
  [
    'S6-on',
    'ja',
    ['配信登録されている種類がないため、マーケティングEメールは配信されません。', '未指定'],
  ],
  ['S6', 'en', ['Not recorded in HubSpot', 'evidence of consent may exist elsewhere']],
  ['S6', 'ja', ['HubSpotに記録なし', '同意の証跡']],
  [
    'S7',
    'en',
    ['because the contact has not confirmed the double opt-in yet', 'Double opt-in: Pending'],
  ],
  ['S7', 'ja', ['ダブルオプトインが未確認であるため', 'ダブルオプトイン：確認待ち']],
  ['S7b', 'en', ['Double opt-in: Confirmed']],
  ['S7b', 'ja', ['ダブルオプトイン：本人が確認済み']],
  [
    'S8',
    'en',
    [
      'Marketing email can be sent: Newsletter and Product news.',
      'Opted in since 12 Jun 2026, 08:20 CEST, by Sales Representative',
    ],
  ],
  ['S8', 'ja', ['（ニュースレター、製品情報）', 'Sales Representative']],
  [
    'opted-out-of-everything',
    'en',
    ['because the contact is opted out of all e-mail', 'Opted out of all e-mail'],
  ],
  [
    'no-address',
    'en',
    [
      'because this contact has no e-mail address',
      'HubSpot’s limit: consent belongs to an e-mail address',
    ],
  ],
  ['no-address', 'ja', ['Eメールアドレスが登録されていないため']],
  [
    'workflow',
    'en',
    [
      'the address does not exist (known to HubSpot since',
      'and this is not a marketing contact',
      'by workflow “Clean-up”',
      'Non-marketing contact, because of a workflow “Clean-up”.',
    ],
  ],
];

describe('what a person sees', () => {
  it.each(sights)('%s in %s', async (contact, language, texts) => {
    const tab = await open(contact, language);
    for (const text of texts) {
      await expect.poll(() => tab.innerText(), { message: text }).toContain(text);
    }
    expect(strays).toEqual([]);
  });

  it.each([
    ['en', 1280],
    ['ja', 1280],
    ['ja', 700],
    ['en', 360],
    ['de', 360],
  ] as const)('nothing runs over its edge, in %s at %i pixels', async (language, width) => {
    await page.setViewportSize({ width, height: 900 });
    await open('S4', language);
    await page.locator('[data-surface=sidebar] .hs-alert').waitFor();
    const over = await page.evaluate(() =>
      [...document.querySelectorAll('.panel *')]
        .filter(
          (element) =>
            element.scrollWidth > element.clientWidth + 1 &&
            element.clientWidth > 0 &&
            getComputedStyle(element).display !== 'inline' &&
            !element.matches('.hs-table-frame, .hs-table-frame *'),
        )
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(over).toEqual([]);
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBeLessThanOrEqual(0);
  });
});

describe('opting in', () => {
  it('S6 on: asks for legal basis and explanation, and HubSpot keeps both; the keyboard is enough', async () => {
    const tab = await open('S6-on');
    const opener = tab.getByRole('button', { name: 'Opt in to Newsletter', exact: true });
    await opener.focus();
    await page.keyboard.press('Enter');
    const form = tab.getByRole('dialog', { name: 'Opt in to Newsletter' });
    await form.waitFor();
    const save = form.getByRole('button', { name: 'Opt in to Newsletter' });
    await save.press('Enter');
    await form.getByText('This is needed.').first().waitFor();
    expect(await functionCalls()).not.toContain('change-consent');
    await form.getByLabel('How the contact asked').selectOption({ label: 'by phone' });
    await form.getByLabel('On which day').fill('2026-11-20');
    await form
      .getByLabel('Legal basis to communicate')
      .selectOption({ label: 'Freely given consent from the contact' });
    await form.getByRole('button', { name: /^Use: “Asked by phone on 20 Nov 2026/ }).press('Enter');
    await save.press('Space');
    await tab.getByText('Saved: HubSpot now says opted in.').waitFor();
    expect(await form.count()).toBe(0);
    expect(hubspot.contact(1002, '206')?.address?.byType[NEWSLETTER]).toMatchObject({
      state: 'SUBSCRIBED',
      legalBasis: 'CONSENT_WITH_NOTICE',
      explanation: 'Asked by phone on 20 Nov 2026 to get “Newsletter”.',
    });
    expect(
      hubspot.calls().some(({ path }) => path === '/communication-preferences/v3/subscribe'),
    ).toBe(true);
  });

  it('Escape leaves the form, and nothing is kept of it', async () => {
    const tab = await open('S6-on');
    await tab.getByRole('button', { name: 'Opt in to Newsletter', exact: true }).click();
    const form = tab.getByRole('dialog', { name: 'Opt in to Newsletter' });
    await form.getByLabel('Explanation').fill('half a word');
    await page.keyboard.press('Escape');
    await expect.poll(() => form.count()).toBe(0);
    await tab.getByRole('button', { name: 'Opt in to Newsletter', exact: true }).click();
    expect(await form.getByLabel('Explanation').inputValue()).toBe('');
    expect(await functionCalls()).not.toContain('change-consent');
  });

  it('an opt-out made here can be undone in sight of it', async () => {
    const tab = await open('S8');
    await tab.getByRole('switch', { name: 'Newsletter' }).click();
    await tab.getByRole('button', { name: 'Undo: back to “Opted in”' }).click();
    await tab.getByText('Undone: the earlier state is back.').waitFor();
    expect(statusOf(1002, '208', NEWSLETTER)).toBe('SUBSCRIBED');
  });

  it('an opt-out that lands after the card was drawn wins, and the card says why', async () => {
    const tab = await open('S6');
    await tab.getByRole('switch', { name: 'Newsletter' }).waitFor();
    hubspot.act(1001, { act: 'contact-link', contactId: '106', typeId: NEWSLETTER });
    await tab.getByRole('switch', { name: 'Newsletter' }).click();
    await tab.getByText('Not changed.').waitFor();
    expect(await tab.innerText()).toContain('the contact opted out on 24 Nov 2026');
    expect(statusOf(1001, '106', NEWSLETTER)).toBe('UNSUBSCRIBED');
  });

  it('a type that HubSpot calls internal or inactive is locked with its reason', async () => {
    const tab = await open('S1');
    await tab.getByRole('switch', { name: 'One-to-one, locked: internal type' }).waitFor();
    await tab
      .getByRole('switch', { name: 'Print magazine (retired), locked: type not active' })
      .waitFor();
    expect(statusOf(1002, '201', ONE_TO_ONE)).toBe('NOT_SPECIFIED');
    expect(statusOf(1002, '201', SEMINARS)).toBe('SUBSCRIBED');
  });
});

describe('what the contact asked staff for', () => {
  it('S12: is recorded with the opt-out: how, when, and where the proof lies', async () => {
    const tab = await open('S8');
    await tab.getByRole('button', { name: 'The contact asked to leave Newsletter' }).click();
    const form = tab.getByRole('dialog');
    await form.getByLabel('How the contact asked').selectOption({ label: 'by phone' });
    await form.getByLabel('On which day').fill('2026-11-20');
    await form.getByLabel('Evidence').fill('call 4711');
    await form.getByRole('button', { name: 'Opt out of Newsletter' }).click();
    await tab.getByText('Saved: HubSpot now says opted out.').waitFor();
    expect(statusOf(1002, '208', NEWSLETTER)).toBe('UNSUBSCRIBED');
    await expect.poll(() => tab.innerText()).toContain('call 4711');
  });

  it('all e-mail ends after a yes to just that, and there is no undo', async () => {
    const tab = await open('S8');
    await tab.getByRole('button', { name: 'Opt out of all e-mail' }).click();
    const form = tab.getByRole('dialog');
    expect(await form.innerText()).toContain('this can’t be undone here');
    await form.getByRole('button', { name: 'Yes, opt out of all e-mail' }).click();
    await tab.getByText('Saved: HubSpot now says opted out of all e-mail.').waitFor();
    expect(await tab.getByRole('button', { name: /^Undo/ }).count()).toBe(0);
  });
});

describe('marketing status', () => {
  it('off is asked of the workflow with one click, and the card says how far it is', async () => {
    const tab = await open('S4');
    await tab.getByRole('switch', { name: 'Marketing status' }).click();
    await tab.getByText('Requested: the workflow will apply it.').waitFor();
    await expect
      .poll(() => tab.innerText())
      .toMatch(/Change to non-marketing, requested on 24 Nov 2026, 10:30/);
  });
});

describe('what leaves the functions', () => {
  it('no token and no stack trace, whatever is asked', async () => {
    await open('S4');
    const bodies: unknown[] = [
      {},
      { part: 'glance', contactId: '105' },
      { part: ['glance'] },
      { typeId: '__proto__', to: 'opted-in' },
      { typeId: NEWSLETTER, to: 'opted-in', explanation: 'x'.repeat(1_000_000) },
      'x'.repeat(1_000_000),
      null,
    ];
    for (const uid of ['read-consent', 'change-consent']) {
      for (const parameters of bodies) {
        for (const names of [['hs_object_id', 'email'], []]) {
          const text = await page.evaluate(
            async (body) => {
              const response = await fetch('/api/function', {
                method: 'POST',
                body: JSON.stringify(body),
              });
              return `${String(response.status)} ${await response.text()}`;
            },
            {
              portalId: 1001,
              serverlessFunction: uid,
              objectQuery: { objectId: 104, objectTypeId: '0-1', objectPropertyNames: names },
              parameters,
            },
          );
          expect(text).toMatch(/^200 .*"status":"bad-request"/);
          expect(text).not.toMatch(/\bat \S+:\d+|xxxx/);
          for (const { token } of PORTALS) expect(text).not.toContain(token);
        }
      }
    }
  });

  it('another site’s page can’t reach the sandbox', async () => {
    const response = await page.request.post(`${sandbox.url}api/reset`, {
      headers: { origin: 'http://example.com' },
    });
    expect(response.status()).toBe(403);
  });
});
