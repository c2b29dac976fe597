import { TODAY, type Assumptions } from '../../sandbox/emulator/hubspot/assumptions.ts';
import {
  createHubSpotOnDesk,
  type ContactView,
  type HubSpotOnDesk,
} from '../../sandbox/emulator/index.ts';
import { PORTALS, typesOf } from '../../sandbox/emulator/hubspot/portals.ts';
import { subjectKey, type Obstacle } from '../../src/app/evidence/consent-event.ts';
import { stateAt } from '../../src/app/evidence/state-at.ts';
import type { State } from '../../src/app/evidence/states.ts';
import type { Timeline } from '../../src/app/evidence/whole-timeline.ts';
import { ALL_SCOPES } from '../emulator/ask.ts';
import { BERLIN, CONTACT, type Step } from './random-history.ts';

/** What the emulated HubSpot itself held at one moment. */
interface Moment {
  readonly at: number;
  readonly states: ReadonlyMap<string, State>;
}

const START = Date.UTC(2025, 9, 20, 8);

/** Plays a history and looks at the emulator's own state right after and right before each act, in between and at each update date. */
export function played(
  steps: readonly Step[],
  assumptions: Assumptions = TODAY,
): { readonly desk: HubSpotOnDesk; readonly moments: readonly Moment[] } {
  const desk = createHubSpotOnDesk({
    now: START,
    scenarios: [],
    assumptions,
  });
  desk.grant(BERLIN, ALL_SCOPES);
  const moments: Moment[] = [];
  const look = (at: number) => {
    desk.clock.set(at);
    const view = desk.contact(BERLIN, CONTACT);
    if (view === undefined) return;
    if (moments.at(-1)?.at === at) moments.pop();
    moments.push({ at, states: statesIn(view) });
  };
  let now = START;
  for (const { after, act } of steps) {
    for (const at of between(now, now + after)) look(at);
    now += after;
    desk.clock.set(now);
    desk.act(BERLIN, act);
    look(now);
  }
  const end = now + 40 * 86_400_000;
  for (const at of between(now, end)) look(at);
  look(end);
  return { desk, moments };
}

function between(from: number, to: number): number[] {
  const middle = Math.floor((from + to) / 2);
  return [...new Set([from + 1, middle, to - 1])].filter((at) => at > from && at < to);
}

const TYPES = PORTALS.filter(({ id }) => id === BERLIN).flatMap(typesOf);

const OF_STATUS = {
  SUBSCRIBED: 'opted-in',
  UNSUBSCRIBED: 'opted-out',
  NOT_SPECIFIED: 'not-specified',
} as const;

function statesIn({ properties, address }: ContactView): Map<string, State> {
  const is = (name: string) => properties[name] === 'true';
  const states = new Map<string, State>();
  for (const { id } of TYPES) {
    const key = subjectKey({ kind: 'subscription', typeId: id });
    states.set(key, OF_STATUS[address?.byType[id]?.state ?? 'NOT_SPECIFIED']);
  }
  states.set(
    'everything:0',
    address?.everything?.state === 'UNSUBSCRIBED' ? 'opted-out' : 'not-opted-out',
  );
  const marketing = properties['hs_marketable_status'] ?? '';
  states.set(
    'marketing-status',
    marketing === '' ? 'not-set' : marketing === 'true' ? 'marketing' : 'non-marketing',
  );
  states.set('marketing-schedule', is('hs_marketable_until_renewal') ? 'leaving' : 'not-leaving');
  const confirmation = properties['hs_emailconfirmationstatus'] ?? '';
  states.set(
    'double-opt-in',
    confirmation === ''
      ? 'not-required'
      : confirmation === 'User clicked confirmation'
        ? 'confirmed'
        : 'pending',
  );
  const blocked: Record<Obstacle, boolean> = {
    'hard-bounce': (properties['hs_email_hard_bounce_reason_enum'] ?? '') !== '',
    'bad-address': is('hs_email_bad_address'),
    quarantine: is('hs_email_quarantined'),
    'spam-complaint': properties['hs_email_quarantined_reason'] === 'RECIPIENT_COMPLAINT',
  };
  for (const [of, isBlocked] of Object.entries(blocked))
    states.set(`deliverability:${of}`, isBlocked ? 'blocked' : 'clear');
  states.set('legal-basis', (properties['hs_legal_basis'] ?? '') === '' ? 'none' : 'recorded');
  return states;
}

interface Comparison {
  readonly pairs: number;
  readonly unknown: number;
  /** The same for subjects whose state ever changed: those that never did are easily right. */
  readonly touched: { readonly pairs: number; readonly unknown: number };
  readonly wrong: readonly string[];
}

/** Each (subject, moment) pair: right, unknown, or wrong with what was said. */
export function compared(timeline: Timeline, moments: readonly Moment[]): Comparison {
  let pairs = 0;
  let unknown = 0;
  const touched = { pairs: 0, unknown: 0 };
  const moving = new Set(
    moments.flatMap(({ states }) =>
      [...states].flatMap(([key, state]) => (moments[0]?.states.get(key) === state ? [] : [key])),
    ),
  );
  const wrong: string[] = [];
  for (const { at, states } of moments) {
    const instant = new Date(at).toISOString();
    const said = new Map(stateAt(timeline, instant).map((one) => [subjectKey(one.about), one]));
    for (const [key, state] of states) {
      const one = said.get(key);
      const isUnknown = one?.kind !== 'known';
      pairs += 1;
      unknown += isUnknown ? 1 : 0;
      if (moving.has(key)) {
        touched.pairs += 1;
        touched.unknown += isUnknown ? 1 : 0;
      }
      if (one?.kind !== 'known') continue;
      if (one.state !== state) wrong.push(`${key} at ${instant}: ${one.state}, was ${state}`);
    }
  }
  return { pairs, unknown, touched, wrong };
}
