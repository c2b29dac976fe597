import {
  Button,
  Flex,
  Heading,
  LoadingSpinner,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import * as React from 'react';
import { useState } from 'react';
import { moment } from './moment.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import type { HistoryState } from './use-consent.ts';
import type { Reading } from './words/index.ts';

const PAGE = 20;

/** What happened, newest first. It comes later than the glance and never holds it up. */
export function TimelineView(props: {
  readonly state: HistoryState;
  readonly reading: Reading;
  readonly nameOf: (typeId: string) => string;
}) {
  const { state, reading, nameOf } = props;
  return (
    <Flex direction="column" gap="sm">
      <Heading>{reading.words.timeline}</Heading>
      <Body state={state} reading={reading} nameOf={nameOf} />
    </Flex>
  );
}

function Body(props: Parameters<typeof TimelineView>[0]) {
  const { state, reading, nameOf } = props;
  const [shown, setShown] = useState(PAGE);
  const { words } = reading;
  switch (state.kind) {
    case 'asking':
      return <LoadingSpinner label={words.loading} showLabel={true} />;
    case 'failed':
      return <ProblemNotice problem={state.problem} words={words} />;
    case 'shown': {
      const { events, olderMayExist } = state.history;
      if (events.length === 0) return <Text>{words.timelineEmpty}</Text>;
      return (
        <>
          <Table bordered={true} flush={true} density="condensed">
            <TableHead>
              <TableRow>
                <TableHeader>{words.when}</TableHeader>
                <TableHeader>{words.what}</TableHeader>
                <TableHeader>{words.byWhom}</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {events.slice(0, shown).map((event) => (
                <TableRow key={event.id}>
                  <TableCell>{moment(event.at, reading)}</TableCell>
                  <TableCell>{words.event(event, nameOf)}</TableCell>
                  <TableCell>{words.who(event.actor)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          {events.length > shown ? (
            <Flex>
              <Button
                size="sm"
                variant="secondary"
                onClick={() => {
                  setShown(shown + PAGE);
                }}
              >
                {words.showOlder}
              </Button>
            </Flex>
          ) : null}
          {olderMayExist ? <Text variant="microcopy">{words.olderMayExist}</Text> : null}
        </>
      );
    }
  }
}
