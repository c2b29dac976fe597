import type { Glance, OpenObjection } from '#contract/snapshot.ts';
import type { Verdict } from '#policy/verdict.ts';
import type { SeenMessages } from '#words/messages.ts';
import { fill } from './fill.ts';

type Alarm = Extract<Verdict, { kind: 'against-objection' }>;

/** Writes the day of an instant in the account's time zone. */
type DayOf = (at: string) => string;

/** Words of an objection: who objected to what, when and at which address, all of one event. */
export function objectionWords(messages: SeenMessages, list: (parts: Iterable<string>) => string) {
  const objection = ({ objection: one }: Pick<OpenObjection, 'objection'>, dayOf: DayOf) => {
    const { by, scope, at, orEarlier, address, atEarlierAddress } = one;
    const says =
      by === 'unknown' && scope !== 'spam-complaint'
        ? messages.objection.unknown[scope]
        : messages.objection.contact[scope];
    const day =
      orEarlier === true ? messages.objectionDay['on-or-earlier'] : messages.objectionDay.on;
    return fill(says, {
      day: at === undefined ? messages.objectionDay['not-told'] : fill(day, { day: dayOf(at) }),
      where: address === undefined && atEarlierAddress === undefined ? '' : messages.elsewhere,
    });
  };
  return {
    objection,
    /**
     * One sentence for each objection behind an alarm, then the types that nothing stands in the way of. `leftOut`: that
     * HubSpot may leave the contact out, where it may.
     */
    alarm: (
      verdict: Alarm,
      objections: Glance['objections'],
      nameOf: (typeId: string) => string,
      dayOf: DayOf,
      leftOut: string | undefined,
    ): string[] => {
      const names = (typeIds: readonly string[]) => list(typeIds.map(nameOf));
      const told = new Set(objections.flatMap(({ typeIds }) => typeIds));
      const untold = verdict.typeIds.filter((typeId) => !told.has(typeId));
      return [
        ...objections.map((one) =>
          fill(one.returned === 'no' ? messages.alarm[one.objection.by] : messages.alarm.unclear, {
            types: names(one.typeIds),
            objection: objection(one, dayOf),
          }),
        ),
        ...(untold.length === 0 ? [] : [fill(messages.alarm.unread, { types: names(untold) })]),
        ...(verdict.sent.length === 0
          ? []
          : [
              leftOut === undefined
                ? fill(messages.alarm.others, { types: names(verdict.sent) })
                : fill(messages.verdict['can-send'], { types: names(verdict.sent), leftOut }),
            ]),
      ];
    },
  };
}
