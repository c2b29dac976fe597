import { DateInput, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import { useCallback, useRef, useState } from 'react';
import type { AsOf, History, StateThen } from '#contract/snapshot.ts';
import type { Asked } from '../ask.ts';
import { moment } from '../moment.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { whenOf } from '../words/event-lines.ts';
import { fill } from '../words/fill.ts';
import type { Reading } from '../words/reading.ts';
import type { AskAsOf } from './ask-as-of.ts';

type Day = Parameters<NonNullable<React.ComponentProps<typeof DateInput>['onChange']>>[0];

/** Every state at the end of a day that a person picks, in the portal's time zone. */
export function AsOfView(props: {
  readonly ask: AskAsOf;
  readonly history: History;
  readonly reading: Reading;
  readonly nameOf: (typeId: string) => string;
}) {
  const { ask, history, reading, nameOf } = props;
  const { day, answer, pick } = useDay(ask, history);
  return (
    <>
      <DateInput
        name="as-of"
        label={reading.words.timeline.asOf}
        timezone="portalTz"
        max={dayIn(history.readAt, reading.timeZone)}
        {...(day === undefined ? {} : { value: day })}
        onChange={(picked) => void pick(picked)}
      />
      {day === undefined ? null : answer === undefined ? (
        <LoadingSpinner label={reading.words.loading} showLabel={true} />
      ) : answer.kind === 'problem' ? (
        <ProblemNotice problem={answer.problem} words={reading.words} />
      ) : (
        <Flex direction="column" gap="flush">
          <Text format={{ fontWeight: 'demibold' }}>{moment(answer.value.at, reading)}</Text>
          {answer.value.states.map((state, nth) => (
            <Text key={nth}>{stateLine(state, reading, nameOf)}</Text>
          ))}
        </Flex>
      )}
    </>
  );
}

/** The day that is picked and what was so at its end. Late answers are dropped. */
function useDay(ask: AskAsOf, { older }: History) {
  const [day, setDay] = useState<Day>();
  const [answer, setAnswer] = useState<Asked<AsOf>>();
  const turn = useRef(0);
  // The last page has no mark for a next one: then those that led to it are as far back as it goes.
  const [after, setAfter] = useState(older);
  if (older !== undefined && older !== after) setAfter(older);

  // HubSpot's types don't say so, but a field that is cleared may send nothing.
  const pick = useCallback(
    async (picked: Day | null) => {
      const mine = (turn.current += 1);
      setDay(picked ?? undefined);
      setAnswer(undefined);
      if (picked === null) return;
      const asked = await ask(isoOf(picked), after);
      if (mine === turn.current) setAnswer(asked);
    },
    [ask, after],
  );
  return { day, answer, pick };
}

/** One state of the day as a sentence: since when and by whom, or from when on it is known. */
function stateLine(then: StateThen, reading: Reading, nameOf: (typeId: string) => string): string {
  const { words } = reading;
  const { notKnown, notKnownBefore, state } = words.then;
  const said = () => {
    if (then.kind === 'unknown')
      return then.because === 'sources-disagree'
        ? words.timeline.conflict
        : then.before === undefined
          ? notKnown
          : fill(notKnownBefore, { before: moment(then.before, reading) });
    const named = { ...state, ...words.doubleOptIn, ...words.state }[then.state];
    return then.set === undefined
      ? named
      : words.since(named, whenOf(then.set, reading), words.timeline.who(then.set));
  };
  return words.labelled(words.subject(then.about, nameOf), said());
}

function isoOf({ year, month, date }: Day): string {
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}

/** HubSpot counts months from 0. */
function dayIn(at: string, timeZone: string): Day {
  const [year = 0, month = 0, date = 0] = new Intl.DateTimeFormat('sv', { timeZone })
    .format(new Date(at))
    .split('-')
    .map(Number);
  return { year, month: month - 1, date };
}
