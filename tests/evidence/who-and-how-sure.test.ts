import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventOf } from '../../src/app/evidence/event-of.ts';
import type {
  Actor,
  Change,
  ConsentEvent,
  SourceName,
  Subject,
} from '../../src/app/evidence/consent-event.ts';
import { NO_OWN_MESSENGERS } from '../../src/app/assessment/authorship.ts';
import { consentPast } from '../../src/app/assessment/consent-past.ts';
import { timeline } from '../../src/app/evidence/timeline.ts';
import { lawRuns } from '../law-runs.ts';
import { toldLives } from './told-lives.ts';

const START = Date.UTC(2026, 6, 3, 5);

const newsletter: Subject = { kind: 'subscription', typeId: '11' };
const contact: Actor = { kind: 'contact', by: 'email' };
const staff: Actor = { kind: 'staff', userId: '47' };
const someone: Actor = { kind: 'someone' };
const hubspot: Actor = { kind: 'hubspot' };

function event(
  second: number,
  change: Change,
  actor: Actor,
  {
    source = 'property-history',
    about = newsletter,
    raw = {},
  }: {
    readonly source?: SourceName;
    readonly about?: Subject;
    readonly raw?: Readonly<Record<string, string>>;
  } = {},
): ConsentEvent {
  const at = new Date(START + second * 1_000).toISOString();
  return eventOf(about, change, { source, record: `${String(second)}${change}`, at, actor, raw });
}

const form = (second: number, boxes?: string) =>
  event(
    second,
    'submitted',
    { kind: 'contact', by: 'form', name: 'Seminar' },
    {
      about: { kind: 'form', form: 'f1' },
      source: 'form-submissions',
      ...(boxes === undefined ? {} : { raw: { boxes } }),
    },
  );

describe('what is inferred, by rules with names', () => {
  it('form-submitted-just-before: an unsigned opt-in within a minute of a form that has its box', () => {
    const [optIn] = timeline([form(0, '11,12'), event(40, 'opted-in', someone)]);
    expect(optIn).toMatchObject({
      actor: someone,
      certainty: 'inferred',
      inferred: {
        actor: { kind: 'contact', by: 'form', name: 'Seminar' },
        ground: 'form-submitted-just-before',
      },
    });
  });

  it.each<[string, ConsentEvent[]]>([
    ['the form has no box for the type', [form(0, '12'), event(40, 'opted-in', someone)]],
    ['it came later than a minute', [form(0, '11'), event(61, 'opted-in', someone)]],
    ['the form came after', [event(0, 'opted-in', someone), form(10, '11')]],
    ['it was an opt-out', [form(0, '11'), event(40, 'opted-out', someone)]],
  ])('nothing, where %s', (_why, events) => {
    const unsigned = timeline(events).find(({ about }) => about.kind === 'subscription');
    expect(unsigned).toMatchObject({ actor: someone, certainty: 'unknown' });
    expect(unsigned?.inferred).toBeUndefined();
  });

  it('nothing, where a source names somebody', () => {
    const [optIn] = timeline([form(0, '11'), event(40, 'opted-in', staff)]);
    expect(optIn).toMatchObject({ actor: staff, certainty: 'stated' });
  });

  it('opted-out-of-everything-just-then: an unsigned opt-out of a type was probably the contact’s', () => {
    const everything: Subject = { kind: 'everything' };
    const all = event(0, 'opted-out', contact, { about: everything });
    expect(timeline([all, event(2, 'opted-out', someone)])[0]).toMatchObject({
      actor: someone,
      inferred: { actor: contact, ground: 'opted-out-of-everything-just-then' },
    });
    const byStaff = event(0, 'opted-out', staff, { about: everything });
    expect(timeline([byStaff, event(2, 'opted-out', someone)])[0]?.inferred).toBeUndefined();
  });

  it.each(['address-changed', 'merged'] as const)(
    '%s-just-then: HubSpot carried it over',
    (change) => {
      const life = event(0, change, staff, { about: { kind: 'contact' } });
      expect(
        timeline([life, event(0, 'opted-out', hubspot)]).map(({ inferred }) => inferred?.ground),
      ).toContain(`${change}-just-then`);
    },
  );

  it('never stands in the place of the actor: what nobody signed stays unsigned', () => {
    fc.assert(
      fc.property(toldLives({ skewMs: 60_000, whole: false }), fc.nat(9), ({ told }, nth) => {
        const forms = told.flatMap(({ at }, index) =>
          index % 10 === nth ? [form((Date.parse(at) - START) / 1_000 - 5)] : [],
        );
        for (const { actor, inferred, witnesses } of timeline([...told, ...forms])) {
          if (inferred === undefined) continue;
          expect(['someone', 'hubspot']).toContain(actor.kind);
          expect(witnesses.map((witness) => witness.actor.kind)).toContain(actor.kind);
        }
      }),
      lawRuns(500),
    );
  });
});

