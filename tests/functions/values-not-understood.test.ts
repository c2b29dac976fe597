import { afterEach, describe, expect, it } from 'vitest';
import type { Source } from '../../sandbox/emulator/hubspot/entities.ts';
import { ANN, attackedDesk, type AttackedDesk } from './attacked-desk.ts';

const TYPE = '501';
const BY_CONTACT: Source = { sourceType: 'EMAIL' };
const BY_STAFF: Source = { sourceType: 'CRM_UI', sourceId: 'userId:47' };
const COLLEAGUE = { act: 'colleague', userId: 47, typeId: TYPE } as const;
const OPT_IN = {
  act: 'opt-in',
  typeId: TYPE,
  requestId: 'request-in-1',
  legalBasis: 'CONSENT_WITH_NOTICE',
  explanation: 'Asked for it by phone',
  evidence: 'call 12',
};

let desk: AttackedDesk;
afterEach(() => desk.close());

/** One minute between any two things that happen. */
function play(...acts: readonly Parameters<AttackedDesk['play']>[0][]): void {
  for (const one of acts) {
    desk.hubspot.clock.advance(60_000);
    desk.play(one);
  }
  desk.hubspot.clock.advance(60_000);
}

const property = (name: string, value: string, source = BY_CONTACT) =>
  ({ act: 'property', name, value, source }) as const;

async function optIn(): Promise<string> {
  return (await desk.change(OPT_IN)).status;
}

describe('after the contact’s own opt-out, which a colleague took back and made again', () => {
  const past = [
    { act: 'contact-link', typeId: TYPE },
    { ...COLLEAGUE, to: 'SUBSCRIBED' },
    { ...COLLEAGUE, to: 'UNSUBSCRIBED' },
    property('hs_email_optout', 'true'),
  ] as const;

  it.each(['maybe', 'TRUE', ' true', 'FALSE', 'false ', '0', 'no', '""', ''])(
    'an opt-out of everything that becomes %j is no return of the contact',
    async (value) => {
      desk = await attackedDesk();
      play(...past, property('hs_email_optout', value));
      expect(await optIn()).toBe('refused');
      expect(desk.stateOf(TYPE)).toBe('UNSUBSCRIBED');
    },
  );

  it.each(['maybe', 'FALSE', ' false', ''])(
    'an opt-out of the type that becomes %j is none either',
    async (value) => {
      desk = await attackedDesk();
      play(...past, property(`hs_email_optout_${TYPE}`, value));
      expect(await optIn()).toBe('refused');
    },
  );

  it('one that becomes "false" is, and so is the contact’s own opt-in', async () => {
    desk = await attackedDesk();
    play(...past, property('hs_email_optout', 'false'));
    expect(await optIn()).toBe('changed');
  });
});

describe('a value that is not understood, with no opt-out before it', () => {
  const recorded = { ...COLLEAGUE, to: 'UNSUBSCRIBED' } as const;

  it('is no obstacle where there is none', async () => {
    desk = await attackedDesk();
    play(recorded, property('hs_email_optout', 'false'));
    expect(await optIn()).toBe('changed');
  });

  it.each([
    ['hs_email_optout', 'maybe', BY_CONTACT],
    ['hs_email_optout', 'TRUE', BY_STAFF],
    [`hs_email_optout_${TYPE}`, 'TRUE', BY_CONTACT],
    [`hs_email_optout_${TYPE}`, 'true ', BY_STAFF],
  ])('%s %j leaves unknown who opted out: no opt-in, and every opt-out', async (...odd) => {
    desk = await attackedDesk();
    play(recorded, { ...COLLEAGUE, to: 'NOT_SPECIFIED' }, property(...odd));
    const refused = await desk.change(OPT_IN);
    expect(refused).toMatchObject({
      status: 'refused',
      decision: { kind: 'unknown', missing: ['lastOptOutBy'] },
    });
    expect(await desk.change({ act: 'opt-out', typeId: TYPE, requestId: 'request-out' })).toEqual(
      expect.objectContaining({ status: 'changed' }),
    );
    expect(desk.stateOf(TYPE)).toBe('UNSUBSCRIBED');
  });

  it('leaves nothing unknown once the contact came back', async () => {
    desk = await attackedDesk();
    play(
      recorded,
      property('hs_email_optout', 'maybe'),
      { act: 'contact-preferences', typeId: TYPE, to: 'SUBSCRIBED' },
      recorded,
    );
    expect(await optIn()).toBe('changed');
  });
});

describe('after the contact’s opt-out of long ago, where the organisation takes proof', () => {
  const DAY_MS = 86_400_000;
  const organisation = { selfOptOuts: 'with-proof', coolingOffDays: 30 } as const;

  it.each([
    [undefined, 'changed'],
    ['maybe', 'refused'],
  ])('a later value of %j: %s', async (value, status) => {
    desk = await attackedDesk({ organisation });
    play({ act: 'contact-link', typeId: TYPE });
    desk.hubspot.clock.advance(100 * DAY_MS);
    if (value !== undefined) play(property('hs_email_optout', value));
    expect(await optIn()).toBe(status);
  });
});

