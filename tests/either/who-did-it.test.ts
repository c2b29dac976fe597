import { afterEach, describe, expect, it } from 'vitest';
import { NEWSLETTER } from '../../sandbox/emulator/hubspot/portals.ts';
import type { Actor } from '../../src/app/evidence/consent-event.ts';
import { ALL_SCOPES } from '../emulator/ask.ts';
import { attackedDesk, type AttackedDesk } from '../functions/attacked-desk.ts';
import { WORLDS } from './worlds.ts';

/** Whatever HubSpot calls those who change a consent: the product names them, or nobody, and never somebody else. */
let desk: AttackedDesk;
afterEach(() => desk.close());

type Kind = Actor['kind'];
const HOUR = 3_600_000;
const CHANGE = { typeId: NEWSLETTER, to: 'UNSUBSCRIBED' } as const;
const NOBODY: readonly Kind[] = ['someone', 'hubspot'];

const ACTS = [
  ['contact', { act: 'contact-link', typeId: NEWSLETTER }, ['contact']],
  ['colleague', { act: 'colleague', userId: 47, ...CHANGE }, ['staff']],
  ['workflow', { act: 'workflow', name: 'Clean-up', ...CHANGE }, ['workflow']],
  // A colleague imports.
  ['import', { act: 'import', name: 'Fair.csv', ...CHANGE }, ['import', 'staff']],
  ['app', { act: 'integration', appId: 9, name: 'Sync', ...CHANGE }, ['integration']],
  ['unnamed', { act: 'unnamed', ...CHANGE }, []],
] as const;

describe.each(WORLDS)('$name', ({ assumptions }) => {
  it.each(ACTS)('%s', async (_who, act, kinds) => {
    desk = await attackedDesk({ assumptions });
    desk.hubspot.grant(1001, [...ALL_SCOPES, 'crm.objects.custom.read', 'crm.schemas.custom.read']);
    desk.play({ act: 'contact-preferences', typeId: NEWSLETTER, to: 'SUBSCRIBED' });
    desk.hubspot.clock.advance(HOUR);
    desk.play(act);
    desk.hubspot.clock.advance(HOUR);
    const may: readonly Kind[] = [...kinds, ...NOBODY];
    const row = (await desk.glance()).rows.find(({ typeId }) => typeId === NEWSLETTER);
    expect(row?.state).toBe('opted-out');
    expect(may).toContain(row?.last?.actor.kind);
    const reply = await desk.read({ part: 'history' });
    if (reply.status !== 'history') throw new Error(JSON.stringify(reply));
    const event = reply.history.events.find(({ change }) => change === 'opted-out');
    expect(may).toContain(event?.actor.kind);
    expect(event?.disputed ?? []).toEqual([]);
    // Who is not known may have been the contact.
    if (NOBODY.includes(row?.last?.actor.kind ?? 'someone') || kinds[0] === 'contact') {
      expect(row?.optIn.kind).not.toBe('allow');
    }
  });
});
