import { Alert, Flex, StatusTag, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import type { Glance, LastChange } from '#contract/snapshot.ts';
import { dayOf } from './moment.ts';
import { colourOf, SIGNALS } from './signals.ts';
import { sinceLine } from './since-line.ts';
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
          variant={nth === 0 ? VARIANT[glance.verdict.kind] : 'success'}
        />
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

function verdictIn(glance: Glance, reading: GlanceReading): string[] {
  const { verdict, objections } = glance;
  const { words } = reading;
  const names = namesIn(glance, reading);
  return verdict.kind === 'against-objection'
    ? words.alarm(verdict, objections, names, (at) => dayOf(at, reading))
    : [words.verdict(verdict, names)];
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
    const { state, last } = row;
    if (last !== undefined && state !== undefined)
      all.push({ name: nameOf(row, reading), state, last });
  }
  if (glance.everythingLast !== undefined) {
    const state = glance.optedOutOfEverything ? 'opted-out' : 'opted-in';
    all.push({ name: words.allMail, state, last: glance.everythingLast });
  }
  const [newest] = all.sort((a, b) => whenOf(b.last).localeCompare(whenOf(a.last)));
  if (newest === undefined) return undefined;
  const { name, state, last } = newest;
  return words.labelled(name, sinceLine(state, last, reading));
}

function whenOf({ at, undone }: LastChange): string {
  return undone?.at ?? at;
}
