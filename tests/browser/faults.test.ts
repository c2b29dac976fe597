import { describe, expect, it } from 'vitest';
import { CALLS, FAULTS, type FaultId } from '../../sandbox/record-page/play/calls.ts';
import { NEWSLETTER } from '../../sandbox/emulator/hubspot/portals.ts';
import { recordPage } from './record-page.ts';

const { hubspot, open, page, tab } = recordPage();
const BERLIN = 1002;

const isOut = () =>
  hubspot.contact(BERLIN, '208')?.address?.byType[NEWSLETTER]?.state === 'UNSUBSCRIBED';

/** The write of an opt-out fails once: what the card says, and whether HubSpot has it all the same. */
const WRITES: Readonly<Record<FaultId, { readonly says: RegExp; readonly took: boolean }>> = {
  busy: { says: /Saved: HubSpot now says opted out/, took: true },
  failing: { says: /Not known yet whether/, took: false },
  gateway: { says: /Not known yet whether/, took: false },
  silent: { says: /Saved: HubSpot now says opted out/, took: true },
  cutBefore: { says: /Not known yet whether/, took: false },
  cutAfter: { says: /Saved: HubSpot now says opted out/, took: true },
  slow: { says: /Saved: HubSpot now says opted out/, took: true },
  malformed: { says: /Saved: HubSpot now says opted out/, took: true },
};

describe('an opt-out whose write goes wrong once', () => {
  it.each(Object.keys(WRITES) as FaultId[])('%s: the card says what is true', async (fault) => {
    const { says, took } = WRITES[fault];
    await open('S8');
    const toggle = tab().getByRole('switch', { name: /^Newsletter/ });
    await toggle.waitFor();
    hubspot.fail({ ...CALLS.optOut, times: 1, fault: FAULTS[fault](300) });
    await toggle.click();
    await expect.poll(() => tab().innerText(), { timeout: 15_000 }).toMatch(says);
    expect(isOut()).toBe(took);
    expect(hubspot.failures(), 'the failure was met').toEqual([]);

    await page().reload();
    await expect
      .poll(() => toggle.getAttribute('aria-checked'), { message: 'HubSpot’s truth' })
      .toBe(String(!took));
  });

  it('busy, and busy again: the card says that nothing was done', async () => {
    await open('S8');
    const toggle = tab().getByRole('switch', { name: /^Newsletter/ });
    await toggle.waitFor();
    hubspot.fail({ ...CALLS.optOut, times: 2, fault: FAULTS.busy() });
    await toggle.click();
    await expect
      .poll(() => tab().innerText(), { timeout: 15_000 })
      .toMatch(/Not changed\.\s+HubSpot is busy/);
    expect(isOut()).toBe(false);
  });
});

/** Every read of the statuses fails for a while: the card says so and shows nothing it does not know. */
const READS: Readonly<Partial<Record<FaultId, RegExp>>> = {
  busy: /HubSpot is busy/,
  failing: /not answering properly/,
  silent: /took too long/,
  cutBefore: /not answering properly/,
  malformed: /could not be understood/,
};

describe('a read that goes wrong for a while', () => {
  it.each(Object.entries(READS) as [FaultId, RegExp][])(
    '%s: said in words, and “Look again” recovers',
    async (fault, says) => {
      hubspot.fail({ ...CALLS.statuses, times: 100, fault: FAULTS[fault](300) });
      await open('S8');
      await expect.poll(() => tab().innerText(), { timeout: 20_000 }).toMatch(says);
      const newsletter = tab().getByRole('switch', { name: /^Newsletter/ });
      expect(await newsletter.getAttribute('aria-checked')).toBe('false');
      expect(await tab().innerText()).toContain('Not known: HubSpot did not tell this status');
      expect(await tab().innerText()).not.toMatch(/will be sent:|Opted in since/);
      hubspot.clearFailures();
      await tab().getByRole('button', { name: 'Look again' }).click();
      await tab().getByRole('switch', { name: 'Newsletter', exact: true }).waitFor();
    },
  );

  it.each(['contact', 'definitions', 'unsubscribeAll', 'token'] as const)(
    '%s fails: the card still says something true',
    async (call) => {
      hubspot.fail({ ...CALLS[call], times: 100, fault: FAULTS.failing() });
      await open('S8');
      const text = await tab().innerText();
      expect(text.length).toBeGreaterThan(20);
      if (call === 'unsubscribeAll' || call === 'contact')
        expect(text).not.toContain('can be sent');
    },
  );
});