/** What deciding makes of a past that was read whole, while the newsletter is opted out. */
const past = (events: readonly ConsentEvent[]) =>
  consentPast(
    { id: '11' },
    { isOptedOut: true, everythingHolds: false },
    { events: timeline(events), wasRead: true, isCut: () => false, complaint: 'none' },
    NO_OWN_MESSENGERS,
  );

describe('whom a decision may rely on', () => {
  it.each<[string, ConsentEvent[], string]>([
    ['staff, where that is stated', [event(0, 'opted-out', staff)], 'staff'],
    ['nobody, where HubSpot computed it', [event(0, 'opted-out', hubspot)], 'someone-unknown'],
    [
      'the contact, where sources name both',
      [event(0, 'opted-out', staff), event(1, 'opted-out', contact, { source: 'email-events' })],
      'contact',
    ],
    [
      'nobody, where sources name staff and a workflow',
      [
        event(0, 'opted-out', staff),
        event(1, 'opted-out', { kind: 'workflow' }, { source: 'current-status' }),
      ],
      'someone-unknown',
    ],
    [
      'the contact, though a colleague opted out again later',
      [event(0, 'opted-out', contact), event(900, 'opted-out', staff)],
      'contact',
    ],
    [
      'someone, though a colleague opted out again later',
      [event(0, 'opted-out', someone), event(900, 'opted-out', staff)],
      'someone-unknown',
    ],
    [
      'the contact, though a colleague opted them in and out again',
      [
        event(0, 'opted-out', contact),
        event(900, 'opted-in', staff),
        event(1_800, 'opted-out', staff),
      ],
      'contact',
    ],
  ])('an opt-out by %s', (_who, events, kind) => {
    expect(past(events).optedOutBy).toBe(kind);
  });

  it('their return counts where it is stated, not where it is inferred or disputed', () => {
    const out = event(0, 'opted-out', contact);
    const back = event(900, 'opted-in', contact);
    expect(past([out, back]).lastReturn).toBe(back.at);
    const inferred = [out, form(880, '11'), event(900, 'opted-in', someone)];
    expect(past(inferred)).toMatchObject({ optedOutBy: 'contact', lastReturn: 'never' });
    const disputed = [out, back, event(901, 'opted-in', staff, { source: 'current-status' })];
    expect(past(disputed)).toMatchObject({ optedOutBy: 'contact', lastReturn: 'never' });
  });

  it('an objection at another address of the person locks; a return there does not unlock', () => {
    const address = { nth: 1, value: 'other@example.com' };
    const out = event(0, 'opted-out', contact);
    const back = event(900, 'opted-in', contact, { about: { ...newsletter, address } });
    expect(past([out, back])).toMatchObject({ optedOutBy: 'contact', lastReturn: 'never' });
    const everything: Subject = { kind: 'everything', address };
    expect(past([event(0, 'opted-out', contact, { about: everything })]).optedOutBy).toBe(
      'contact',
    );
  });
});

describe('contradictions', () => {
  it('of actors keep the more careful one and name the other', () => {
    const [merged] = timeline([
      event(0, 'opted-out', staff),
      event(3, 'opted-out', contact, { source: 'email-events' }),
    ]);
    expect(merged).toMatchObject({ actor: contact, disputed: [staff] });
  });

  it('of states keep both and mark both', () => {
    const both = timeline([
      event(0, 'opted-out', contact),
      event(3, 'opted-in', contact, { source: 'email-events' }),
    ]);
    expect(both.map(({ id, conflictsWith }) => [id, conflictsWith])).toEqual([
      [both[0]?.id, [both[1]?.id]],
      [both[1]?.id, [both[0]?.id]],
    ]);
  });

  it('are none where this card is told as an integration, or one source saw both changes', () => {
    const [one] = timeline([
      event(0, 'opted-out', { kind: 'integration', appId: '7001' }),
      event(
        3,
        'opted-out',
        { kind: 'this-card', staff: { userId: '47', identity: 'claimed' } },
        {
          source: 'ledger',
        },
      ),
    ]);
    expect(one).toMatchObject({ actor: { kind: 'this-card', staff: { userId: '47' } } });
    expect(one?.disputed).toBeUndefined();
    const quick = timeline([event(0, 'opted-out', contact), event(3, 'opted-in', contact)]);
    expect(quick.every(({ conflictsWith }) => conflictsWith === undefined)).toBe(true);
  });
});
