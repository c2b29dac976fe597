import { describe, expect, it } from 'vitest';
import { eventOf } from '../../src/app/evidence/event-of.ts';
import type { Change, ConsentEvent, SourceName } from '../../src/app/evidence/consent-event.ts';
import type { Holding, SourceAnswer } from '../../src/app/evidence/source.ts';
import { stateAt } from '../../src/app/evidence/state-at.ts';
import { timelineOf } from '../../src/app/evidence/whole-timeline.ts';

const newsletter = { kind: 'subscription', typeId: '11' } as const;

function day(nth: number): string {
  return new Date(Date.UTC(2026, 6, 1 + nth)).toISOString();
}

function told(source: SourceName, ...changes: readonly (readonly [number, Change])[]) {
  return changes.map(([on, change]): ConsentEvent =>
    eventOf(newsletter, change, {
      source,
      record: `${source}${String(on)}`,
      at: day(on),
      actor: { kind: 'contact' },
      raw: {},
    }),
  );
}

function properties(...changes: readonly (readonly [number, Change])[]): SourceAnswer {
  return {
    kind: 'read',
    source: 'property-history',
    events: told('property-history', ...changes),
    covers: [{ of: newsletter }],
    mayBeCut: false,
  };
}

function status(holding: Omit<Holding, 'about'>): SourceAnswer {
  const { state, since } = holding;
  return {
    kind: 'read',
    source: 'current-status',
    events:
      state === 'not-specified' || since === undefined
        ? []
        : [
            eventOf(newsletter, state, {
              source: 'current-status',
              record: 's',
              at: since,
              actor: { kind: 'someone' },
              raw: {},
            }),
          ],
    covers: [],
    holds: [{ about: newsletter, ...holding }],
    mayBeCut: false,
  };
}

function on(nth: number, ...answers: readonly SourceAnswer[]) {
  return stateAt(timelineOf(answers, {}), day(nth))[0];
}

describe('property history', () => {
  it('is believed where it ends as HubSpot’s status does, at the same moment', () => {
    const answers = [
      properties([1, 'opted-in'], [5, 'opted-out']),
      status({ state: 'opted-out', since: day(5) }),
    ] as const;
    expect(on(0, ...answers)).toMatchObject({ kind: 'known', state: 'not-specified' });
    expect(on(3, ...answers)).toMatchObject({ kind: 'known', state: 'opted-in' });
    expect(on(6, ...answers)).toMatchObject({ kind: 'known', state: 'opted-out' });
  });

  it('is not believed where it ends elsewhere', () => {
    const answers = [properties([1, 'opted-in']), status({ state: 'opted-out' })] as const;
    expect(on(0, ...answers)).toMatchObject({ kind: 'unknown', before: day(1) });
    expect(on(3, ...answers)).toMatchObject({ kind: 'unknown', because: 'sources-disagree' });
  });

  it('is not believed where it knows nothing of the moment the status was set', () => {
    const answers = [
      properties([1, 'opted-out']),
      status({ state: 'opted-out', since: day(5) }),
    ] as const;
    expect(on(3, ...answers)).toMatchObject({ kind: 'unknown', before: day(5) });
    expect(on(6, ...answers)).toMatchObject({ kind: 'known', state: 'opted-out' });
  });

  it('that is silent is not believed where no status could be read', () => {
    expect(on(3, properties())).toMatchObject({ kind: 'unknown' });
    expect(on(3, properties([1, 'opted-in']))).toMatchObject({ kind: 'known', state: 'opted-in' });
  });
});

describe('what a source tells that does not tell everything', () => {
  it('holds for that moment only: the ledger knows its own changes, not what came after', () => {
    const ledger: SourceAnswer = {
      kind: 'read',
      source: 'ledger',
      events: told('ledger', [1, 'opted-out']),
      covers: [],
      mayBeCut: false,
    };
    expect(on(3, ledger)).toMatchObject({ kind: 'unknown', because: 'not-told' });
    const both = [ledger, status({ state: 'opted-in', since: day(5) })] as const;
    expect(on(3, ...both)).toMatchObject({ kind: 'unknown', before: day(5) });
    expect(on(6, ...both)).toMatchObject({ kind: 'known', state: 'opted-in' });
  });
});

describe('sources that disagree', () => {
  it('make the time after it unknown, and not the time before', () => {
    const events: SourceAnswer = {
      kind: 'read',
      source: 'email-events',
      events: told('email-events', [1, 'opted-in'], [5, 'opted-in']),
      covers: [{ of: { kind: 'any-consent' } }],
      mayBeCut: false,
    };
    const answers = [properties([1, 'opted-in'], [5, 'opted-out']), events] as const;
    expect(on(3, ...answers)).toMatchObject({ kind: 'known', state: 'opted-in' });
    expect(on(6, ...answers)).toMatchObject({ kind: 'unknown', because: 'sources-disagree' });
  });
});

describe('a value that this product does not know', () => {
  it('is not read as any state', () => {
    const answers = [
      properties([1, 'changed']),
      { ...status({ state: 'not-specified' }), holds: [] },
    ] as const;
    expect(on(3, ...answers)).toMatchObject({ kind: 'unknown' });
  });
});
