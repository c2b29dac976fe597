import { afterEach, describe, expect, it } from 'vitest';
import type { History } from '../../src/app/contract/snapshot.ts';
import type { ConsentEvent } from '../../src/app/evidence/consent-event.ts';
import type { Organisation } from '../../src/app/policy/organisation.ts';
import { NEWSLETTER } from '../../sandbox/emulator/hubspot/portals.ts';
import { ANN, attackedDesk, type AttackedDesk } from './attacked-desk.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const BERLIN = 1002;
const GROUND = { legalBasis: 'CONSENT_WITH_NOTICE', explanation: 'Form of 2 May' } as const;

let desk: AttackedDesk;
let consentedAt: string;
afterEach(() => desk.close());

/** A colleague has recorded the contact's consent, with its basis; the basis stands nowhere but on HubSpot's status. */
async function consented(organisation: Partial<Organisation> = {}, ground: object = GROUND) {
  desk = await attackedDesk({
    portalId: BERLIN,
    organisation: { privacySettings: 'on', ...organisation },
  });
  desk.play({ act: 'colleague', userId: 47, typeId: NEWSLETTER, to: 'SUBSCRIBED', ...ground });
  const at = desk.hubspot.contact(BERLIN, ANN)?.address?.byType[NEWSLETTER]?.at ?? 0;
  consentedAt = new Date(at).toISOString();
  desk.hubspot.clock.advance(5 * MINUTE);
}

let clicks = 0;
async function change(parameters: object) {
  clicks += 1;
  const requestId = `request-${String(clicks)}`;
  const claim = { userId: '47', teamIds: [] };
  const reply = await desk.change({ ...parameters, requestId, claim });
  expect(reply.status).toBe('changed');
  desk.hubspot.clock.advance(MINUTE);
  return requestId;
}

async function optOutAndUndo(): Promise<void> {
  const undoes = await change({ act: 'opt-out', typeId: NEWSLETTER });
  await change({ act: 'undo', undoes });
}

async function events(): Promise<readonly ConsentEvent[]> {
  const reply = await desk.read({ part: 'history' });
  const { history } = reply as { readonly history: History };
  return history.events.filter(
    ({ about }) => about.kind === 'subscription' && about.typeId === NEWSLETTER,
  );
}

const row = async () => {
  const found = (await desk.glance()).rows.find(({ typeId }) => typeId === NEWSLETTER);
  if (found === undefined) throw new Error('no row');
  return found;
};

