import type { Act, ContactAct } from '../../sandbox/emulator/hubspot/acts.ts';
import { SWITCHES, type SwitchName } from '../../sandbox/emulator/hubspot/assumptions.ts';
import type { State } from '../../sandbox/emulator/hubspot/entities.ts';
import { NEWSLETTER, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import { contact, type Scenario } from '../../sandbox/scenarios/scenario.ts';
import { chance, type Chance } from './chance.ts';
import { EVERYTHING } from './road.ts';
import { TYPE_IDS, type Wish } from './wishes.ts';

/** How one call to HubSpot goes wrong. */
export type Fault =
  /** HubSpot never sees it, and no answer comes. */
  | { readonly kind: 'lost' }
  /** HubSpot does it, and no answer comes. */
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' }
  | { readonly kind: 'busy'; readonly retryAfter?: string }
  | {
      readonly kind: 'failing';
      readonly status: 500 | 502 | 503 | 504;
      readonly when: 'before' | 'after';
    }
  /** HubSpot sees it late, or its answer comes late. */
  | { readonly kind: 'slow'; readonly way: 'there' | 'back'; readonly ms: number }
  /** Half of the answer. */
  | { readonly kind: 'garbled' }
  /** 403: the app may not ask that. */
  | { readonly kind: 'denied' };

/** What HubSpot tells apart from each other. */
export type Source =
  | 'contact'
  | 'history'
  | 'statuses'
  | 'unsubscribe-all'
  | 'definitions'
  | 'record'
  | 'account'
  | 'workflows';

/** One of a caller's calls to HubSpot: by its number, from 0, or the first that is to change a consent. */
export type Which = number | 'write';

/** An instant of a schedule, told by what HubSpot has seen. */
export type Moment =
  | { readonly kind: 'seen'; readonly calls: number }
  /** So long after a caller was killed. */
  | { readonly kind: 'death'; readonly caller: number; readonly ms: number }
  | { readonly kind: 'write'; readonly caller: number; readonly when: 'before' | 'after' };

export type Begin =
  | { readonly kind: 'at'; readonly ms: number }
  | { readonly kind: 'after'; readonly caller: number; readonly ms: number };

export interface Schedule {
  readonly seed: number;
  readonly portalId: number;
  readonly situation: keyof typeof SITUATIONS;
  readonly otherwise?: SwitchName;
  /** Milliseconds of each way of each call. */
  readonly pace: readonly [number, number];
  readonly callers: readonly { readonly wish: Wish; readonly begin: Begin }[];
  readonly faults: readonly {
    readonly caller: number;
    readonly which: Which;
    readonly times: number;
    readonly fault: Fault;
  }[];
  /** What HubSpot does not tell, however often it is asked: to one caller, or to all. */
  readonly outages: readonly {
    readonly caller?: number;
    readonly of: Source;
    readonly fault: Fault;
  }[];
  readonly acts: readonly { readonly moment: Moment; readonly act: ContactAct }[];
  readonly kills: readonly {
    readonly caller: number;
    readonly which: Which;
    /** Whether the call it dies at is still sent. */
    readonly sent: boolean;
  }[];
}

export const CONTACT_ID = '900';
/** Three wishes, and one of them again. */
export const MOST_CALLERS = 4;
const COLLEAGUE = 47;

const link = (typeId: string): ContactAct => ({
  act: 'contact-link',
  contactId: CONTACT_ID,
  typeId,
});
const preferences = (typeId: string, to: State): ContactAct => ({
  act: 'contact-preferences',
  contactId: CONTACT_ID,
  typeId,
  to,
});
const colleague = (typeId: string, to: State): ContactAct => ({
  act: 'colleague',
  contactId: CONTACT_ID,
  userId: COLLEAGUE,
  typeId,
  to,
});
const everything: ContactAct = { act: 'contact-link-everything', contactId: CONTACT_ID };

/** How the contact stands when somebody opens the card. */
export const SITUATIONS = {
  'nothing on record': [],
  'opted in by the contact': [
    preferences(SEMINARS, 'SUBSCRIBED'),
    preferences(NEWSLETTER, 'SUBSCRIBED'),
  ],
  'opted in by a colleague': [colleague(SEMINARS, 'SUBSCRIBED')],
  'opted out by the contact': [preferences(SEMINARS, 'SUBSCRIBED'), link(SEMINARS)],
  'opted out by a colleague': [
    preferences(SEMINARS, 'SUBSCRIBED'),
    colleague(SEMINARS, 'UNSUBSCRIBED'),
  ],
  'opted out of everything': [preferences(SEMINARS, 'SUBSCRIBED'), everything],
  'opted out, and back': [link(SEMINARS), preferences(SEMINARS, 'SUBSCRIBED')],
} as const satisfies Readonly<Record<string, readonly ContactAct[]>>;

const TOKYO = 1001;
const BERLIN = 1002;

/** The contact of a schedule, as the emulator's scenarios tell one. */
export function scenarioOf({
  portalId,
  situation,
}: Pick<Schedule, 'portalId' | 'situation'>): Scenario {
  const acts: readonly Act[] = SITUATIONS[situation];
  return {
    id: situation,
    portalId,
    contactId: CONTACT_ID,
    title: { en: '', ja: '' },
    story: { en: '', ja: '' },
    acts: [
      contact(CONTACT_ID, { firstname: 'Contact', lastname: 'Of Schedules' }),
      ...acts.map((act, at) => ({ at: new Date(Date.UTC(2026, 5 + at, 10)).toISOString(), act })),
    ],
  };
}

/** Switches that change what a consent call or a call of the record answers. */
const OTHERWISE: readonly [SwitchName, ...SwitchName[]] = [
  'uniqueValuesUnderRace',
  'readsAfterWrite',
  'readByDoubledKey',
  'createWithArchivedKey',
  'statusReadLagMs',
  'optOutPropertyMirrorsStatus',
  'datedOptInUnderOptOutOfEverything',
  'notSpecifiedCanBeWritten',
  'contactActsAs',
  'statusTexts',
  'tokenTellsApp',
];

/** The same of what rested on a guess; drawn apart, so that they move no schedule under those above. */
const OTHERWISE_GUESSED: readonly [SwitchName, ...SwitchName[]] = [
  'typesUnderOptOutOfEverything',
  'ownReturnLiftsOptOutOfEverything',
  'staffOptInLiftsOptOutOfEverything',
  'repeatedOptOutOfEverything',
  'basisOfRepeatedStatus',
  'notOptedOutOfEverythingReads',
  'timeOfUntouchedStatus',
  'untouchedTypesAreListed',
  'unchangedValueIsVersion',
  'appStandsAs',
  'colleagueStandsAs',
  'statusTextOfApp',
  'ownAssociationCategory',
];

export function lagOf({ otherwise }: Schedule): number {
  return otherwise === 'statusReadLagMs'
    ? SWITCHES.statusReadLagMs.others[0]
    : SWITCHES.statusReadLagMs.today;
}

/** HubSpot does not tell which app made a change of a type. */
export function isAuthorUntold({ otherwise }: Schedule): boolean {
  return otherwise === 'tokenTellsApp' || otherwise === 'optOutPropertyMirrorsStatus';
}

/** Everything about a schedule, from its seed alone. */
export function drawn(seed: number): Schedule {
  const by = chance(seed, 'schedule');
  const situation = by.pick(Object.keys(SITUATIONS) as [keyof typeof SITUATIONS]);
  const callers = callersBy(by);
  const story = storyOf(seed, callers);
  const caller = () => by.from(0, callers.length - 1);
  const isOtherwise = by.happens(0.3);
  const known = by.pick(OTHERWISE);
  const guessed = chance(seed, 'guessed');
  const otherwise = isOtherwise
    ? known
    : guessed.happens(0.3)
      ? guessed.pick(OTHERWISE_GUESSED)
      : undefined;
  return {
    seed,
    portalId: by.pick([TOKYO, BERLIN]),
    situation,
    ...(otherwise === undefined ? {} : { otherwise }),
    pace: by.pick([
      [1, 3],
      [20, 60],
      [1, 250],
    ]),
    callers,
    faults: several(by, [0.35, 0.4, 0.15, 0.1], () => ({
      caller: caller(),
      which: whichBy(by, 0.5, 16),
      times: by.pick([1, 1, 1, 2, 3]),
      fault: faultBy(by),
    })),
    outages: outagesOf(seed, callers.length),
    acts: [
      ...several(by, [0.35, 0.4, 0.15, 0.1], (): Schedule['acts'][number] => ({
        moment: by.happens(0.5)
          ? { kind: 'seen', calls: by.from(0, 16 * callers.length) }
          : { kind: 'write', caller: caller(), when: by.pick(['before', 'after']) },
        act: actBy(by),
      })),
      ...story.acts,
    ],
    kills: [
      ...several(by, [0.85, 0.15], () => ({
        caller: caller(),
        which: whichBy(by, 0.3, 14),
        sent: by.happens(0.5),
      })),
      ...story.kills,
    ],
  };
}

const OUTAGES: readonly [Source, ...Source[]] = [
  'statuses',
  'unsubscribe-all',
  'definitions',
  'history',
  'record',
  'account',
  'workflows',
];

/** What is not told for good; drawn apart, so that the rest of a seed stays as it is. */
function outagesOf(seed: number, callers: number): Schedule['outages'] {
  const by = chance(seed, 'untold');
  return several(by, [0.84, 0.1, 0.04, 0.02], () => {
    const isForAll = by.happens(0.5);
    const caller = by.from(0, callers - 1);
    return {
      ...(isForAll ? {} : { caller }),
      of: by.pick(OUTAGES),
      fault: by.pick<Fault>([
        { kind: 'failing', status: 503, when: 'before' },
        { kind: 'denied' },
        { kind: 'cut', when: 'before' },
        { kind: 'lost' },
        { kind: 'busy' },
        { kind: 'garbled' },
      ]),
    };
  });
}

/**
 * An opt-in is interrupted at its write, somebody else may opt the contact in meanwhile, and then the contact says no
 * to everything: whoever reads next has to tell whose opt-in it is.
 */
function storyOf(seed: number, callers: Schedule['callers']): Pick<Schedule, 'acts' | 'kills'> {
  const by = chance(seed, 'interrupted');
  const caller = callers.findIndex(({ wish }) => wish.act === 'opt-in');
  const wish = callers[caller]?.wish;
  if (wish === undefined || !by.happens(0.2)) return { acts: [], kills: [] };
  const after = (ms: number, act: ContactAct) =>
    ({ moment: { kind: 'death', caller, ms }, act }) as const;
  const isByOthers = by.happens(0.6);
  const yes = by.pick([colleague, preferences])(wish.subject, 'SUBSCRIBED');
  return {
    kills: [{ caller, which: 'write', sent: by.happens(isByOthers ? 0.2 : 0.8) }],
    acts: [...(isByOthers ? [after(500, yes)] : []), after(1_500, everything)],
  };
}

/** One to three wishes; then perhaps one of them again, under its own request id. */
function callersBy(by: Chance): Schedule['callers'] {
  const wishes = Array.from(
    { length: by.pick([1, 1, 2, 2, 2, 3]) },
    (_, at): Schedule['callers'][number] => {
      const isLater = at > 0 && by.happens(0.35);
      return {
        wish: wishBy(by, at, isLater),
        begin: isLater
          ? { kind: 'after', caller: at - 1, ms: by.from(0, 50) }
          : { kind: 'at', ms: by.pick([0, by.from(0, 30), by.from(0, 600)]) },
      };
    },
  );
  if (!by.happens(0.35)) return wishes;
  const again = by.from(0, wishes.length - 1);
  const { wish, begin } = wishes[again] ?? {
    wish: wishBy(by, 0, false),
    begin: { kind: 'at', ms: 0 },
  };
  const isDoubleClick = by.happens(0.5) && begin.kind === 'at';
  return [
    ...wishes,
    {
      wish,
      begin: isDoubleClick
        ? { kind: 'at', ms: begin.ms + by.from(0, 200) }
        : { kind: 'after', caller: again, ms: by.from(0, 500) },
    },
  ];
}

/** An undo takes back what the caller before it asked for. */
function wishBy(by: Chance, at: number, isLater: boolean): Wish {
  const requestId = `request-${String(at)}`;
  const common = {
    requestId,
    withGround: by.happens(0.9),
    ...(by.happens(0.1) ? { onRequest: true as const } : {}),
  };
  if (isLater && by.happens(0.6)) {
    return { ...common, act: 'undo', subject: SEMINARS, undoes: `request-${String(at - 1)}` };
  }
  if (by.happens(0.08)) return { ...common, act: 'opt-out-of-everything', subject: EVERYTHING };
  const shown = by.pick(['SUBSCRIBED', 'UNSUBSCRIBED', 'NOT_SPECIFIED', 'NOT_SPECIFIED'] as const);
  const isShown = by.happens(0.25);
  return {
    ...common,
    act: by.pick(['opt-in', 'opt-out'] as const),
    subject: by.pick(TYPE_IDS),
    ...(isShown ? { shown } : {}),
  };
}

function whichBy(by: Chance, writes: number, calls: number): Which {
  return by.happens(writes) ? 'write' : by.from(0, calls - 1);
}

function faultBy(by: Chance): Fault {
  const when = by.pick(['before', 'after'] as const);
  const ms = by.pick([by.from(500, 2_500), by.from(2_600, 9_000)]);
  const retryAfter = by.pick(['1', '10', '1000', '10000', undefined]);
  return by.pick<Fault>([
    { kind: 'lost' },
    { kind: 'unanswered' },
    { kind: 'cut', when },
    { kind: 'busy', ...(retryAfter === undefined ? {} : { retryAfter }) },
    { kind: 'failing', status: by.pick([500, 502, 503, 504]), when },
    { kind: 'slow', way: 'there', ms },
    { kind: 'slow', way: 'back', ms },
    { kind: 'garbled' },
  ]);
}

function actBy(by: Chance): ContactAct {
  const typeId = by.pick(TYPE_IDS);
  return by.pick<ContactAct>([
    link(typeId),
    link(typeId),
    everything,
    preferences(typeId, 'SUBSCRIBED'),
    colleague(typeId, 'UNSUBSCRIBED'),
    colleague(typeId, 'SUBSCRIBED'),
    colleague(typeId, 'NOT_SPECIFIED'),
    { act: 'colleague-everything', contactId: CONTACT_ID, userId: COLLEAGUE },
    {
      act: 'workflow',
      contactId: CONTACT_ID,
      typeId,
      to: 'UNSUBSCRIBED',
      name: 'Inactive for a year',
    },
  ]);
}

/** As many as the parts say: the first for none, the second for one, and so on. */
function several<T>(by: Chance, parts: readonly number[], one: () => T): T[] {
  let drawn = by.next();
  const count = parts.findIndex((part) => (drawn -= part) < 0);
  return Array.from({ length: Math.max(0, count) }, one);
}
