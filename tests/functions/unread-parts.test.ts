import { describe, expect, it } from 'vitest';
import { changeConsent } from '../../src/app/app.functions/change-consent.ts';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import type { ChangeReply } from '../../src/app/contract/reply.ts';
import type { Glance, ReadingPart } from '../../src/app/contract/snapshot.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import { held, NOON, OPEN, optedOutBy, status, worldOf, type Held } from './hubspot-in-memory.ts';

const optIn = { act: 'opt-in', requestId: 'request-in', typeId: '11' };
const optOut = { act: 'opt-out', requestId: 'request-out', typeId: '11' };
const optOutOfAll = { act: 'opt-out-of-everything', requestId: 'request-all', confirmed: true };

const reasons = {
  '503': new HubSpotTrouble({ code: 'hubspot-failing', mayHaveTakenEffect: false }),
  '403': new HubSpotTrouble({
    code: 'missing-scope',
    scope: 'some.scope.read',
    mayHaveTakenEffect: false,
  }),
  'no answer': new HubSpotTrouble({ code: 'timed-out', mayHaveTakenEffect: false }),
} as const;

/** Each source of a reading, the part by which the summary names it, and whether it tells a type's or all email's state. */
const SOURCES = [
  ['types', 'subscription-types'],
  ['statuses', 'statuses'],
  ['everything', 'unsubscribe-all'],
  ['history', 'history'],
  ['ledger-read', 'ledger'],
  ['portalId', 'ledger'],
  ['workflows', 'marketing-workflows'],
] as const satisfies readonly (readonly [keyof Held['fail'], ReadingPart])[];

type Source = (typeof SOURCES)[number][0];

const FAILURES = SOURCES.flatMap(([source, part]) =>
  (Object.keys(reasons) as (keyof typeof reasons)[]).map(
    (reason) => [source, reason, part] as const,
  ),
);

function subscribed(more: Partial<Held> = {}): Held {
  const at = new Date(NOON - 60_000).toISOString();
  return held({ statuses: [status('opted-in', { at, typeName: 'Newsletter' })], ...more });
}

function ask(hubspot: Held, parameters: unknown): Promise<ChangeReply> {
  return changeConsent(
    { parameters, propertiesToSend: OPEN },
    worldOf(hubspot),
  ) as Promise<ChangeReply>;
}

async function look(hubspot: Held): Promise<Glance> {
  const reply = await readConsent(
    { parameters: { part: 'glance' }, propertiesToSend: OPEN },
    worldOf(hubspot),
  );
  if (reply.status !== 'glance') throw new Error(JSON.stringify(reply));
  return reply.glance;
}

describe.each(FAILURES)('where %s answers %s for good', (source, reason, part) => {
  const failing = (more: Partial<Held> = {}) =>
    subscribed({ fail: { [source]: reasons[reason] }, ...more });

  it('an opt-out of a type is sent, and “changed” only where HubSpot shows it', async () => {
    const hubspot = failing();
    const reply = await ask(hubspot, optOut);
    expect(hubspot.writes).toEqual(['opt out visitor@example.com 11']);
    expect(reply).toMatchObject(
      source === 'statuses' ? { status: 'not-known-yet', isSent: true } : { status: 'changed' },
    );
  });

  it('so is an opt-out of everything', async () => {
    const hubspot = failing();
    const reply = await ask(hubspot, optOutOfAll);
    expect(hubspot.writes).toEqual(['opt out of everything visitor@example.com']);
    expect(reply).toMatchObject(
      source === 'everything' ? { status: 'not-known-yet', isSent: true } : { status: 'changed' },
    );
  });

  it('the summary names the part with its reason, and shows the others', async () => {
    const shown = await look(failing());
    const { code, scope } = reasons[reason];
    expect(shown.unread).toEqual([
      { part, because: { code, ...(scope === undefined ? {} : { scope }) } },
    ]);
    expect(shown).toMatchObject({ marketing: { kind: 'marketing' }, hasAddress: true });
    expect(shown.rows[0]).toMatchObject({
      name: 'Newsletter',
      ...(source === 'statuses' ? {} : { state: 'opted-in' }),
    });
    expect(shown.rows.map(({ optOut: offer }) => offer.kind)).not.toContain('unknown');
    expect(shown.wholeContact['opt-out-of-everything'].kind).toBe('allow');
  });

  it('nobody is opted in on what is not known', async () => {
    const hubspot = held({
      fail: { [source]: reasons[reason] },
      ...(source === 'history' ? optedOutBy('CRM_UI') : {}),
    });
    if (source === 'workflows') return;
    expect((await ask(hubspot, optIn)).status).toBe('refused');
    expect(hubspot.writes).toEqual([]);
  });

  it('logs codes and nothing of the contact', async () => {
    const hubspot = failing();
    await look(hubspot);
    expect(hubspot.log.map(({ code }) => code)).toEqual([reasons[reason].code]);
    expect(JSON.stringify(hubspot.log)).not.toMatch(/visitor|example/);
  });
});

