import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '../../src/app/app.functions/world.ts';
import { otherwise, TODAY, type SwitchName } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import { attackedDesk, type AttackedDesk } from './attacked-desk.ts';

let desk: AttackedDesk;
afterEach(() => desk.close());

const optIn = { act: 'opt-in', requestId: 'request-in', typeId: SEMINARS };
const MINUTE = 60_000;

/** The intent of an opt-in stands in the record, and its function is gone, before or after its write. */
async function interrupted(when: 'before' | 'after'): Promise<void> {
  let isReached: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (isReached = resolve));
  const cut = (world: World) => {
    const { consents } = world.hubspot;
    const enter = consents.optIn.bind(consents);
    consents.optIn = async (...given) => {
      if (when === 'after') await enter(...given);
      isReached();
      return new Promise<never>(() => undefined);
    };
    return world;
  };
  void desk.change(optIn, {}, cut);
  await reached;
  desk.hubspot.clock.advance(2_000);
}

function optsOutOfEverything(): void {
  desk.play({ act: 'contact-link-everything' });
  desk.hubspot.clock.advance(MINUTE);
}

describe('an interrupted opt-in, and then an opt-out of everything', () => {
  it('leaves what a colleague made meanwhile', async () => {
    desk = await attackedDesk();
    await interrupted('before');
    desk.play({ act: 'colleague', userId: 47, typeId: SEMINARS, to: 'SUBSCRIBED' });
    optsOutOfEverything();
    const shown = await desk.glance();
    expect(desk.stateOf(SEMINARS)).toBe('SUBSCRIBED');
    expect(shown.notReverted).toBeUndefined();
    expect((await desk.told()).at(-1)).toBe('outcome opted-in not-done overtaken');
  });

  it('leaves what the contact made meanwhile', async () => {
    desk = await attackedDesk();
    await interrupted('before');
    desk.play({ act: 'contact-preferences', typeId: SEMINARS, to: 'SUBSCRIBED' });
    optsOutOfEverything();
    await desk.glance();
    expect(desk.stateOf(SEMINARS)).toBe('SUBSCRIBED');
  });

  it('is reverted where it went in', async () => {
    desk = await attackedDesk();
    await interrupted('after');
    optsOutOfEverything();
    await desk.glance();
    expect(desk.stateOf(SEMINARS)).toBe('UNSUBSCRIBED');
    expect((await desk.told()).at(-1)).toBe('outcome opted-in not-done reversed');
  });

  it.each<SwitchName>(['tokenTellsApp', 'optOutPropertyMirrorsStatus'])(
    'is left and named where HubSpot does not tell whose it is (%s otherwise)',
    async (name) => {
      desk = await attackedDesk({ assumptions: { ...TODAY, ...otherwise(name) } });
      await interrupted('after');
      optsOutOfEverything();
      const shown = await desk.glance();
      expect(desk.stateOf(SEMINARS)).toBe('SUBSCRIBED');
      expect(shown.notReverted).toMatchObject([{ typeId: SEMINARS }]);
      expect((await desk.told()).at(-1)).toBe('outcome opted-in not-known author-not-known');
    },
  );
});
