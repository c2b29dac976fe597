import {
  Accordion,
  Button,
  Flex,
  Heading,
  LoadingButton,
  LoadingSpinner,
  SearchInput,
  Select,
  Text,
} from '@hubspot/ui-extensions';
import * as React from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { History } from '#contract/snapshot.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import type { AskAsOf } from './timeline/ask-as-of.ts';
import { AsOfView } from './timeline/AsOfView.tsx';
import { EventTable } from './timeline/EventTable.tsx';
import { facetsOf, includesEvent, wantedOf, type Facet, type Wanted } from './timeline/facets.ts';
import type { HistoryState, More } from './timeline/use-history.ts';
import { searchedLine, unreadLines } from './words/event-lines.ts';
import type { Reading } from './words/reading.ts';

interface TimelineProps {
  readonly state: HistoryState;
  readonly reading: Reading;
  readonly nameOf: (typeId: string) => string;
  readonly onShowOlder: (more?: More) => void;
  readonly askAsOf?: AskAsOf;
  /** An event to be shown alone and open; a new object shows it again. */
  readonly focus?: { readonly eventId: string } | undefined;
}

/** What happened, newest first. It comes later than the glance and never holds it up. */
export function TimelineView(props: TimelineProps) {
  const { state, reading } = props;
  const { words } = reading;
  return (
    <Flex direction="column" gap="sm">
      <Heading>{words.timeline.title}</Heading>
      {state.kind === 'asking' ? (
        <LoadingSpinner label={words.loading} showLabel={true} />
      ) : state.kind === 'failed' ? (
        <ProblemNotice problem={state.problem} words={words} />
      ) : (
        <Shown {...props} state={state} />
      )}
    </Flex>
  );
}

type ShownState = Extract<HistoryState, { kind: 'shown' }>;

const ALL: Wanted = { picked: {}, query: '' };

function Shown(props: TimelineProps & { readonly state: ShownState }) {
  const { state, reading, nameOf, onShowOlder, askAsOf, focus } = props;
  const { words } = reading;
  const { timeline } = words;
  const { history } = state;
  const { events, evidence, leftOut, older, olderMayExist } = history;
  const [wanted, setWanted] = useState(ALL);
  const [followed, setFollowed] = useState<typeof focus>();
  if (focus !== undefined && focus !== followed) {
    setFollowed(focus);
    setWanted({ ...ALL, only: focus.eventId });
  }
  const found = useMemo(
    () => wantedOf(events, wanted, reading, nameOf),
    [events, wanted, reading, nameOf],
  );
  useSought(props);
  const isAsking = state.older?.kind === 'asking';
  const isSeekingOne = isAsking && wanted.only !== undefined && found.length === 0;
  const searched = searchedLine(history, reading);
  const more =
    leftOut === undefined && older === undefined ? null : (
      <Flex>
        <LoadingButton
          size="sm"
          variant="secondary"
          loading={isAsking}
          onClick={() => {
            onShowOlder();
          }}
        >
          {isAsking ? words.loading : timeline.showOlder}
        </LoadingButton>
      </Flex>
    );
  return (
    <>
      {events.length === 0 ? (
        <Text>{timeline.empty}</Text>
      ) : wanted.only === undefined ? (
        <Filters {...props} events={events} wanted={wanted} onWant={setWanted} />
      ) : (
        <Flex>
          <Button
            size="sm"
            variant="secondary"
            onClick={() => {
              setWanted(ALL);
            }}
          >
            {timeline.showAll}
          </Button>
        </Flex>
      )}
      {searched === undefined || (wanted.only !== undefined && found.length > 0) ? null : (
        <Text variant="microcopy">{searched}</Text>
      )}
      {events.length > 0 && found.length === 0 && !isSeekingOne ? (
        <Text>{timeline.noneFits}</Text>
      ) : null}
      <EventTable
        key={JSON.stringify(wanted)}
        events={found}
        reading={reading}
        nameOf={nameOf}
        open={wanted.only === undefined ? undefined : found[0]?.id}
        atEnd={
          <>
            <Older state={state.older} reading={reading} />
            {more}
          </>
        }
      />
      {olderMayExist && older === undefined && leftOut === undefined ? (
        <Text variant="microcopy">{timeline.olderMayExist}</Text>
      ) : null}
      {evidence.length === 0 ? null : (
        <>
          {/* Apart from HubSpot's status, since none of it is one (scenario S6). */}
          <Text format={{ fontWeight: 'demibold' }}>{timeline.evidence}</Text>
          <EventTable
            events={evidence}
            reading={reading}
            nameOf={nameOf}
            atEnd={leftOut?.evidence ? more : null}
          />
        </>
      )}
      {askAsOf === undefined ? null : (
        <AsOfView ask={askAsOf} history={history} reading={reading} nameOf={nameOf} />
      )}
      <Unread history={history} reading={reading} />
    </>
  );
}

