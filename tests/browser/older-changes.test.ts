import { describe, expect, it } from 'vitest';
import { NEWSLETTER } from '../../sandbox/emulator/hubspot/portals.ts';
import { ALL_SCOPES } from '../emulator/ask.ts';
import { NOW, recordPage } from './record-page.ts';

const { hubspot, open, tab } = recordPage();
const BERLIN = 1002;
const MINUTE = 60_000;

/** HubSpot keeps 45 versions of a property; the account's legacy timeline tells the older changes, on its second page. */
function aLongHistory(own = 50, ofOthers = 1_000) {
  hubspot.grant(
    BERLIN,
    ALL_SCOPES.filter((scope) => scope !== 'oauth'),
  );
  const switchOften = (contactId: string, times: number) => {
    for (let nth = 0; nth < times; nth += 1) {
      hubspot.clock.advance(2 * MINUTE);
      const to = nth % 2 === 0 ? 'UNSUBSCRIBED' : 'SUBSCRIBED';
      hubspot.act(BERLIN, { act: 'contact-preferences', contactId, typeId: NEWSLETTER, to });
    }
  };
  hubspot.clock.set(NOW - 3_000 * MINUTE);
  hubspot.act(BERLIN, {
    act: 'create',
    contactId: '950',
    properties: { email: 'busy@example.com' },
  });
  switchOften('208', own);
  switchOften('950', ofOthers);
  hubspot.clock.set(NOW);
  hubspot.fail({
    path: '/email/public/v1/events',
    times: 1_000,
    fault: { kind: 'status', status: 500 },
  });
}

describe('older changes', () => {
  it.each([
    ['en', 'Show older changes', 'Older changes can’t be shown'],
    ['ja', '以前の変更を表示', '以前の変更を表示できません'],
  ] as const)('in %s: come on demand; what is shown stays', async (language, label, failed) => {
    aLongHistory();
    await open('S8', language);
    // Evidence has a table of its own below.
    const rows = tab().getByRole('table').first().getByRole('row');
    const button = tab().getByRole('button', { name: label });
    // The head, a day, and the newest of 45 versions and what else happened to the contact.
    await expect.poll(() => rows.count()).toBe(1 + 1 + 20);
    expect(await button.count()).toBe(0);
    await tab().getByRole('button', { name: '3', exact: true }).click();
    await button.waitFor();
    const before = await rows.count();

    hubspot.fail({
      path: '/email/public/v1/subscriptions',
      times: 8,
      fault: { kind: 'status', status: 500 },
    });
    await button.click();
    await tab().getByText(failed).waitFor();
    expect(await rows.count()).toBe(before);

    hubspot.clearFailures();
    await button.click();
    // They are of the day before, which gets a row too.
    await expect.poll(() => rows.count()).toBe(before + 1 + 6);
    expect(await tab().getByText(failed).count()).toBe(0);
  });

  it('that were read already come first, below what is shown', async () => {
    aLongHistory(150, 0);
    await open('S8', 'en');
    const button = tab().getByRole('button', { name: 'Show older changes' });
    const pageNumbered = (nth: string) => tab().getByRole('button', { name: nth, exact: true });
    await tab().getByText('Searches the newest 100 of').waitFor();
    await pageNumbered('5').click();
    await button.click();
    // The page that is looked at stays, and there is another behind it.
    await pageNumbered('6').waitFor();
    expect(await pageNumbered('5').getAttribute('aria-current')).toBe('page');
    expect(await tab().getByText('Searches the newest').count()).toBe(0);
    await pageNumbered('6').click();
    await pageNumbered('8').click();
    await expect.poll(() => button.count()).toBe(0);
  });
});
