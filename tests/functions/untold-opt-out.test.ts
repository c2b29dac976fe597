import { afterEach, describe, expect, it } from 'vitest';
import { otherwise, TODAY } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { NEWSLETTER } from '../../sandbox/emulator/hubspot/portals.ts';
import { attackedDesk, type AttackedDesk } from './attacked-desk.ts';

let desk: AttackedDesk | undefined;
afterEach(() => desk?.close());

const proof = { legalBasis: 'CONSENT_WITH_NOTICE', explanation: 'Said so', evidence: 'Call 19' };

/**
 * The way back in over an opt-out is not guarded by HubSpot: a "no" of the very moment is found afterwards, by its history. Where
 * the history does not tell of a type, that can't be found, whatever our own record knows of the earlier "no".
 */
describe('opting in again, with proof, over an opt-out of our own', () => {
  it.each([
    ['that HubSpot’s history tells', TODAY, { status: 'changed' }],
    [
      'that it does not tell',
      otherwise('optOutPropertyMirrorsStatus'),
      { status: 'refused', decision: { kind: 'unknown', missing: ['lastOptOutBy'] } },
    ],
  ])('%s', async (_how, assumptions, answer) => {
    desk = await attackedDesk({ assumptions });
    desk.play({ act: 'colleague', userId: 47, typeId: NEWSLETTER, to: 'SUBSCRIBED' });
    desk.hubspot.clock.advance(60_000);
    const out = { act: 'opt-out', requestId: 'own-out-01', typeId: NEWSLETTER };
    expect(await desk.change(out)).toMatchObject({ status: 'changed' });
    desk.hubspot.clock.advance(60_000);
    const back = { act: 'opt-in', requestId: 'own-in-001', typeId: NEWSLETTER, ...proof };
    expect(await desk.change(back)).toMatchObject(answer);
  });
});
