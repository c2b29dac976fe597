import { describe, expect, it } from 'vitest';
import { NEWSLETTER, PORTALS, PRODUCT_NEWS } from '../../sandbox/emulator/hubspot/portals.ts';
import { NOW, recordPage } from './record-page.ts';

const { hubspot, open, role, page, panel, sidebar, tab, url } = recordPage();
const TOKYO = 1001;
const BERLIN = 1002;

function stateOf(portalId: number, contactId: string, typeId: string) {
  return hubspot.contact(portalId, contactId)?.address?.byType[typeId]?.state;
}

/** How many calls of the cards have come back. */
const functionsAnswered = () =>
  page().evaluate(
    () =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry.name.endsWith('/api/function') && 'responseEnd' in entry).length,
  );

const lastSaid = () => panel().locator('.play-last').innerText();

describe('as the contact', () => {
  it('the footer link locks the switch, both cards say so, and nobody else is touched', async () => {
    await open('S8');
    await tab().getByRole('switch', { name: 'Newsletter', exact: true }).waitFor();
    const other = hubspot.contact(BERLIN, '207');
    const asContact = await role('contact');
    await asContact.getByRole('button', { name: 'Do it' }).click();
    await tab()
      .getByRole('switch', { name: 'Newsletter, locked: opted out by the contact' })
      .waitFor();
    await expect
      .poll(() => sidebar().innerText())
      .toContain('Locked: Newsletter (opted out by the contact).');
    expect(stateOf(BERLIN, '208', NEWSLETTER)).toBe('UNSUBSCRIBED');
    expect(stateOf(BERLIN, '208', PRODUCT_NEWS)).toBe('SUBSCRIBED');
    expect(hubspot.contact(BERLIN, '207')).toEqual(other);
    expect(await lastSaid()).toContain('footer link of a mail and opts out of Newsletter');
    await expect
      .poll(() => tab().getByRole('row').nth(2).innerText())
      .toContain('Opted out of Newsletter');
  });

  it('a form with its box ticked brings the contact back, with the box empty it does not', async () => {
    await open('S3');
    const asContact = await role('contact');
    await asContact.getByLabel('What happens').selectOption({ label: 'Submit a form' });
    await asContact.getByLabel('Subscription type').selectOption({ label: 'Seminar invitations' });
    await asContact.getByLabel('Box for this type ticked').uncheck();
    await asContact.getByRole('button', { name: 'Do it' }).click();
    await expect.poll(lastSaid).toContain('is left empty');
    await tab()
      .getByRole('switch', { name: /^Seminar invitations, locked/ })
      .waitFor();
    await asContact.getByLabel('Box for this type ticked').check();
    await asContact.getByRole('button', { name: 'Do it' }).click();
    await expect
      .poll(() =>
        tab()
          .getByRole('switch', { name: 'Seminar invitations', exact: true })
          .getAttribute('aria-checked'),
      )
      .toBe('true');
  });

  it('offers of a form only the types it has a box for', async () => {
    await open('S3');
    const asContact = await role('contact');
    await asContact.getByLabel('Subscription type').selectOption({ label: 'Product news' });
    await asContact.getByLabel('What happens').selectOption({ label: 'Submit a form' });
    await asContact.getByLabel('Form').selectOption({ label: 'Newsletter sign-up' });
    expect(
      await asContact.getByLabel('Subscription type').locator('option').allInnerTexts(),
    ).toEqual(['Newsletter']);
    await asContact.getByRole('button', { name: 'Do it' }).click();
    await expect.poll(() => stateOf(BERLIN, '203', NEWSLETTER)).toBe('SUBSCRIBED');
  });

  it('without an address says beforehand why nothing can be played', async () => {
    await open('no-address');
    const asContact = await role('contact');
    expect(await asContact.innerText()).toContain('has no e-mail address');
    expect(await asContact.getByRole('button', { name: 'Do it' }).isDisabled()).toBe(true);
  });
});

describe('as a workflow', () => {
  it('acts later: the page says when, and the card knows as soon as it has', async () => {
    await open('S8');
    const asWorkflow = await role('workflow');
    await asWorkflow.getByLabel('Its name').fill('Quiet for a year');
    await asWorkflow.getByRole('button', { name: 'Do it' }).click();
    await expect.poll(lastSaid).toContain('Will act in about 20 seconds');
    // Both cards have been told of the act, have asked again and are quiet.
    await expect.poll(functionsAnswered).toBe(6);
    hubspot.clock.advance(19_000);
    await expect.poll(lastSaid).toContain('Will act in about 1 second:');
    expect(stateOf(BERLIN, '208', NEWSLETTER)).toBe('SUBSCRIBED');
    hubspot.clock.advance(1_000);
    await expect.poll(() => tab().innerText()).toContain('workflow “Quiet for a year”');
    expect(hubspot.contact(BERLIN, '208')?.address?.byType[NEWSLETTER]).toMatchObject({
      state: 'UNSUBSCRIBED',
      at: NOW + 20_000,
    });
    expect(await lastSaid()).not.toContain('Will act');
  });
});

