import { describe, expect, it } from 'vitest';
import { changeConsent } from '../../src/app/app.functions/change-consent.ts';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import { held, OPEN, optedOutBy, status, worldOf } from './hubspot-in-memory.ts';

const GLANCE = { parameters: { part: 'glance' }, propertiesToSend: OPEN };

describe('a colleague in a glance', () => {
  it('is called by name', async () => {
    const hubspot = held(optedOutBy('CRM_UI', 'userId:47'));
    expect(await readConsent(GLANCE, worldOf(hubspot, 'off'))).toMatchObject({
      glance: {
        rows: [{ last: { actor: { kind: 'staff', userId: '47', name: 'Colleague 47' } } }, {}],
      },
    });
  });

  it('is called by name when a change is answered, too', async () => {
    const hubspot = held(optedOutBy('CRM_UI', 'userId:47'));
    const reply = await changeConsent(
      {
        parameters: { act: 'opt-in', typeId: '11', requestId: 'click-0001' },
        propertiesToSend: OPEN,
      },
      worldOf(hubspot, 'off'),
    );
    expect(reply).toMatchObject({
      status: 'refused',
      glance: { rows: [{ last: { actor: { name: 'Colleague 47' } } }, {}] },
    });
  });

  it('is not looked for where the contact acted', async () => {
    const hubspot = held(optedOutBy('EMAIL'));
    await readConsent(GLANCE, worldOf(hubspot, 'off'));
    expect(hubspot.calls).not.toContain('userNames');
  });

  it('keeps the number where HubSpot tells no name', async () => {
    const hubspot = held(optedOutBy('CRM_UI', 'userId:47'));
    const world = worldOf(hubspot, 'off');
    const sources = { ...world.hubspot.sources, userNames: () => Promise.resolve(new Map()) };
    const nameless = { ...world, hubspot: { ...world.hubspot, sources } };
    expect(await readConsent(GLANCE, nameless)).toMatchObject({
      glance: { rows: [{ last: { actor: { kind: 'staff', userId: '47' } } }, {}] },
    });
  });

  it('who is said to have acted through this product is called by name, and stays claimed', async () => {
    const hubspot = held({ statuses: [status('opted-in')] });
    const claim = { userId: '47', teamIds: [] };
    const world = worldOf(hubspot, 'off');
    const reply = await changeConsent(
      {
        parameters: { act: 'opt-out', typeId: '11', requestId: 'click-0001', claim },
        propertiesToSend: OPEN,
      },
      world,
    );
    expect(reply).toMatchObject({
      status: 'changed',
      glance: {
        rows: [
          {
            last: {
              actor: {
                kind: 'this-card',
                staff: { userId: '47', name: 'Colleague 47', identity: 'claimed' },
              },
            },
          },
          {},
        ],
      },
    });
  });
});
