import { Alert, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import type { Problem } from './ask.ts';
import { LookAgain } from './LookAgain.tsx';
import { moment } from './moment.ts';
import type { By, GlanceState } from './use-glance.ts';
import { firstReading, type CardReader, type GlanceReading } from './words/reading.ts';
import type { FirstWords, SeenWords } from './words/seen-words.ts';
import type { Words } from './words/tab-words.ts';

/** What went wrong and what to do, in words; a reference number where an admin could use one. */
export function problemLines(
  problem: Problem,
  words: FirstWords | SeenWords | Words,
): readonly string[] {
  if ('kind' in problem) return [words.notReached];
  if (!('trouble' in words))
    return [problem.status === 'bad-request' ? words.reload : words.notReached];
  switch (problem.status) {
    case 'bad-request': {
      // Only the tab has forms, and so fields that a person can correct.
      const found = 'badField' in words ? Object.values(problem.problems ?? {}) : [];
      return 'badField' in words && found.length > 0
        ? [...new Set(found)].map((one) => words.badField[one])
        : [words.badRequest[problem.code]];
    }
    case 'trouble':
      return [
        words.trouble(problem.code, problem.scope ?? problem.setting),
        words.reference(problem.correlationId),
      ];
    default:
      return [words.notReached];
  }
}

export function ProblemNotice(props: {
  readonly problem: Problem;
  readonly words: FirstWords | SeenWords;
  /** What can't be shown, where it is less than everything. */
  readonly title?: string;
  /** In so many seconds the card looks again by itself. */
  readonly again?: number | undefined;
  /** A look is under way. */
  readonly looking?: By | undefined;
  readonly onLookAgain?: () => void;
}) {
  const { problem, words, looking, onLookAgain } = props;
  const again = looking === undefined ? props.again : undefined;
  const lines = problemLines(problem, words);
  return (
    <Flex direction="column" gap="sm">
      <Alert title={props.title ?? words.problemTitle} variant="warning">
        {[...lines, ...(again === undefined ? [] : [words.looksAgainIn(again)])].map((line) => (
          <Text key={line}>{line}</Text>
        ))}
      </Alert>
      {looking === 'itself' ? (
        <LoadingSpinner size="xs" label={words.loading} showLabel={true} />
      ) : null}
      {onLookAgain === undefined ? null : (
        <LookAgain words={words} size="sm" looking={looking} onLookAgain={onLookAgain} />
      )}
    </Flex>
  );
}

/** Says that nothing, or nothing newer, could be read; says nothing where all is well. */
export function MissedNotice(props: {
  readonly state: Exclude<GlanceState, { kind: 'asking' }>;
  readonly looking: By | undefined;
  readonly reading: GlanceReading;
  readonly onLookAgain: () => void;
}) {
  const { state, looking, reading, onLookAgain } = props;
  if (state.missed === undefined) return null;
  const { words } = reading;
  return (
    <ProblemNotice
      problem={state.missed.problem}
      words={words}
      title={
        state.kind === 'failed'
          ? words.problemTitle
          : words.notLookedAgain(moment(state.glance.readAt, reading))
      }
      again={state.missed.again}
      looking={looking}
      onLookAgain={onLookAgain}
    />
  );
}

/** Says that not even words have come: the function was not reached, or is of another version than the card. */
export function UnsaidNotice(props: {
  readonly state: Exclude<GlanceState, { kind: 'asking' }>;
  readonly looking: By | undefined;
  readonly reader: CardReader;
  readonly onLookAgain: () => void;
}) {
  const { state, looking, reader, onLookAgain } = props;
  return (
    <ProblemNotice
      problem={state.missed?.problem ?? { kind: 'not-reached' }}
      words={firstReading(reader).words}
      again={state.missed?.again}
      looking={looking}
      onLookAgain={onLookAgain}
    />
  );
}
