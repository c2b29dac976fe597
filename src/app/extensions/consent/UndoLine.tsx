import { Button, Flex, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import type { UndoOffer } from '#contract/snapshot.ts';
import type { Instant } from '#evidence/consent-event.ts';
import { useIsOver } from './is-over.ts';
import { timeOfDay } from './moment.ts';
import type { Reading } from './words/reading.ts';

/** Takes back a change made here, as long as its time runs; then it goes away by itself. */
export function UndoLine(props: {
  readonly offer: UndoOffer;
  readonly readAt: Instant;
  readonly reading: Reading;
  readonly busy: boolean;
  readonly onUndo: () => void;
}) {
  const { offer, readAt, reading, busy, onUndo } = props;
  const { words } = reading;
  if (useIsOver(offer.until, readAt)) return null;
  return (
    <Flex gap="sm" align="center">
      <Button size="xs" variant="secondary" disabled={busy} onClick={onUndo}>
        {words.undo(words.state[offer.to])}
      </Button>
      <Text variant="microcopy">{words.undoUntil(timeOfDay(offer.until, reading))}</Text>
    </Flex>
  );
}
