import { describe, expect, it } from 'vitest';
import { NEWSLETTER, PRODUCT_NEWS } from '../../sandbox/emulator/hubspot/portals.ts';
import { recordedIn } from '../ledger/recorded.ts';
import { toldOf } from './record-of-changes.ts';
import { recordPage, type Language } from './record-page.ts';

const KYOTO = 1006;
/** An admin has set the signing key there, and nothing else was done. */
const { hubspot, open, page, tab } = recordPage({ keyIn: [KYOTO] });
const NAGOYA = 1005;
const TOKYO = 1001;
const BERLIN = 1002;
const MINUTE = 60_000;

const row = (typeId = NEWSLETTER) => tab().locator(`[data-test-id=type-${typeId}]`);
const stored = (portalId: number, contactId: string, typeId = NEWSLETTER) =>
  hubspot.contact(portalId, contactId)?.address?.byType[typeId];
const undoes = () => tab().getByRole('button', { name: /^Undo/ }).count();

const UNDO = {
  en: {
    name: 'Newsletter',
    saved: 'Saved: HubSpot now says opted out.',
    undo: 'Undo: back to “Opted in”',
    until: 'until 02:40',
    undone: 'Undone: the earlier state is back.',
  },
  ja: {
    name: 'ニュースレター',
    saved: '保存しました。HubSpotで配信停止になっています。',
    undo: '取り消して「配信登録済み」に戻す',
    until: '02:40まで',
    undone: '取り消しました。元の状態に戻っています。',
  },
} as const;

describe('undo', () => {
  it.each(['en', 'ja'] as const satisfies readonly Language[])(
    'brings back what was there, with its earlier basis, in %s',
    async (language) => {
      const words = UNDO[language];
      hubspot.act(BERLIN, {
        act: 'colleague',
        contactId: '208',
        typeId: NEWSLETTER,
        to: 'SUBSCRIBED',
        userId: 47,
        legalBasis: 'LEGITIMATE_INTEREST_CLIENT',
        explanation: 'Customer since 2024',
      });
      const before = stored(BERLIN, '208');
      hubspot.clock.advance(1_000);
      await open('S8', language);
      const toggle = row().getByRole('switch', { name: words.name, exact: true });
      await toggle.click();
      await row().getByText(words.saved).waitFor();
      await row().getByText(words.until).waitFor();
      expect(stored(BERLIN, '208')?.state).toBe('UNSUBSCRIBED');
      await row().getByRole('button', { name: words.undo }).click();
      await row().getByText(words.undone).waitFor();
      expect(stored(BERLIN, '208')).toMatchObject({
        state: 'SUBSCRIBED',
        legalBasis: before?.legalBasis,
      });
      expect(stored(BERLIN, '208')?.explanation).toContain('Customer since 2024');
      await expect.poll(() => toggle.getAttribute('aria-checked')).toBe('true');
      expect(await row().getByRole('button', { name: words.undo }).count()).toBe(0);
      expect(await toldOf(hubspot, BERLIN, '208')).toEqual([
        'intent opted-out',
        'outcome opted-out done',
        'undo opted-in',
        'outcome opted-in done',
      ]);
    },
  );

  it('is in sight for ten minutes and not a moment longer', async () => {
    await open('S8');
    await row().getByRole('switch', { name: 'Newsletter', exact: true }).click();
    await row().getByRole('button', { name: 'Undo: back to “Opted in”' }).waitFor();
    hubspot.clock.advance(10 * MINUTE - 1_000);
    await page().reload();
    await row().getByRole('button', { name: 'Undo: back to “Opted in”' }).waitFor();
    hubspot.clock.advance(2_000);
    await page().reload();
    await row()
      .getByRole('switch', { name: /^Newsletter/ })
      .waitFor();
    expect(await undoes()).toBe(0);
    expect(stored(BERLIN, '208')?.state).toBe('UNSUBSCRIBED');
  });
});

