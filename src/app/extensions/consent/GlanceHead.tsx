import { Alert, Flex, StatusTag, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import type { Glance, LastChange } from '#contract/snapshot.ts';
import { dayOf, moment } from './moment.ts';
import { tellingOf } from './telling.ts';
import { colourOf, SIGNALS } from './signals.ts';
import { nameOf, namesIn } from './type-names.ts';
import type { GlanceReading } from './words/reading.ts';

/** Two seconds: will it be sent, three signals, and who changed what last. `children`: what can be done at once. */
export function GlanceHead(props: {
  readonly glance: Glance;
  readonly reading: GlanceReading;
  readonly children?: React.ReactNode;
}) {
  const { glance, reading, children } = props;
  const { words } = reading;
  const last = lastChangeIn(glance, reading);
  return (
    <Flex direction="column" gap="sm">
      {verdictIn(glance, reading).map((says, nth) => (
        <Alert
          key={nth}
          title={says}
          variant={nth === 0 ? variantOf(glance.verdict) : otherVariantOf(glance.verdict)}
        />
      ))}
      {linesBelow(glance, reading).map((line) => (
        <Text key={line} variant="microcopy">
          {line}
        </Text>
      ))}
      {children}
      <Flex direction="row" gap="sm" wrap={true}>
        {SIGNALS.map((name) => (
          <StatusTag key={name} variant={colourOf(name, glance.signals)}>
            {words.labelled(words.signalNames[name], signalWord(name, glance, reading))}
          </StatusTag>
        ))}
      </Flex>
      {last === undefined ? null : (
        <Text variant="microcopy">{words.labelled(words.lastChange, last)}</Text>
      )}
    </Flex>
  );
}

const VARIANT = {
  'against-objection': 'danger',
  'will-send': 'success',
  'will-not-send': 'warning',
  unknown: 'info',
} as const;

function variantOf(verdict: Glance['verdict']) {
  return verdict.kind === 'will-send' ? otherVariantOf(verdict) : VARIANT[verdict.kind];
}

/** Of the types that nothing stands in the way of. */
function otherVariantOf(verdict: Glance['verdict']): 'success' | 'warning' {
  return 'leavesOut' in verdict ? 'warning' : 'success';
}

/**
 * What belongs to the verdict: what clears its obstacles, that HubSpot may leave the contact out where the verdict itself
 * does not say so, and what HubSpot told in values that are not understood.
 */
function linesBelow(glance: Glance, reading: GlanceReading): readonly string[] {
  const { words } = reading;
  const { verdict, rows } = glance;
  const saysLeftOut =
    verdict.kind === 'will-send' ||
    (verdict.kind === 'against-objection' && verdict.sent.length > 0);
  const leftOut = rows
    .map((row) => row.verdict.deliverability)
    .find((signal) => signal.is === 'may-leave-out');
  return [
    ...(leftOut === undefined || saysLeftOut
      ? []
      : [words.leftOut(leftOut.why, tellingOf(glance, reading))]),
    ...words.valuesNotUnderstood(glance),
    ...words.clearingIn(glance).map((step) => words.labelled(words.nextStep, step)),
  ];
}

function verdictIn(glance: Glance, reading: GlanceReading): string[] {
  const { verdict, objections } = glance;
  const { words } = reading;
  const names = namesIn(glance, reading);
  const telling = tellingOf(glance, reading);
  if (verdict.kind !== 'against-objection') return [words.verdict(verdict, names, telling)];
  const { leavesOut } = verdict;
  const leftOut = leavesOut === undefined ? undefined : words.leftOut(leavesOut, telling);
  return words.alarm(verdict, objections, names, (at) => dayOf(at, reading), leftOut);
}

function signalWord(
  name: (typeof SIGNALS)[number],
  { signals }: Glance,
  { words }: GlanceReading,
): string {
  switch (name) {
    case 'consent':
      return words.signal.consent[signals.consent];
    case 'deliverability':
      return words.signal.deliverability[signals.deliverability];
    case 'billing':
      return words.signal.billing[signals.billing];
  }
}

/** "Newsletter: Opted out since 3 Jul 2026, 14:05 JST, by the contact, link in an email". */
function lastChangeIn(glance: Glance, reading: GlanceReading): string | undefined {
  const { words } = reading;
  const all: { name: string; state: keyof typeof words.state; last: LastChange }[] = [];
  for (const row of glance.rows) {
    if (row.last !== undefined)
      all.push({ name: nameOf(row, reading), state: row.state, last: row.last });
  }
  if (glance.everythingLast !== undefined) {
    const state = glance.optedOutOfEverything ? 'opted-out' : 'opted-in';
    all.push({ name: words.allMail, state, last: glance.everythingLast });
  }
  const [newest] = all.sort((a, b) => b.last.at.localeCompare(a.last.at));
  if (newest === undefined) return undefined;
  const { name, state, last } = newest;
  return words.labelled(
    name,
    words.since(words.state[state], timeIn(last, reading), words.who(last.actor)),
  );
}

/** The time of a change, or that it was then or earlier. */
export function timeIn(
  { at, orEarlier }: Pick<LastChange, 'at' | 'orEarlier'>,
  reading: GlanceReading,
) {
  return reading.words.time(moment(at, reading), orEarlier);
}
