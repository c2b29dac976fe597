import { describe, expect, it } from 'vitest';
import { NO_OWN_MESSENGERS, type OwnMessengers } from '../../src/app/assessment/authorship.ts';
import type { Standing } from '../../src/app/assessment/objection.ts';
import {
  standingObjection,
  type PersonHistory,
  type Question,
} from '../../src/app/assessment/standing-objection.ts';
import type { Actor, Change, ConsentEvent, Subject } from '../../src/app/evidence/consent-event.ts';
import { eventOf } from '../../src/app/evidence/event-of.ts';
import { timeline } from '../../src/app/evidence/timeline.ts';

const contact: Actor = { kind: 'contact', by: 'email' };
const preferences: Actor = { kind: 'contact', by: 'preferences' };
const form: Actor = { kind: 'contact', by: 'form' };
const staff: Actor = { kind: 'staff', userId: '47' };
const workflow: Actor = { kind: 'workflow' };
const app: Actor = { kind: 'integration', appId: '9901', name: 'Website opt-out module' };
const list: Actor = { kind: 'import', name: 'Optouts 2026-11.csv' };
const nobody: Actor = { kind: 'someone' };
const carried: Actor = { kind: 'hubspot' };
const card: Actor = { kind: 'this-card' };

const OTHER = { nth: 1, value: 'other@example.com' };
const n: Subject = { kind: 'subscription', typeId: '501' };
const nElsewhere: Subject = { ...n, address: OTHER };
const all: Subject = { kind: 'everything' };
const allElsewhere: Subject = { ...all, address: OTHER };
const brand: Subject = { kind: 'everything', businessUnitId: '7' };
const otherBrand: Subject = { kind: 'everything', businessUnitId: '8' };

const day = (nth: number) => new Date(Date.UTC(2026, 0, nth, 12)).toISOString();

type Step = readonly [day: number, about: Subject, change: Change, actor: Actor, more?: object];

/** Each step is a day of January 2026; `more` goes over the merged event. */
function history(steps: readonly Step[], more: Partial<PersonHistory> = {}): PersonHistory {
  const events = steps.map(([nth, about, change, actor], index) =>
    eventOf(about, change, {
      source: 'property-history',
      record: `record ${String(index)}`,
      at: day(nth),
      actor,
      raw: {},
    }),
  );
  const flags = new Map(steps.map(([nth, , , , flag]) => [day(nth), flag]));
  const merged = timeline(events).map((event): ConsentEvent => ({
    ...event,
    ...(flags.get(event.at) as Partial<ConsentEvent>),
  }));
  return { events: merged, wasRead: true, isCut: () => false, complaint: 'none', ...more };
}

const OF_TYPE: Question = { kind: 'type', typeId: '501', businessUnitId: '7' };

function say(standing: Standing): string {
  if (standing.kind === 'not-known') return 'not known';
  if (standing.kind === 'none') return standing.isComplete ? 'none' : 'none that is left';
  const { by, scope, at, orEarlier, address, atEarlierAddress } = standing.objection;
  const where = address !== undefined ? ' elsewhere' : atEarlierAddress ? ' at an earlier one' : '';
  const nth = at === undefined ? '?' : String(new Date(at).getUTCDate());
  return `${standing.kind}: ${scope} by ${by}, ${nth}${orEarlier ? ' or earlier' : ''}${where}`;
}

function ask(
  steps: readonly Step[],
  more: Partial<PersonHistory> = {},
  own: OwnMessengers = NO_OWN_MESSENGERS,
  question: Question = OF_TYPE,
): string {
  return say(standingObjection(question, history(steps, more), own));
}