describe('opting out of everything', () => {
  it('asks first; “Cancel” does nothing, the yes does it, and there is no undo', async () => {
    await open('S8');
    const opener = tab().getByRole('button', { name: 'Opt out of all e-mail', exact: true });
    await opener.click();
    const form = tab().getByRole('dialog');
    expect(await form.innerText()).toContain('this can’t be undone here');
    await form.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => form.count()).toBe(0);
    expect(hubspot.contact(BERLIN, '208')?.address?.everything?.state).not.toBe('UNSUBSCRIBED');
    expect(await toldOf(hubspot, BERLIN, '208')).toEqual([]);

    await opener.click();
    await form.getByRole('button', { name: 'Yes, opt out of all e-mail' }).click();
    await tab().getByText('Saved: HubSpot now says opted out of all e-mail.').waitFor();
    expect(hubspot.contact(BERLIN, '208')?.address?.everything?.state).toBe('UNSUBSCRIBED');
    expect(await undoes()).toBe(0);
    expect(await opener.count()).toBe(0);
    await expect
      .poll(() => tab().innerText())
      .toContain(
        'Marketing e-mail will not be sent, because the contact is opted out of all e-mail',
      );
  });
});

describe('S12: the contact asked staff', () => {
  it('is recorded with way, day and evidence, and the switch is then locked as the contact’s own', async () => {
    await open('S8');
    await row().getByRole('button', { name: 'The contact asked to leave Newsletter' }).click();
    const form = tab().getByRole('dialog');
    await form.getByLabel('How the contact asked').selectOption({ label: 'by phone' });
    await form.getByLabel('On which day').fill('2026-11-20');
    await form.getByLabel('Evidence').fill('call 4711');
    await form.getByRole('button', { name: 'Opt out of Newsletter' }).click();
    await row().getByText('Saved: HubSpot now says opted out.').waitFor();
    expect(stored(BERLIN, '208')?.state).toBe('UNSUBSCRIBED');
    const [intent] = await recordedIn(hubspot, BERLIN, '208');
    expect(intent?.statement).toMatchObject({
      kind: 'intent',
      onRequestOf: { kind: 'contact', by: 'phone', on: '2026-11-20' },
    });
    expect(intent?.personal.evidence?.value).toBe('call 4711');
    const locked = row().getByRole('switch', {
      name: 'Newsletter, locked: opted out by the contact',
    });
    await locked.waitFor();
    expect(await locked.isDisabled()).toBe(true);
    expect(await undoes()).toBe(0);
    await expect.poll(() => tab().getByRole('table').first().innerText()).toContain('call 4711');
    expect(stored(BERLIN, '208', PRODUCT_NEWS)?.state).toBe('SUBSCRIBED');
  });
});

describe.each([
  ['not-set-up', KYOTO, '626'],
  ['half-set-up', NAGOYA, '525'],
] as const)('an account that is %s', (scenario, portalId, contactId) => {
  it('opting in is locked with its reason until “Set up” is pressed, and opting out is not', async () => {
    await open(scenario);
    await row(PRODUCT_NEWS)
      .getByRole('switch', { name: 'Product news, locked: not set up' })
      .waitFor();
    expect(await row(PRODUCT_NEWS).innerText()).toContain(
      'the record of changes is not set up, and nobody is opted in without a record.',
    );
    expect(await row().getByRole('switch', { name: 'Newsletter', exact: true }).isEnabled()).toBe(
      true,
    );
    await tab().getByRole('button', { name: 'Set up', exact: true }).click();
    await row(PRODUCT_NEWS)
      .getByRole('button', { name: 'Opt in to Product news', exact: true })
      .waitFor();
    expect(await tab().getByRole('button', { name: 'Set up', exact: true }).count()).toBe(0);
    expect(await tab().innerText()).not.toContain('is not set up');
    expect(await toldOf(hubspot, portalId, contactId)).toEqual([]);
  });
});

describe('undoing in an account with privacy settings off', () => {
  it('leaves no legal basis behind that was not there', async () => {
    hubspot.act(TOKYO, {
      act: 'contact-preferences',
      contactId: '106',
      typeId: NEWSLETTER,
      to: 'SUBSCRIBED',
    });
    const before = stored(TOKYO, '106');
    await open('S6');
    await row().getByRole('switch', { name: 'Newsletter', exact: true }).click();
    await row().getByRole('button', { name: 'Undo: back to “Opted in”' }).click();
    await row().getByText('Undone: the earlier state is back.').waitFor();
    expect(stored(TOKYO, '106')?.state).toBe('SUBSCRIBED');
    expect(stored(TOKYO, '106')?.legalBasis).toBe(before?.legalBasis);
  });
});