describe('an opt-out that is undone', () => {
  it('leaves HubSpot with the basis and the explanation that were there before', async () => {
    await consented();
    await optOutAndUndo();
    expect(desk.hubspot.contact(BERLIN, ANN)?.address?.byType[NEWSLETTER]).toMatchObject({
      state: 'SUBSCRIBED',
      legalBasis: 'CONSENT_WITH_NOTICE',
      explanation: 'Form of 2 May',
    });
    const [intent, , undo] = await desk.entries();
    expect(intent?.statement).toMatchObject({
      kind: 'intent',
      before: { state: 'opted-in', since: consentedAt, legalBasis: 'CONSENT_WITH_NOTICE' },
    });
    expect(intent?.personal.earlierExplanation?.value).toBe('Form of 2 May');
    expect(undo?.statement).toMatchObject({ kind: 'undo', change: 'opted-in' });
  });

  it('has the basis on the row of the earlier consent, and “undone” on its own', async () => {
    await consented();
    await optOutAndUndo();
    const [undo, out, consent, ...rest] = await events();
    expect(rest).toEqual([]);
    expect(undo).toMatchObject({
      change: 'opted-in',
      actor: { kind: 'this-card' },
      card: { undoes: 'opted-out' },
    });
    expect(undo).not.toHaveProperty('legalBasis');
    expect(undo).not.toHaveProperty('explanation');
    expect(out).toMatchObject({ change: 'opted-out', actor: { kind: 'this-card' } });
    expect(out?.card).not.toHaveProperty('undoes');
    expect(consent).toMatchObject({
      at: consentedAt,
      change: 'opted-in',
      actor: { kind: 'staff', userId: '47' },
      ...GROUND,
    });
  });

  it('leaves the type’s row as it was: since when, by whom and on what basis, and says “undone”', async () => {
    await consented();
    const { undone: none, ...before } = { undone: undefined, ...(await row()).last };
    expect(none).toBeUndefined();
    await optOutAndUndo();
    const now = await row();
    expect(now).toMatchObject({ state: 'opted-in', ...GROUND, last: before });
    expect(now.last?.undone).toMatchObject({ change: 'opted-out' });
    expect((now.last?.undone?.at ?? '') > consentedAt).toBe(true);
  });

  it('twice over leaves it so too', async () => {
    await consented();
    await optOutAndUndo();
    await optOutAndUndo();
    expect(await row()).toMatchObject({
      ...GROUND,
      last: { at: consentedAt, actor: { kind: 'staff' }, undone: { change: 'opted-out' } },
    });
    const told = await events();
    expect(told.map(({ card }) => card?.undoes)).toEqual([
      'opted-out',
      undefined,
      'opted-out',
      undefined,
      undefined,
    ]);
    expect(told.at(-1)).toMatchObject({ at: consentedAt, ...GROUND });
    expect(told.filter(({ legalBasis }) => legalBasis !== undefined)).toHaveLength(1);
  });

  it('does not make an old consent new', async () => {
    await consented({ consentLifetimeDays: 30 });
    desk.hubspot.clock.advance(40 * DAY);
    const old = { consent: { is: 'off', why: ['consent-outdated'] } };
    expect((await row()).verdict).toMatchObject(old);
    await optOutAndUndo();
    expect((await row()).verdict).toMatchObject(old);
  });

  it('of a consent without a basis says none', async () => {
    await consented({ privacySettings: 'off' }, {});
    await optOutAndUndo();
    const told = await events();
    expect(told.some(({ legalBasis }) => legalBasis !== undefined)).toBe(false);
    expect(await row()).toMatchObject({ last: { at: consentedAt } });
  });

  it('and is followed by another’s change: that one is shown', async () => {
    await consented();
    await optOutAndUndo();
    desk.play({ act: 'contact-link', typeId: NEWSLETTER });
    const { last } = await row();
    expect(last).toMatchObject({ actor: { kind: 'contact' } });
    expect(last).not.toHaveProperty('undone');
  });
});

describe('an opt-in that is undone', () => {
  it('leaves the earlier opt-out as it was', async () => {
    await consented();
    desk.play({ act: 'colleague', userId: 48, typeId: NEWSLETTER, to: 'UNSUBSCRIBED' });
    desk.hubspot.clock.advance(5 * MINUTE);
    const before = (await row()).last;
    const undoes = await change({
      act: 'opt-in',
      typeId: NEWSLETTER,
      ...GROUND,
      evidence: 'call 9',
    });
    await change({ act: 'undo', undoes });
    expect(await row()).toMatchObject({
      state: 'opted-out',
      last: { ...before, undone: { change: 'opted-in' } },
    });
    const [undo, optIn] = await events();
    expect(undo?.card).toMatchObject({ undoes: 'opted-in' });
    expect(optIn).toMatchObject({ change: 'opted-in', ...GROUND });
  });
});

describe('an opt-out that is not undone', () => {
  it('leaves the basis on the row of the consent that it ended', async () => {
    await consented();
    await change({ act: 'opt-out', typeId: NEWSLETTER });
    const [out, consent, ...rest] = await events();
    expect(rest).toEqual([]);
    expect(out).not.toHaveProperty('legalBasis');
    expect(consent).toMatchObject({ at: consentedAt, actor: { kind: 'staff' }, ...GROUND });
    expect((await row()).last).toMatchObject({ actor: { kind: 'this-card' } });
  });

  it('a consent that nobody else tells of is told once, as HubSpot’s status was before', async () => {
    await consented();
    await change({ act: 'opt-out', typeId: NEWSLETTER });
    await optOutOfAnotherDay();
    const told = await events();
    expect(told.filter(({ change: what }) => what === 'opted-in')).toHaveLength(1);
  });

  /** The same state read before a second request, which changes nothing of it. */
  async function optOutOfAnotherDay(): Promise<void> {
    clicks += 1;
    const requestId = `request-${String(clicks)}`;
    const reply = await desk.change({ act: 'opt-out', requestId, typeId: NEWSLETTER });
    expect(reply.status).toBe('nothing-to-do');
  }
});