describe('where nothing but the contact can be read', () => {
  const all = Object.fromEntries(SOURCES.map(([source]) => [source, reasons['503']])) as Record<
    Source,
    HubSpotTrouble
  >;

  it('opt-outs are sent, and answered as not confirmed', async () => {
    for (const wish of [optOut, optOutOfAll]) {
      const hubspot = subscribed({ fail: all });
      expect(await ask(hubspot, wish)).toMatchObject({ status: 'not-known-yet', isSent: true });
      expect(hubspot.writes.length).toBe(1);
    }
  });

  it('the summary is not blank: marketing status is there, and all else is named', async () => {
    const shown = await look(subscribed({ fail: all }));
    expect(shown).toMatchObject({
      marketing: { kind: 'marketing' },
      verdict: { kind: 'unknown' },
      oneToOne: { mail: 'not-known' },
      rows: [],
      wholeContact: { 'opt-out-of-everything': { kind: 'allow' } },
    });
    expect(shown.optedOutOfEverything).toBeUndefined();
    expect(shown.unread.map(({ part }) => part)).toEqual([
      'statuses',
      'unsubscribe-all',
      'subscription-types',
      'history',
      'marketing-workflows',
      'ledger',
    ]);
  });
});

describe('without the statuses', () => {
  const hubspot = (more: Partial<Held> = {}) =>
    subscribed({ fail: { statuses: reasons['503'] }, ...more });

  it('a type’s state is absent, and nothing is claimed of mail', async () => {
    const shown = await look(hubspot());
    expect(shown.rows.map(({ state, last }) => [state, last])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(shown).toMatchObject({
      verdict: { kind: 'unknown' },
      oneToOne: { mail: 'not-known' },
      optedOutOfEverything: false,
    });
    expect(shown.rows[0]).toMatchObject({
      verdict: { consent: { is: 'unknown' }, mail: 'not-known' },
      optIn: { kind: 'unknown', missing: expect.arrayContaining(['alreadySo']) as unknown },
    });
  });

  it('the past is asked for every type, so that an opt-out of the contact’s still locks', async () => {
    const out = hubspot(optedOutBy('EMAIL'));
    out.fail = { statuses: reasons['503'] };
    const shown = await look(out);
    expect(out.calls).toContain('history 11,12');
    expect(shown.rows[0]?.optIn).toMatchObject({
      kind: 'deny',
      because: [{ rule: 'opted-out-by-contact' }],
    });
  });

  it('what is not opted out of everything may still be: a known opt-out of everything is said', async () => {
    const out = hubspot({ everything: [status('opted-out', { about: { kind: 'everything' } })] });
    expect(await look(out)).toMatchObject({
      optedOutOfEverything: true,
      verdict: { kind: 'will-not-send', because: ['opted-out-of-everything'] },
    });
  });

  it('an opt-out that nobody could read before offers no undo afterwards, and claims no other’s change', async () => {
    const out = hubspot();
    const reply = await ask(out, optOut);
    expect(reply.status).toBe('not-known-yet');
    out.fail = {};
    out.now += 60_000;
    const shown = await look(out);
    expect(shown).toMatchObject({ rows: [{ state: 'opted-out' }, {}], undo: [] });
    expect(out.entries?.map(({ statement }) => statement)).toMatchObject([
      { kind: 'intent', before: { state: 'unknown' } },
      { kind: 'outcome', result: 'not-known' },
      { kind: 'outcome', result: 'done' },
    ]);
  });

  it('a repeat of a request that is under way is not told that another has changed it since', async () => {
    const out = subscribed();
    const cut = worldOf(out);
    const { consents } = cut.hubspot;
    const write = consents.optOut.bind(consents);
    consents.optOut = async (...given) => {
      await write(...given);
      return new Promise<never>(() => undefined);
    };
    void changeConsent({ parameters: optOut, propertiesToSend: OPEN }, cut);
    await new Promise((resolve) => setTimeout(resolve, 20));
    out.fail.statuses = reasons['503'];
    expect(await ask(out, optOut)).toMatchObject({
      status: 'not-known-yet',
      glance: { unread: [{ part: 'statuses' }] },
    });
    expect(out.writes).toHaveLength(1);
  });

  it('a request that was interrupted is not ended by a guess', async () => {
    const out = subscribed();
    const cut = worldOf(out);
    cut.hubspot.consents.optOut = () => new Promise<never>(() => undefined);
    void changeConsent({ parameters: optOut, propertiesToSend: OPEN }, cut);
    await new Promise((resolve) => setTimeout(resolve, 20));
    out.now += 60_000;
    out.fail.statuses = reasons['503'];
    await look(out);
    expect(out.entries?.map(({ statement: { kind } }) => kind)).toEqual(['intent']);
    out.fail = {};
    await look(out);
    expect(out.entries?.[1]?.statement).toMatchObject({ result: 'not-done', because: 'not-found' });
  });
});

describe('without the definitions', () => {
  const hubspot = (more: Partial<Held> = {}) =>
    subscribed({ fail: { types: reasons['403'] }, ...more });

  it('rows are made from the statuses, by the names that HubSpot writes beside them', async () => {
    const shown = await look(hubspot());
    expect(shown.rows).toMatchObject([
      { typeId: '11', name: 'Newsletter', state: 'opted-in', optOut: { kind: 'allow' } },
    ]);
    expect(shown.rows[0]?.isActive).toBeUndefined();
    expect(shown.rows[0]?.optIn.kind).toBe('done');
  });

  it('a type without a name keeps its number', async () => {
    const shown = await look(hubspot({ statuses: [status('opted-in')] }));
    expect(shown.rows).toMatchObject([{ typeId: '11', name: '11' }]);
  });

  it('nothing is said of mail, since a type may be inactive or internal, and others may exist', async () => {
    const shown = await look(hubspot());
    expect(shown).toMatchObject({ verdict: { kind: 'unknown' }, oneToOne: { mail: 'not-known' } });
    expect(shown.rows[0]?.verdict).toMatchObject({ consent: { is: 'unknown' }, mail: 'not-known' });
    const { contact } = held();
    const nonMarketing = await look(
      hubspot({ contact: { ...contact, marketing: { kind: 'non-marketing' } } }),
    );
    expect(nonMarketing.rows[0]?.verdict.mail).toBe('not-known');
    expect(nonMarketing.wholeContact['to-marketing'].kind).toBe('unknown');
  });

  it('an opt-out counts all the same', async () => {
    const shown = await look(hubspot({ ...optedOutBy('EMAIL'), fail: { types: reasons['403'] } }));
    expect(shown.rows[0]?.verdict).toMatchObject({ consent: { is: 'off' }, mail: 'not-sent' });
    expect(shown.verdict.kind).toBe('unknown');
  });

  it('a type that no status names is opted out all the same, and never opted in', async () => {
    const other = hubspot({ statuses: [] });
    expect(await ask(other, { ...optOut, typeId: '12' })).toMatchObject({ status: 'changed' });
    expect(other.writes).toEqual(['opt out visitor@example.com 12']);
    expect(await ask(other, { ...optIn, typeId: '13' })).toMatchObject({ status: 'refused' });
    expect(other.writes.length).toBe(1);
  });

  it('a type that HubSpot rejects is trouble, and nothing is claimed', async () => {
    const gone = hubspot();
    gone.fail.optOut = new HubSpotTrouble({
      code: 'rejected-by-hubspot',
      mayHaveTakenEffect: false,
    });
    expect(await ask(gone, { ...optOut, typeId: '99' })).toMatchObject({
      status: 'trouble',
      code: 'rejected-by-hubspot',
    });
  });
});

describe('without the statuses of all email', () => {
  const hubspot = (more: Partial<Held> = {}) =>
    subscribed({ fail: { everything: reasons['503'] }, ...more });

  it('nobody says that mail will be sent, nor that the contact is in', async () => {
    const shown = await look(hubspot());
    expect(shown).toMatchObject({ verdict: { kind: 'unknown' }, oneToOne: { mail: 'not-known' } });
    expect(shown.rows[0]).toMatchObject({ state: 'opted-in', verdict: { mail: 'not-known' } });
    expect('optedOutOfEverything' in shown).toBe(false);
  });

  it('an opt-in that may have gone in over an opt-out of everything is not called done', async () => {
    const open = held();
    const world = worldOf(open);
    const { consents } = world.hubspot;
    const write = consents.optIn.bind(consents);
    consents.optIn = async (...given) => {
      const answer = await write(...given);
      open.fail.everything = reasons['503'];
      return answer;
    };
    const reply = await changeConsent({ parameters: optIn, propertiesToSend: OPEN }, world);
    expect(reply).toMatchObject({ status: 'not-known-yet', isSent: true });
    expect(open.entries?.at(-1)?.statement).toMatchObject({ result: 'not-known' });
  });
});

describe('where only the reading back fails', () => {
  it.each(['statuses', 'read'] as const)(
    'of %s, an opt-out is sent and not confirmed',
    async (source) => {
      const hubspot = subscribed();
      hubspot.beforeWrite = () => {
        hubspot.fail[source] = reasons['503'];
      };
      const reply = await ask(hubspot, optOut);
      expect(reply).toMatchObject({ status: 'not-known-yet', isSent: true });
      if (source === 'statuses') {
        expect(reply).toMatchObject({
          glance: { unread: [{ part: 'statuses' }], marketing: { kind: 'marketing' } },
        });
      }
    },
  );

  it('and comes back, it is confirmed', async () => {
    const hubspot = subscribed();
    const over = worldOf(hubspot);
    const wait = (ms: number) => {
      hubspot.fail = {};
      return over.wait(ms);
    };
    const world = { ...over, wait };
    hubspot.beforeWrite = () => {
      hubspot.fail.statuses = reasons['503'];
    };
    const reply = await changeConsent({ parameters: optOut, propertiesToSend: OPEN }, world);
    expect(reply.status).toBe('changed');
  });

  it('and what was read before is unknown, another state afterwards is not called another’s change', async () => {
    const hubspot = subscribed({ fail: { statuses: reasons['503'] }, lateBy: 9 });
    hubspot.beforeWrite = () => {
      hubspot.fail = {};
    };
    expect(await ask(hubspot, optOut)).toMatchObject({ status: 'not-known-yet', isSent: true });
  });
});

describe('what is no trouble of HubSpot’s', () => {
  it.each(['types', 'statuses', 'everything', 'history', 'workflows'] as const)(
    'a mistake of our own in %s is not taken for a part that could not be read',
    async (source) => {
      const hubspot = subscribed({ fail: { [source]: new TypeError('ours') as never } });
      expect(await ask(hubspot, optOut)).toMatchObject({ status: 'trouble', code: 'internal' });
      expect(hubspot.writes).toEqual([]);
    },
  );

  it('without the contact there is no summary, and nothing is written', async () => {
    const hubspot = subscribed({ fail: { read: reasons['503'] } });
    expect(await ask(hubspot, optOut)).toMatchObject({ status: 'trouble' });
    expect(hubspot.writes).toEqual([]);
  });
});
