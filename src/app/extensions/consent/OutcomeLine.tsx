import { Alert, Flex, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import type { ConsentState } from '#evidence/consent-event.ts';
import { lockOf } from './lock.ts';
import { LookAgain } from './LookAgain.tsx';
import { problemLines } from './ProblemNotice.tsx';
import type { Outcome } from './use-consent.ts';
import type { By } from './use-glance.ts';
import type { Reading } from './words/reading.ts';

/** What became of the change that was just asked for. */
export function OutcomeLine(props: {
  readonly outcome: Outcome;
  /** What holds now, of what the change was about. */
  readonly holds: ConsentState | undefined;
  readonly reading: Reading;
  readonly looking: By | undefined;
  readonly onLookAgain: () => void;
}) {
  const { outcome, holds, reading, looking, onLookAgain } = props;
  const { outcome: words, reference } = reading.words;
  switch (outcome.kind) {
    case 'changed': {
      const { act } = outcome;
      // Changed again elsewhere since: the state line tells, and "saved" would be false.
      if (
        (act === 'opt-in' && holds !== 'opted-in') ||
        (act === 'opt-out' && holds !== 'opted-out')
      ) {
        return null;
      }
      return <Alert title={words.changed[act]} variant="success" />;
    }
    case 'requested':
      return <Alert title={words.requested} variant="info" />;
    case 'nothing-to-do':
      return <Text>{words['nothing-to-do']}</Text>;
    case 'not-done': {
      const [title, says] = words['not-done'][outcome.because];
      return (
        <Alert title={title} variant={outcome.because === 'changed-meanwhile' ? 'info' : 'danger'}>
          {says}
        </Alert>
      );
    }
    case 'overtaken': {
      const [title, says] = words.overtaken;
      return (
        <Alert title={title} variant="info">
          {says}
        </Alert>
      );
    }
    case 'not-recorded':
      return (
        <Alert title={words['not-recorded']} variant="danger">
          {reference(outcome.correlationId)}
        </Alert>
      );
    case 'sent-not-confirmed':
    case 'not-known-yet':
      return (
        <Flex direction="column" gap="xs">
          <Alert title={words[outcome.kind]} variant="warning">
            {outcome.correlationId === undefined ? null : reference(outcome.correlationId)}
          </Alert>
          <LookAgain words={reading.words} size="xs" looking={looking} onLookAgain={onLookAgain} />
        </Flex>
      );
    case 'refused': {
      if (outcome.decision.kind === 'lacking') {
        return <Alert title={words.lacking} variant="warning" />;
      }
      const lock = lockOf(outcome.decision, reading);
      return (
        <Alert title={words.refused} variant="warning">
          {lock?.reasons.map(({ says }) => says).join(' ')}
        </Alert>
      );
    }
    case 'failed':
      return (
        <Alert title={words.refused} variant="danger">
          {problemLines(outcome.problem, reading.words).join(' ')}
        </Alert>
      );
  }
}