describe('as a colleague, an import, another app', () => {
  it.each([
    ['colleague', 'by Sales Representative'],
    ['import', 'by import “Trade fair list”'],
    ['integration', 'integration'],
  ])('%s: the change is told as theirs, with its ground in HubSpot', async (who, told) => {
    await open('S6-on');
    const part = await role(who);
    await part.getByLabel('Subscription type').selectOption({ label: 'Product news' });
    await part.getByLabel('Legal basis').selectOption({ label: 'Freely given consent' });
    await part.getByLabel('Explanation').fill('Badge scanned at the fair');
    await part.getByRole('button', { name: 'Do it' }).click();
    await expect.poll(() => tab().innerText()).toContain('Opted in to Product news');
    expect(hubspot.contact(BERLIN, '206')?.address?.byType[PRODUCT_NEWS]).toMatchObject({
      state: 'SUBSCRIBED',
      legalBasis: 'CONSENT_WITH_NOTICE',
      explanation: 'Badge scanned at the fair',
    });
    if (who !== 'colleague') await expect.poll(() => tab().innerText()).toContain(told);
  });

  it('a new address has consents of its own, and the page shows it', async () => {
    await open('S4');
    const part = await role('colleague');
    await part.getByLabel('What happens').selectOption({ label: 'Change the contact’s address' });
    await part.getByRole('button', { name: 'Do it' }).click();
    await expect
      .poll(() => page().locator('.about').innerText())
      .toContain('contact-104.new@example.com');
    await tab().getByRole('switch', { name: 'Newsletter', exact: true }).waitFor();
  });
});

describe('as the account', () => {
  it('privacy settings off reach the functions: no legal basis is asked for', async () => {
    await open('S6-on');
    await tab().getByText('Not specified').first().waitFor();
    const account = await role('portal');
    await account.getByLabel('What happens').selectOption({ label: 'Privacy settings' });
    await account.getByLabel('Set to').selectOption({ label: 'off' });
    await account.getByRole('button', { name: 'Do it' }).click();
    await tab().getByText('Not recorded in HubSpot').first().waitFor();
    expect(await page().locator('.about').innerText()).toContain('privacy settings off');
    await tab().getByRole('switch', { name: 'Newsletter', exact: true }).click();
    await expect.poll(() => stateOf(BERLIN, '206', NEWSLETTER)).toBe('SUBSCRIBED');
  });

  it('on the free tools there is no card: the page says why, and no token works', async () => {
    await open('S8');
    const account = await role('portal');
    await account.getByLabel('Set to').selectOption({ label: 'Free tools' });
    await account.getByRole('button', { name: 'Do it' }).click();
    await tab().getByText('This app can’t be installed in this account').waitFor();
    expect(await tab().innerText()).toContain('Enterprise');
    expect(await page().getByRole('switch').count()).toBe(0);
    const berlin = PORTALS.find(({ id }) => id === BERLIN);
    const answer = hubspot.handle({
      method: 'GET',
      path: '/crm/v3/objects/contacts/208',
      headers: { authorization: `Bearer ${berlin?.token ?? ''}` },
      body: '',
    });
    expect(answer.status).toBe(401);
    const asWorkflow = await role('workflow');
    expect(await asWorkflow.innerText()).toContain('has no workflows');

    await account.getByLabel('Set to').selectOption({ label: 'Marketing Hub Enterprise' });
    await account.getByRole('button', { name: 'Do it' }).click();
    await tab().getByRole('switch', { name: 'Newsletter', exact: true }).waitFor();
  });

  it.each([
    ['en', 'This app can’t be installed in this account'],
    ['ja', 'このアカウントにはアプリをインストールできません'],
  ] as const)('S11-free says so in %s', async (language, text) => {
    const seen = await open('S11-free', language);
    expect(await seen.innerText()).toContain(text);
  });

  it('the date moved to the next update date lets S9 leave marketing', async () => {
    await open('S9');
    expect(hubspot.contact(TOKYO, '109')?.properties['hs_marketable_status']).toBe('true');
    const date = await role('date');
    await date.getByRole('button', { name: 'To the next update date, 1 December 2026' }).click();
    await expect.poll(() => tab().innerText()).toContain('Non-marketing contact');
    expect(hubspot.contact(TOKYO, '109')?.properties['hs_marketable_status']).toBe('false');
    expect(hubspot.clock.now()).toBe(Date.UTC(2026, 10, 30, 15));
    await page().getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => hubspot.clock.now()).toBe(NOW);
  });
});

