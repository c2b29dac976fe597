import { Alert, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import type { SubscriptionRow } from '#contract/snapshot.ts';
import { lockOf } from './lock.ts';
import { problemLines } from './ProblemNotice.tsx';
import type { Outcome } from './use-consent.ts';
import type { Reading } from './words/index.ts';

/** What became of the change that was just asked for. */
export function OutcomeLine(props: {
  readonly outcome: Outcome;
  readonly row: SubscriptionRow;
  readonly reading: Reading;
}) {
  const { outcome, row, reading } = props;
  const { words } = reading;
  switch (outcome.kind) {
    case 'saved':
      // Changed again elsewhere since: the state line tells, and "saved" would be false.
      return row.state === outcome.to ? <Text>{words.outcome.saved[outcome.to]}</Text> : null;
    case 'nothing-to-do':
      return <Text>{words.outcome['nothing-to-do']}</Text>;
    case 'refused-by-hubspot':
    case 'not-known-yet':
      return <Alert title={words.outcome[outcome.kind]} variant="warning" />;
    case 'refused': {
      if (outcome.decision.kind === 'lacking') {
        return <Alert title={words.outcome.lacking} variant="warning" />;
      }
      const lock = lockOf(outcome.decision, reading);
      return (
        <Alert title={words.outcome.refused} variant="warning">
          {lock?.reasons.join(' ')}
        </Alert>
      );
    }
    case 'failed': {
      const lines = problemLines(outcome.problem, words);
      return (
        <Alert title={words.outcome.refused} variant="warning">
          {lines.join(' ')}
        </Alert>
      );
    }
  }
}
