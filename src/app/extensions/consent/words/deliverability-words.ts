import type { ContactValue, Deliverability, Since } from '#contract/deliverability.ts';
import type { Glance } from '#contract/snapshot.ts';
import type { LeavesOut, Obstacle, Unknown } from '#policy/verdict.ts';
import type { Message, SeenMessages } from '#words/messages.ts';
import { fill } from './fill.ts';

/** What HubSpot tells of the contact, and how its instants are written in the account's time zone. */
export interface Telling extends Pick<Glance, 'deliverability' | 'notUnderstood'> {
  readonly day: (at: string) => string;
  readonly time: (at: string) => string;
}

/** Words of what keeps mail from being sent: HubSpot's reason and its date, each where it is known. */
export function deliverabilityWords(seen: SeenMessages, list: (parts: Iterable<string>) => string) {
  const quoted = (text: string) => fill(seen.hubSpotsWords, { text });

  const on = ({ at, orEarlier }: Since, telling: Telling): string =>
    at === undefined
      ? ''
      : fill(seen.obstacleDay[orEarlier === undefined ? 'on' : 'on-or-earlier'], {
          day: telling.day(at),
        });

  const knownSince = ({ at, orEarlier }: Since, telling: Telling): string =>
    at === undefined
      ? ''
      : fill(seen.obstacleDay[orEarlier === undefined ? 'known-since' : 'known-since-or-earlier'], {
          day: telling.day(at),
        });

  const reasonIn = (obstacle: Obstacle, telling: Telling): string | undefined => {
    const { bounce, quarantine } = telling.deliverability;
    if (obstacle === 'bounced' && typeof bounce === 'object')
      return seen.bounceReasons[bounce.reason];
    if (obstacle !== 'quarantined' || typeof quarantine !== 'object') return undefined;
    if (quarantine.reason !== undefined) return seen.quarantineReasons[quarantine.reason];
    const { notUnderstood = {} } = telling;
    const said =
      notUnderstood['quarantine-reason'] ?? notUnderstood['quarantine-reason-of-account'];
    return said === undefined ? undefined : quoted(said);
  };

  const dayIn = (obstacle: Obstacle, telling: Telling): string => {
    const { bounce, quarantine, complaint } = telling.deliverability;
    switch (obstacle) {
      case 'no-such-address':
        return knownSince(sinceNoAddress(telling.deliverability), telling);
      case 'bounced':
        return typeof bounce === 'object' ? on(bounce, telling) : '';
      case 'quarantined':
        return typeof quarantine === 'object' ? on(quarantine, telling) : '';
      case 'spam-complaint':
        return typeof complaint === 'object' ? on(complaint, telling) : '';
      default:
        return '';
    }
  };

  const obstacle = (code: Obstacle, telling: Telling, place: 'alone' | 'listed'): string => {
    const reason = reasonIn(code, telling);
    return fill(seen.obstacles[code], {
      on: dayIn(code, telling),
      reason: reason === undefined ? '' : fill(seen.obstacleReason[place], { reason }),
    });
  };

  return {
    /** Obstacles as clauses; an only one gives its reason after a colon where the language has it so. */
    obstaclesIn: (codes: readonly Obstacle[], telling: Telling): string =>
      list(codes.map((code) => obstacle(code, telling, codes.length === 1 ? 'alone' : 'listed'))),
    /** HubSpot may leave the contact out. */
    leftOut: (why: readonly LeavesOut[], { deliverability, time }: Telling): string =>
      why
        .map((one) =>
          fill(seen.leavesOut[one], {
            count: String(deliverability.sendsSinceEngagement ?? ''),
            until:
              deliverability.sendLimitUntil === undefined
                ? ''
                : time(deliverability.sendLimitUntil),
          }),
        )
        .join(seen.betweenSentences),
    /** "whether the address bounced and whether it is in quarantine" */
    whatIsUnknown: (what: readonly Unknown[]): string =>
      list(what.map((one) => seen.unknowns[one])),
    /** Looking later helps only where HubSpot has told nothing yet. */
    mayComeToBeKnown: (what: readonly Unknown[], { notUnderstood = {} }: Telling): boolean =>
      what.some((one) => TOLD_BY[one].every((value) => notUnderstood[value] === undefined)),
    /** A sentence for each value of HubSpot's that this product does not know. */
    valuesNotUnderstood: ({ notUnderstood = {} }: Pick<Glance, 'notUnderstood'>): string[] =>
      (Object.entries(notUnderstood) as [ContactValue, string][]).map(([value, text]) =>
        fill(seen.notUnderstood, { about: seen.contactValues[value], text }),
      ),
    /** The steps that clear the obstacles, one sentence each. */
    clearingIn: ({ clearingSteps = [] }: Pick<Glance, 'clearingSteps'>): Message[] =>
      clearingSteps.map((step) => seen.clearing[step]),
    /** No marketing email can be sent, and the contact is paid for; `date`: of the change, in words. */
    billedInVainFrom: (date: string | undefined): string =>
      fill(seen.billedInVain.says, {
        when:
          date === undefined
            ? seen.billedInVain['next-update-date']
            : fill(seen.billedInVain.on, { date }),
      }),
  };
}

/** A bounce that says so comes before the property that says so. */
function sinceNoAddress({ bounce, badAddress }: Deliverability): Since {
  if (typeof bounce === 'object' && bounce.reason === 'unknown-user') return bounce;
  return typeof badAddress === 'object' ? badAddress : {};
}

/** The values that would tell what is not known. */
const TOLD_BY: Readonly<Record<Unknown, readonly ContactValue[]>> = {
  state: [],
  'opt-out-of-everything': [],
  'consent-age': [],
  'no-such-address': ['hard-bounce', 'hard-bounce-text', 'bad-address'],
  bounced: ['hard-bounce', 'hard-bounce-text'],
  quarantined: ['quarantine', 'quarantine-reason', 'quarantine-reason-of-account'],
  ineligible: ['ineligible'],
  'spam-complaint': ['quarantine-reason'],
  'double-opt-in-pending': ['double-opt-in'],
  unengaged: ['sends-since-engagement'],
  'send-limit': ['send-limit'],
  'marketing-status': ['marketing-status', 'marketing-schedule'],
  'one-to-one-after-obstacle': [],
  'documents-disagree': [],
};