describe('the panel', () => {
  it.each([
    ['en', 1280],
    ['ja', 1280],
    ['en', 700],
    ['ja', 700],
    ['en', 360],
    ['ja', 360],
  ] as const)('fits the page with everything open, in %s at %i pixels', async (language, width) => {
    await page().setViewportSize({ width, height: 900 });
    await open('S9', language);
    const cards = () =>
      page().evaluate(() =>
        ['tab', 'sidebar'].map(
          (surface) => document.querySelector(`[data-surface=${surface}]`)?.clientWidth,
        ),
      );
    if (width >= 1081) await panel().locator('> summary').click();
    const before = await cards();
    await panel().locator('> summary').click();
    for (const summary of await panel().locator('.play-role > summary').all())
      await summary.click();
    expect(await cards()).toEqual(before);
    const over = await page().evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.play, .play *')]
        .filter(
          (element) =>
            element.scrollWidth > element.clientWidth + 1 &&
            element.clientWidth > 0 &&
            getComputedStyle(element).display !== 'inline',
        )
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(over).toEqual([]);
  });

  it('leaves the cards where HubSpot has them: the tab in the middle, the sidebar on the right', async () => {
    await open('S4');
    await sidebar().locator('.hs-alert').first().waitFor();
    const about = await page().locator('.about').boundingBox();
    const middle = await tab().boundingBox();
    const right = await sidebar().boundingBox();
    expect(middle?.y).toBe(right?.y);
    expect(about?.y).toBe(right?.y);
    expect(middle?.width).toBeGreaterThan(600);
    expect(right?.width).toBe(320);
    expect((middle?.x ?? 0) + (middle?.width ?? 0)).toBeLessThan(right?.x ?? 0);
  });

  it('has a label on every control, and works by keyboard alone', async () => {
    await open('S8');
    for (const summary of await panel().locator('.play-role > summary').all()) {
      await summary.focus();
      await page().keyboard.press('Enter');
    }
    const unlabelled = await page().evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('.play input, .play select')]
        .filter(({ labels }) => (labels?.[0]?.textContent ?? '').trim() === '')
        .map(({ outerHTML }) => outerHTML),
    );
    expect(unlabelled).toEqual([]);
    await panel().locator('[data-role=contact] select').first().focus();
    await page().keyboard.press('Tab');
    await page().keyboard.press('Tab');
    await page().keyboard.press('Enter');
    await expect.poll(() => stateOf(BERLIN, '208', NEWSLETTER)).toBe('UNSUBSCRIBED');
  });

  it('keeps what was played over a reload, until the scenario is told anew', async () => {
    await open('S8');
    const asContact = await role('contact');
    await asContact.getByRole('button', { name: 'Do it' }).click();
    await expect.poll(lastSaid).toContain('footer link');
    await page().goto(`${url()}?contact=S8&lang=ja`);
    await expect.poll(lastSaid).toContain('本人がEメールのフッターのリンクから');
    await panel().getByRole('button', { name: '最初から' }).click();
    await expect.poll(() => panel().innerText()).toContain('まだ操作していません。');
  });

  it('shows what waits to fail, counts it down, and clears it', async () => {
    await open('S8');
    const failures = await role('failures');
    await failures.getByLabel('Which call to HubSpot').selectOption({ label: 'write an opt-out' });
    await failures.getByLabel('How it fails').selectOption({ label: 'slow' });
    await failures.getByLabel('Milliseconds').fill('50');
    await failures.getByLabel('How many times').fill('2');
    await failures.getByRole('button', { name: 'Set up' }).click();
    await failures.getByText('write an opt-out: slow by 50 ms, 2 times').waitFor();
    await tab().getByRole('switch', { name: 'Newsletter', exact: true }).click();
    await failures.getByText('write an opt-out: slow by 50 ms, once').waitFor();
    await failures.getByRole('button', { name: 'Clear' }).click();
    await failures.getByText('Nothing: calls go well.').waitFor();
    expect(hubspot.failures()).toEqual([]);
  });

  it('a call limit is felt by the card', async () => {
    await open('S8');
    const failures = await role('failures');
    await failures.getByLabel('Calls allowed in 10 seconds').selectOption('100');
    await failures.getByRole('button', { name: 'Set limit' }).click();
    await expect
      .poll(() => failures.getByLabel('Calls allowed in 10 seconds').inputValue())
      .toBe('100');
    const berlin = PORTALS.find(({ id }) => id === BERLIN);
    const ask = () =>
      hubspot.handle({
        method: 'GET',
        path: '/communication-preferences/2026-09/definitions',
        headers: { authorization: `Bearer ${berlin?.token ?? ''}` },
        body: '',
      }).status;
    await expect.poll(ask).toBe(200);
    for (let call = 0; call < 100; call += 1) ask();
    await page().reload();
    await expect.poll(() => tab().innerText()).toContain('HubSpot is busy');
    expect(ask()).toBe(429);
  });
});