// prettier-ignore
describe('an objection to one type', () => {
  it.each<[string, readonly Step[], string]>([
    ['nothing happened', [], 'none'],
    ['opted in only', [[2, n, 'opted-in', form]], 'none'],
    ['the contact opted out', [[2, n, 'opted-out', contact]], 'stands: type by contact, 2'],
    ['an app opted out', [[2, n, 'opted-out', app]], 'stands: type by unknown, 2'],
    ['an import opted out', [[2, n, 'opted-out', list]], 'stands: type by unknown, 2'],
    ['nobody says who', [[2, n, 'opted-out', nobody]], 'stands: type by unknown, 2'],
    ['staff opted out', [[2, n, 'opted-out', staff]], 'none'],
    ['a workflow opted out', [[2, n, 'opted-out', workflow]], 'none'],
    ['this app opted out', [[2, n, 'opted-out', card]], 'none'],
    ['this app, on the contact’s request', [[2, n, 'opted-out', card, { card: { rules: [], askedBy: 'phone' } }]], 'stands: type by contact, 2'],
    ['cleared by an app', [[2, n, 'opted-out', contact], [3, n, 'cleared', app]], 'stands: type by contact, 2'],
    ['opted in by staff', [[2, n, 'opted-out', contact], [3, n, 'opted-in', staff]], 'stands: type by contact, 2'],
    ['opted in by an app', [[2, n, 'opted-out', contact], [3, n, 'opted-in', app]], 'stands: type by contact, 2'],
    ['opted in by an import', [[2, n, 'opted-out', contact], [3, n, 'opted-in', list]], 'stands: type by contact, 2'],
    ['opted in by a workflow', [[2, n, 'opted-out', contact], [3, n, 'opted-in', workflow]], 'stands: type by contact, 2'],
    ['opted in by nobody known', [[2, n, 'opted-out', contact], [3, n, 'opted-in', nobody]], 'stands: type by contact, 2'],
    ['opted in by this app without proof', [[2, n, 'opted-out', contact], [3, n, 'opted-in', card]], 'stands: type by contact, 2'],
    ['opted in by this app on proof', [[2, n, 'opted-out', contact], [3, n, 'opted-in', card, { card: { rules: [], evidence: 'letter' } }]], 'lifted-on-proof: type by contact, 2'],
    ['back on the preferences page', [[2, n, 'opted-out', contact], [3, n, 'opted-in', preferences]], 'ended: type by contact, 2'],
    ['back by a form with its box ticked', [[2, n, 'opted-out', contact], [3, n, 'opted-in', form, { formConsent: 'box-ticked' }]], 'ended: type by contact, 2'],
    ['a form on legitimate interest', [[2, n, 'opted-out', contact], [3, n, 'opted-in', form, { formConsent: 'by-setting' }]], 'stands: type by contact, 2'],
    ['a form of which that is not known', [[2, n, 'opted-out', contact], [3, n, 'opted-in', form, { formConsent: 'not-known' }]], 'perhaps-ended: type by contact, 2'],
    ['out again after coming back', [[2, n, 'opted-out', contact], [3, n, 'opted-in', preferences], [4, n, 'opted-out', contact]], 'stands: type by contact, 4'],
    ['back, then out by staff', [[2, n, 'opted-out', contact], [3, n, 'opted-in', preferences], [4, n, 'opted-out', staff]], 'ended: type by contact, 2'],
    ['out by staff, and then by the contact', [[2, n, 'opted-out', staff], [3, n, 'opted-out', contact]], 'stands: type by contact, 3'],
    ['out by the contact, repeated by an app', [[2, n, 'opted-out', contact], [3, n, 'opted-out', app], [4, n, 'opted-out', app]], 'stands: type by contact, 2'],
    ['out by an app, repeated by it', [[2, n, 'opted-out', app], [3, n, 'opted-out', app], [4, n, 'opted-out', app]], 'stands: type by unknown, 2'],
    ['out by staff, carried over by a merge', [[2, n, 'opted-out', staff], [3, n, 'opted-out', carried]], 'none'],
    ['out by the contact, carried over by a merge', [[2, n, 'opted-out', contact], [3, n, 'opted-out', carried]], 'stands: type by contact, 2'],
    ['carried over from nowhere', [[2, n, 'opted-out', carried]], 'stands: type by unknown, 2'],
    ['the oldest version of a cut history', [[2, n, 'opted-out', staff, { orEarlier: true }]], 'stands: type by unknown, 2 or earlier'],
    ['a cut history with repeats by an app', [[2, n, 'opted-out', app, { orEarlier: true }], [3, n, 'opted-out', app]], 'stands: type by unknown, 2 or earlier'],
    ['at another address', [[2, nElsewhere, 'opted-out', contact]], 'stands: type by contact, 2 elsewhere'],
    ['at another address, and back at the primary one', [[2, nElsewhere, 'opted-out', contact], [3, n, 'opted-in', preferences]], 'ended: type by contact, 2 elsewhere'],
    ['here, and back at another address only', [[2, n, 'opted-out', contact], [3, nElsewhere, 'opted-in', preferences]], 'stands: type by contact, 2'],
    ['all email', [[2, all, 'opted-out', contact]], 'stands: all-email by contact, 2'],
    ['all email at another address', [[2, allElsewhere, 'opted-out', contact]], 'stands: all-email by contact, 2 elsewhere'],
    ['all email of its brand', [[2, brand, 'opted-out', contact]], 'stands: brand by contact, 2'],
    ['all email of another brand', [[2, otherBrand, 'opted-out', contact]], 'none'],
    ['all email, and back to this type', [[2, all, 'opted-out', contact], [3, n, 'opted-in', preferences]], 'ended: all-email by contact, 2'],
    ['all email, lifted by staff', [[2, all, 'opted-out', contact], [3, all, 'opted-in', staff]], 'stands: all-email by contact, 2'],
    ['all email, back to all', [[2, all, 'opted-out', contact], [3, all, 'opted-in', contact]], 'ended: all-email by contact, 2'],
    ['all email, back to the brand', [[2, all, 'opted-out', contact], [3, brand, 'opted-in', contact]], 'stands: all-email by contact, 2'],
    ['this type, and back to all email', [[2, n, 'opted-out', contact], [3, all, 'opted-in', contact]], 'stands: type by contact, 2'],
    ['another type', [[2, { ...n, typeId: '502' }, 'opted-out', contact]], 'none'],
    ['the contact’s own before one by an app', [[2, n, 'opted-out', contact], [3, n, 'opted-in', staff], [4, n, 'opted-out', app]], 'stands: type by contact, 2'],
  ])('%s', (_what, steps, expected) => {
    expect(ask(steps)).toBe(expected);
  });
});

