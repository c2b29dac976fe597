import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsFromStatuses, type CurrentStatus } from '../../src/app/evidence/current-status.ts';
import {
  eventsFromHistory,
  type PropertyVersion,
} from '../../src/app/evidence/property-history.ts';
import { actorOf, actorOfStatusText } from '../../src/app/evidence/recorded-source.ts';
import { timeline } from '../../src/app/evidence/timeline.ts';
import { lawRuns } from '../law-runs.ts';

const newsletter = { kind: 'subscription', typeId: '11' } as const;

function version(
  minute: number,
  change: PropertyVersion['change'],
  type: string,
  more: Partial<PropertyVersion['source']> = {},
): PropertyVersion {
  return {
    about: newsletter,
    change,
    at: at(minute),
    property: 'opt-out of 11',
    value: change,
    source: { type, ...more },
  };
}

function status(minute: number, state: CurrentStatus['state'], sourceText: string): CurrentStatus {
  return { about: newsletter, state, at: at(minute), sourceText };
}

function at(minute: number): string {
  return new Date(Date.UTC(2026, 6, 3, 5, minute)).toISOString();
}

describe('who did it', () => {
  it.each([
    ['EMAIL', {}, { kind: 'contact', by: 'email' }],
    ['FORM', { label: 'Seminar' }, { kind: 'contact', by: 'form', name: 'Seminar' }],
    ['CRM_UI', { id: 'userId:47' }, { kind: 'staff', userId: '47' }],
    ['CRM_UI', { userId: '48', id: 'userId:47' }, { kind: 'staff', userId: '48' }],
    ['CRM_UI', { id: 'whatever' }, { kind: 'staff' }],
    ['AUTOMATION_PLATFORM', { label: 'Win-back' }, { kind: 'workflow', name: 'Win-back' }],
    ['IMPORT', {}, { kind: 'import' }],
    ['INTEGRATION', { id: '7001' }, { kind: 'this-card' }],
    ['INTEGRATION', { id: '7002' }, { kind: 'integration', appId: '7002' }],
    ['SOMETHING_NEW', { label: 'x' }, { kind: 'someone', reported: 'x' }],
    ['__proto__', {}, { kind: 'someone', reported: '__proto__' }],
  ])('%s %j', (type, more, actor) => {
    expect(actorOf({ type, ...more }, '7001')).toEqual(actor);
  });

  it('never takes an integration for this card when HubSpot does not tell our app’s id', () => {
    expect(actorOf({ type: 'INTEGRATION' }, undefined)).toEqual({ kind: 'integration' });
  });

  it('reads the few status texts that HubSpot documents, and no others', () => {
    expect(actorOfStatusText('Self Service Resubscription')).toMatchObject({ kind: 'contact' });
    expect(actorOfStatusText('Public status API')).toEqual({ kind: 'integration' });
    expect(actorOfStatusText('Not specified')).toEqual({ kind: 'someone' });
  });
});

describe('the timeline', () => {
  it('is newest first, and an opt-in again is an event that says it changed nothing', () => {
    const events = eventsFromHistory(
      [
        version(3, 'opted-out', 'EMAIL'),
        version(1, 'opted-in', 'FORM'),
        version(2, 'opted-in', 'FORM'),
      ],
      undefined,
    );
    expect(
      timeline(events).map(({ at: when, change, repeats }) => [when, change, repeats]),
    ).toEqual([
      [at(3), 'opted-out', undefined],
      [at(2), 'opted-in', true],
      [at(1), 'opted-in', undefined],
    ]);
  });

  it('tells a change once when two sources saw it, with both as witnesses and the better-known actor', () => {
    const events = timeline([
      ...eventsFromHistory([version(3, 'opted-out', 'INTEGRATION', { id: '7001' })], '7001'),
      ...eventsFromStatuses([status(3, 'opted-out', 'Public status API')]),
    ]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      actor: { kind: 'this-card' },
      witnesses: [{ source: 'property-history' }, { source: 'current-status' }],
    });
  });

  it('keeps two changes apart that are more than a minute from each other', () => {
    const events = timeline([
      ...eventsFromHistory([version(3, 'opted-out', 'CRM_UI')], undefined),
      ...eventsFromStatuses([status(5, 'opted-out', 'Somehow')]),
    ]);
    expect(events.map(({ actor }) => actor.kind)).toEqual(['someone', 'staff']);
  });

  it('does not depend on the order in which events arrive', () => {
    const all = [
      ...eventsFromHistory(
        [
          version(1, 'opted-in', 'FORM'),
          version(3, 'opted-out', 'EMAIL'),
          version(9, 'opted-in', 'EMAIL'),
        ],
        undefined,
      ),
      ...eventsFromStatuses([status(9, 'opted-in', 'Self Service Resubscription')]),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(timeline(shuffled)).toEqual(timeline(all));
      }),
      lawRuns(200),
    );
  });
});
