import {
  Flex,
  Heading,
  LoadingButton,
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
import type { History } from '#contract/snapshot.ts';
import { moment } from './moment.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import type { HistoryState } from './use-consent.ts';
import { lineOf, notesOf, seenIn, unreadLines } from './words/event-lines.ts';
import { eventWords } from './words/event-words.ts';
import type { Reading } from './words/index.ts';
import { timelineWords, whoOf } from './words/timeline-words.ts';

const PAGE = 20;

/** What happened, newest first. It comes later than the glance and never holds it up. */
export function TimelineView(props: {
  readonly state: HistoryState;
  readonly reading: Reading;
  readonly nameOf: (typeId: string) => string;
  readonly onShowOlder: () => void;
}) {
  return (
    <Flex direction="column" gap="sm">
      <Heading>{props.reading.words.timeline}</Heading>
      <Body {...props} />
    </Flex>
  );
}

function Body(props: Parameters<typeof TimelineView>[0]) {
  const { state, reading, nameOf } = props;
  const [shown, setShown] = useState(PAGE);
  const { words } = reading;
  const showMore = (count: number) => {
    setShown(Math.min(shown, count) + PAGE);
    if (count <= shown) props.onShowOlder();
  };
  switch (state.kind) {
    case 'asking':
      return <LoadingSpinner label={words.loading} showLabel={true} />;
    case 'failed':
      return <ProblemNotice problem={state.problem} words={words} />;
    case 'shown': {
      const { events, older, olderMayExist } = state.history;
      const canShowMore = events.length > shown || older !== undefined;
      return (
        <>
          {events.length === 0 ? <Text>{words.timelineEmpty}</Text> : null}
          {events.length === 0 ? null : (
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
                    <TableCell>
                      {eventWords[reading.language](event, nameOf)}
                      <Small reading={reading} sentences={notesOf(event, reading)} />
                    </TableCell>
                    <TableCell>
                      {whoOf(event, words.who, timelineWords[reading.language])}
                      <Small reading={reading} sentences={[seenIn(event, reading)]} />
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          )}
          <Older state={state.older} reading={reading} />
          {canShowMore ? (
            <Flex>
              <LoadingButton
                size="sm"
                variant="secondary"
                loading={state.older?.kind === 'asking'}
                onClick={() => {
                  showMore(events.length);
                }}
              >
                {state.older?.kind === 'asking' ? words.loading : words.showOlder}
              </LoadingButton>
            </Flex>
          ) : null}
          {olderMayExist && older === undefined ? (
            <Text variant="microcopy">{words.olderMayExist}</Text>
          ) : null}
          <Evidence history={state.history} reading={reading} nameOf={nameOf} />
          <Unread history={state.history} reading={reading} />
        </>
      );
    }
  }
}

/** What became of asking for an older page, where it brought nothing to see. */
function Older(props: {
  readonly state: Extract<HistoryState, { kind: 'shown' }>['older'] | undefined;
  readonly reading: Reading;
}) {
  const { state, reading } = props;
  const words = timelineWords[reading.language];
  switch (state?.kind) {
    case undefined:
    case 'asking':
      return null;
    case 'nothing-new':
      return <Text variant="microcopy">{words.nothingOlder}</Text>;
    case 'failed':
      return (
        <ProblemNotice problem={state.problem} words={reading.words} title={words.olderFailed} />
      );
  }
}

function Small(props: { readonly reading: Reading; readonly sentences: readonly string[] }) {
  const { reading, sentences } = props;
  if (sentences.length === 0) return null;
  return <Text variant="microcopy">{timelineWords[reading.language].inARow(sentences)}</Text>;
}

/** Apart from HubSpot's status, since none of it is one (scenario S6). */
function Evidence(props: {
  readonly history: History;
  readonly reading: Reading;
  readonly nameOf: (typeId: string) => string;
}) {
  const { history, reading, nameOf } = props;
  if (history.evidence.length === 0) return null;
  const words = timelineWords[reading.language];
  return (
    <Flex direction="column" gap="flush">
      <Text format={{ fontWeight: 'demibold' }}>{words.evidence}</Text>
      {history.evidence.map((event) => (
        <Text key={event.id}>{lineOf(event, reading, nameOf)}</Text>
      ))}
    </Flex>
  );
}

function Unread({ history, reading }: { readonly history: History; readonly reading: Reading }) {
  return (
    <>
      {unreadLines(history.unread, reading).map((line) => (
        <Text key={line} variant="microcopy">
          {line}
        </Text>
      ))}
    </>
  );
}