describe('a return of the contact that is still to come', () => {
  const deskWithReturn = async (timestamp: string, name = `hs_email_optout_${TYPE}`) =>
    (desk = await attackedDesk({
      spoil: (request, answer) =>
        /propertiesWithHistory=[^&]*hs_email_optout/.test(request.url.href)
          ? { ...answer, body: withVersion(answer.body, name, timestamp) }
          : answer,
    }));

  it('takes back no opt-out, and leaves the rest unknown', async () => {
    await deskWithReturn('2999-01-01T00:00:00Z');
    play({ act: 'contact-link', typeId: TYPE }, { ...COLLEAGUE, to: 'SUBSCRIBED' });
    play({ ...COLLEAGUE, to: 'UNSUBSCRIBED' });
    expect(await desk.change(OPT_IN)).toMatchObject({
      status: 'refused',
      decision: { kind: 'unknown', missing: ['lastOptOutBy'] },
    });
    expect((await desk.glance()).rows.find(({ typeId }) => typeId === TYPE)?.last?.at).toMatch(
      /^2026/,
    );
  });

  it('leaves unknown whose an opt-out was that a colleague made', async () => {
    await deskWithReturn('2999-01-01T00:00:00Z');
    play({ ...COLLEAGUE, to: 'SUBSCRIBED' }, { ...COLLEAGUE, to: 'UNSUBSCRIBED' });
    expect(await optIn()).toBe('refused');
    const optOut = { act: 'opt-out-of-everything', requestId: 'request-out', confirmed: true };
    expect((await desk.change(optOut)).status).toBe('changed');
  });

  it('is one where the clocks differ by hours', async () => {
    await deskWithReturn('2026-11-24T20:00:00Z', 'hs_email_optout');
    play(property('hs_email_optout', 'true'), { ...COLLEAGUE, to: 'UNSUBSCRIBED' });
    expect(await optIn()).toBe('changed');
  });
});

/** The same contact, who came back at this time. */
function withVersion(body: string, property: string, timestamp: string): string {
  const sent = JSON.parse(body) as { propertiesWithHistory: Record<string, unknown[]> };
  const version = { value: 'false', timestamp, sourceType: 'EMAIL' };
  sent.propertiesWithHistory[property]?.unshift(version);
  return JSON.stringify(sent);
}

describe('what stops mail, in a value that is not understood', () => {
  it.each([
    ['hs_email_quarantined', 'TRUE'],
    ['hs_email_quarantined', 'PENDING'],
    ['hs_email_bad_address', 'TRUE'],
    ['hs_email_hard_bounce_reason_enum', 'unknown_user'],
    ['hs_email_quarantined_reason', 'recipient_complaint'],
    ['hs_emailconfirmationstatus', 'Perhaps'],
  ])('%s %j is not known: mail is not said to be sent, and opting out goes on', async (...odd) => {
    desk = await attackedDesk();
    play({ ...COLLEAGUE, to: 'SUBSCRIBED' }, property('hs_marketable_status', 'true'));
    expect((await desk.glance()).verdict.kind).toBe('will-send');
    play(property(...odd));
    const glance = await desk.glance();
    const row = glance.rows.find(({ typeId }) => typeId === TYPE);
    expect(row?.verdict.deliverability).toEqual({ is: 'unknown', why: ['not-read'] });
    expect(glance.verdict).toEqual({ kind: 'unknown' });
    const optOut = { act: 'opt-out', typeId: TYPE, requestId: 'request-out' };
    expect((await desk.change(optOut)).status).toBe('changed');
  });

  it('a report of spam among them allows no opt-in', async () => {
    desk = await attackedDesk();
    play(property('hs_email_quarantined_reason', 'RECIPIENT_COMPLAINT '));
    expect(await desk.change(OPT_IN)).toMatchObject({
      status: 'refused',
      decision: { kind: 'unknown', missing: ['spamComplaint'] },
    });
  });

  it.each([
    ['hs_marketable_status', 'MARKETABLE'],
    ['hs_marketable_status', 'TRUE'],
  ])('%s %j is no marketing status, and no change of it is asked for', async (name, value) => {
    desk = await attackedDesk();
    play({ ...COLLEAGUE, to: 'SUBSCRIBED' }, property(name, value));
    const glance = await desk.glance();
    expect(glance.marketing).toEqual({ kind: 'not-known' });
    expect(glance.verdict).toEqual({ kind: 'unknown' });
    const request = { act: 'to-marketing', requestId: 'request-on', explicitYes: true };
    expect((await desk.change(request)).status).toBe('refused');
    expect(desk.hubspot.contact(1001, ANN)?.properties).not.toHaveProperty(
      'consent_card_marketing_request',
    );
  });

  it('until when a contact stays one is not known either', async () => {
    desk = await attackedDesk();
    play(property('hs_marketable_status', 'true'), property('hs_marketable_until_renewal', 'TRUE'));
    expect((await desk.glance()).marketing).toEqual({ kind: 'not-known' });
  });
});