describe('a spam complaint is an objection to all email', () => {
  const complaint = { complaint: { at: day(5) } };
  it.each<[string, readonly Step[], Partial<PersonHistory>, string]>([
    ['with its time', [], complaint, 'stands: spam-complaint by contact, 5'],
    ['without one', [], { complaint: {} }, 'stands: spam-complaint by contact, ?'],
    [
      'before a return',
      [[6, n, 'opted-in', preferences]],
      complaint,
      'ended: spam-complaint by contact, 5',
    ],
    [
      'after a return',
      [[4, n, 'opted-in', preferences]],
      complaint,
      'stands: spam-complaint by contact, 5',
    ],
    [
      'without a time, whatever followed',
      [[6, n, 'opted-in', preferences]],
      { complaint: {} },
      'stands: spam-complaint by contact, ?',
    ],
  ])('%s', (_what, steps, more, expected) => {
    expect(ask(steps, more)).toBe(expected);
  });
});

describe('what is not known', () => {
  it('a history that was not read is not known, unless an objection is known all the same', () => {
    expect(ask([], { wasRead: false })).toBe('not known');
    expect(ask([[2, n, 'opted-in', form]], { wasRead: false })).toBe('not known');
    expect(ask([[2, n, 'opted-out', contact]], { wasRead: false })).toBe(
      'stands: type by contact, 2',
    );
    const back: Step[] = [
      [2, n, 'opted-out', contact],
      [3, n, 'opted-in', preferences],
    ];
    expect(ask(back, { wasRead: false })).toBe('not known');
  });

  it('a cut history of the type or of all email may have held an objection', () => {
    const cut = (kind: Subject['kind']) => ({ isCut: (about: Subject) => about.kind === kind });
    expect(ask([], cut('subscription'))).toBe('none that is left');
    expect(ask([], cut('everything'))).toBe('none that is left');
    expect(ask([], cut('marketing-status'))).toBe('none');
  });
});

describe('apps and imports that the organisation named as its own', () => {
  it('are its own doing, and others are not', () => {
    const own = { appIds: ['9901'], imports: ['optouts 2026-11.csv '] };
    expect(ask([[2, n, 'opted-out', app]], {}, own)).toBe('none');
    expect(ask([[2, n, 'opted-out', list]], {}, own)).toBe('none');
    expect(ask([[2, n, 'opted-out', { ...app, appId: '9902' }]], {}, own)).toBe(
      'stands: type by unknown, 2',
    );
    expect(ask([[2, n, 'opted-out', { kind: 'import' }]], {}, own)).toBe(
      'stands: type by unknown, 2',
    );
    // An app of the organisation is no return of the contact.
    const back: Step[] = [
      [2, n, 'opted-out', contact],
      [3, n, 'opted-in', app],
    ];
    expect(ask(back, {}, own)).toBe('stands: type by contact, 2');
  });
});

describe('other questions', () => {
  it('all email is not about one type or brand, and a brand is', () => {
    const to = (question: Question, steps: readonly Step[]) =>
      ask(steps, {}, NO_OWN_MESSENGERS, question);
    const ALL: Question = { kind: 'all-email' };
    const BRAND: Question = { kind: 'brand', businessUnitId: '7' };
    expect(to(ALL, [[2, n, 'opted-out', contact]])).toBe('none');
    expect(to(ALL, [[2, brand, 'opted-out', contact]])).toBe('none');
    expect(to(ALL, [[2, all, 'opted-out', contact]])).toBe('stands: all-email by contact, 2');
    expect(to(BRAND, [[2, brand, 'opted-out', contact]])).toBe('stands: brand by contact, 2');
    expect(to(BRAND, [[2, otherBrand, 'opted-out', contact]])).toBe('none');
    expect(to(BRAND, [[2, all, 'opted-out', contact]])).toBe('stands: all-email by contact, 2');
    const back: Step[] = [
      [2, all, 'opted-out', contact],
      [3, n, 'opted-in', preferences],
    ];
    // Coming back to one type does not end the objection to all the others.
    expect(to(ALL, back)).toBe('stands: all-email by contact, 2');
  });
});

describe('an address that changed', () => {
  it('an earlier opt-out is the person’s, at an earlier address', () => {
    const steps: Step[] = [[2, n, 'opted-out', contact]];
    expect(ask(steps, { addressSince: day(3) })).toBe(
      'stands: type by contact, 2 at an earlier one',
    );
    expect(ask(steps, { addressSince: day(1) })).toBe('stands: type by contact, 2');
  });
});