/** An event that was read and is not here yet is asked for, once each time that somebody wants to see it. */
function useSought({ state, focus, onShowOlder }: TimelineProps & { readonly state: ShownState }) {
  const sought = useRef<typeof focus>();
  const { events, leftOut } = state.history;
  const isAsking = state.older?.kind === 'asking';
  useEffect(() => {
    if (focus === undefined || focus === sought.current || isAsking) return;
    sought.current = focus;
    if (leftOut !== undefined && !events.some((event) => includesEvent(event, focus.eventId)))
      onShowOlder('most');
  }, [focus, events, leftOut, isAsking, onShowOlder]);
}

/** A search; and on demand, since it looks at every event, a choice of each kind that tells any apart. */
function Filters(props: ChoicesProps) {
  const { reading, wanted, onWant } = props;
  const [isOpen, setOpen] = useState(false);
  const { timeline } = reading.words;
  return (
    <>
      <SearchInput
        name="search"
        label={timeline.search}
        value={wanted.query}
        onChange={(query) => {
          onWant({ ...wanted, query });
        }}
      />
      <Accordion
        title={timeline.filter}
        size="xs"
        open={isOpen}
        onClick={() => {
          setOpen(!isOpen);
          // What nobody sees narrows nothing.
          onWant({ ...wanted, picked: {} });
        }}
      >
        {isOpen ? <Choices {...props} /> : null}
      </Accordion>
    </>
  );
}

interface ChoicesProps {
  readonly events: History['events'];
  readonly reading: Reading;
  readonly nameOf: (typeId: string) => string;
  readonly wanted: Wanted;
  readonly onWant: (wanted: Wanted) => void;
}

function Choices({ events, reading, nameOf, wanted, onWant }: ChoicesProps) {
  const { words } = reading;
  const { timeline } = words;
  const choices = useMemo(() => {
    const found = { about: new Set<string>(), who: new Set<string>(), source: new Set<string>() };
    for (const event of events) {
      const called = facetsOf(event, reading, nameOf);
      for (const facet of FACETS) for (const name of called[facet]) found[facet].add(name);
    }
    return found;
  }, [events, reading, nameOf]);
  const labels = { about: timeline.what, who: timeline.byWhom, source: timeline.readIn };
  return (
    <Flex direction="row" gap="sm" wrap="wrap">
      {FACETS.filter((facet) => choices[facet].size > 1).map((facet) => (
        <Select
          key={facet}
          name={facet}
          label={labels[facet]}
          value={wanted.picked[facet] ?? ''}
          options={['', ...choices[facet]].map((value) => ({
            label: value || timeline.all,
            value,
          }))}
          onChange={(name) => {
            onWant({ ...wanted, picked: { ...wanted.picked, [facet]: String(name) } });
          }}
        />
      ))}
    </Flex>
  );
}

const FACETS: readonly Facet[] = ['about', 'who', 'source'];

/** What became of asking for an older page, where it brought nothing to see. */
function Older(props: {
  readonly state: ShownState['older'] | undefined;
  readonly reading: Reading;
}) {
  const { state, reading } = props;
  const words = reading.words.timeline;
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
