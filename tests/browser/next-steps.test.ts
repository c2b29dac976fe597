import { describe, expect, it } from 'vitest';
import { NEWSLETTER } from '../../sandbox/emulator/hubspot/portals.ts';
import { recordPage } from './record-page.ts';

const { hubspot, open, page, tab, url } = recordPage();

/** What the page's clipboard holds, read as the page itself. */
const copied = () => page().evaluate(() => navigator.clipboard.readText());

async function locked(language: 'en' | 'ja') {
  await page().context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url() });
  return open('S4', language);
}

describe('the next lawful step beside a lock', () => {
  it.each([
    ['en', 'Copy the preference link for Newsletter', 'send it to nobody else'],
    ['ja', '「ニュースレター」の配信設定ページのリンクをコピー', '本人以外には送らないでください'],
  ] as const)('copies the contact’s own preference link, in %s', async (language, name, said) => {
    await locked(language);
    const before = hubspot.snapshot();
    await tab().getByRole('button', { name }).click();
    await expect.poll(() => tab().innerText()).toContain(said);
    expect(await copied()).toMatch(/^https:\/\//);
    expect(await tab().innerText()).not.toContain(await copied());
    expect(hubspot.snapshot()).toBe(before);
  });

  it.each([
    ['en', 'Copy a text that asks the contact about Newsletter', 'You don’t get “Newsletter”'],
    [
      'ja',
      '「ニュースレター」についての本人への依頼文をコピー',
      '現在、「ニュースレター」の配信を',
    ],
  ] as const)('copies a text that asks the contact, in %s', async (language, name, said) => {
    await locked(language);
    await tab().getByRole('button', { name }).click();
    await expect.poll(copied).toContain(said);
  });

  it.each([
    [
      'en',
      'Ask for approval: Newsletter',
      ['Evidence', 'Note to the approver', 'Ask'],
      'Asked on 24 Nov 2026, 10:30',
      'Approval asked: ',
    ],
    [
      'ja',
      '「ニュースレター」の承認を依頼',
      ['証跡', '承認担当者へのメモ', '依頼する'],
      '2026年11月24日 10:30',
      '承認',
    ],
  ] as const)(
    'asks the approver by a task, and unlocks nothing, in %s',
    async (language, name, [evidence, note, send], said, subject) => {
      await locked(language);
      await tab().getByRole('button', { name }).click();
      const dialog = page().getByRole('dialog');
      await dialog.getByLabel(evidence).fill('call 4711');
      await dialog.getByLabel(note).fill('They rang me.');
      await dialog.getByRole('button', { name: send, exact: true }).click();
      await expect.poll(() => tab().innerText()).toContain(said);
      const [task] = /"hs_task_subject":[^\]]*/.exec(hubspot.snapshot()) ?? [];
      expect(task).toContain(subject);
      expect(hubspot.contact(1001, '104')?.address?.byType[NEWSLETTER]?.state).toBe('UNSUBSCRIBED');
    },
  );

  it('shows the event behind the lock by itself in the timeline, and all of them again', async () => {
    await open('S4');
    await tab().getByRole('table').first().waitFor();
    const rows = () => tab().getByRole('table').first().getByRole('row').count();
    const all = await rows();
    await tab().getByRole('button', { name: 'Newsletter: show in the timeline' }).click();
    await expect.poll(rows).toBeLessThan(all);
    expect(await tab().getByRole('table').first().innerText()).toContain('Opted out of Newsletter');
    await tab().getByRole('button', { name: 'Show all changes' }).click();
    await expect.poll(rows).toBe(all);
  });
});
