import {
  Accordion,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import * as React from 'react';
import { useState } from 'react';
import type { Actor, ConsentEvent, Witness } from '#evidence/consent-event.ts';
import { dayOf, moment } from '../moment.ts';
import { notesOf, seenIn, timeWithin } from '../words/event-lines.ts';
import type { Reading } from '../words/reading.ts';

/** So many events are drawn at once, however many there are. */
const PAGE = 20;

const VARIANT = { stated: 'success', inferred: 'warning', unknown: 'error' } as const;

/** Events by day, newest first and page by page: who, what, when, how sure; and on demand what was read and where. */
export function EventTable(props: {
  readonly events: readonly ConsentEvent[];
  readonly reading: Reading;
  readonly nameOf: (typeId: string) => string;
  /** The event whose details are open at first. */
  readonly open?: string | undefined;
  /** What stands below the last page. */
  readonly atEnd?: React.ReactNode;
}) {
  const { events, reading, nameOf, atEnd } = props;
  const [wanted, setPage] = useState(1);
  const [open, setOpen] = useState(props.open);
  const { words } = reading;
  const { timeline } = words;
  const pageCount = Math.max(1, Math.ceil(events.length / PAGE));
  const page = Math.min(wanted, pageCount);
  const shown = events.slice((page - 1) * PAGE, page * PAGE);
  const days = shown.map(({ at }) => dayOf(at, reading));
  return (
    <>
      {events.length === 0 ? null : (
        <Table
          bordered={true}
          flush={true}
          density="condensed"
          {...(pageCount > 1
            ? { paginated: true, pageCount, page, onPageChange: setPage }
            : { paginated: false })}
        >
          <TableHead>
            <TableRow>
              <TableHeader>{timeline.byWhom}</TableHeader>
              <TableHeader>{timeline.what}</TableHeader>
              <TableHeader>{timeline.when}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map((event, nth) => (
              <React.Fragment key={event.id}>
                {days[nth] === days[nth - 1] ? null : (
                  <TableRow>
                    <TableCell colSpan={3}>
                      <Text format={{ fontWeight: 'demibold' }}>{days[nth]}</Text>
                    </TableCell>
                  </TableRow>
                )}
                <TableRow>
                  <TableCell>
                    {timeline.who(event)}{' '}
                    <Tag inline={true} variant={VARIANT[event.certainty]}>
                      {timeline.certainty[event.certainty]}
                    </Tag>
                  </TableCell>
                  <TableCell>
                    {words.event(event, nameOf)}
                    <Notes notes={notesOf(event, reading)} reading={reading} />
                    <Accordion
                      title={seenIn(event, reading)}
                      size="xs"
                      open={open === event.id}
                      onClick={() => {
                        setOpen(open === event.id ? undefined : event.id);
                      }}
                    >
                      {open === event.id ? (
                        <Flex direction="column" gap="sm">
                          {event.witnesses.map((witness) => (
                            <Read
                              key={witness.source + witness.record}
                              witness={witness}
                              event={event}
                              reading={reading}
                            />
                          ))}
                        </Flex>
                      ) : null}
                    </Accordion>
                  </TableCell>
                  <TableCell>{timeWithin(event, reading)}</TableCell>
                </TableRow>
              </React.Fragment>
            ))}
          </TableBody>
        </Table>
      )}
      {page === pageCount ? atEnd : null}
    </>
  );
}

function Notes({ notes, reading }: { readonly notes: string[]; readonly reading: Reading }) {
  if (notes.length === 0) return null;
  return <Text variant="microcopy">{reading.words.timeline.inARow(notes)}</Text>;
}

/**
 * What one source says, down to the raw values, so that a person can check it in HubSpot. Who and when are left out
 * where it is what the event's own row says; the exact instant stands once.
 */
function Read(props: {
  readonly witness: Witness;
  readonly event: ConsentEvent;
  readonly reading: Reading;
}) {
  const { witness, event, reading } = props;
  const { words } = reading;
  const { timeline } = words;
  const { source, record, at, learnedAt, actor, raw } = witness;
  const { formConsent } = event;
  const who = timeline.who({ actor, ...(formConsent === undefined ? {} : { formConsent }) });
  const facts = [
    [timeline.source[source], record],
    ...(isUnnamed(actor) || who === timeline.who(event) ? [] : [[timeline.byWhom, who]]),
    ...(at !== event.at
      ? [[timeline.when, `${moment(at, reading)} (${at})`]]
      : witness === event.witnesses.find((one) => one.at === at)
        ? [[timeline.when, at]]
        : []),
    ...(learnedAt === undefined ? [] : [[timeline.written, moment(learnedAt, reading)]]),
    ...Object.entries(raw),
  ];
  return (
    <DescriptionList direction="row">
      {facts.map(([label = '', value]) => (
        <DescriptionListItem key={label} label={label}>
          <Text>{value}</Text>
        </DescriptionListItem>
      ))}
    </DescriptionList>
  );
}

/** Nothing that a person could look up. */
function isUnnamed(actor: Actor): boolean {
  return actor.kind === 'someone' && actor.reported === undefined;
}
