import { Alert, Flex, StatusTag, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import type { Glance, LastChange } from '#contract/snapshot.ts';
import { lightOf, LIGHTS } from './lights.ts';
import { sinceLine } from './since-line.ts';
import { nameOf, namesIn } from './type-names.ts';
import type { GlanceReading } from './words/reading.ts';

/** Two seconds: will it be sent, three lights, and who changed what last. */
export function GlanceHead(props: { readonly glance: Glance; readonly reading: GlanceReading }) {
  const { glance, reading } = props;
  const { words } = reading;
  const last = lastChangeIn(glance, reading);
  return (
    <Flex direction="column" gap="sm">
      <Alert
        title={words.verdict(glance.verdict, namesIn(glance, reading))}
        variant={VARIANT[glance.verdict.kind]}
      />
      <Flex direction="row" gap="sm" wrap={true}>
        {LIGHTS.map((name) => {
          const is = lightOf(name, glance);
          return (
            <StatusTag key={name} variant={COLOUR[is]}>
              {words.labelled(words.lightNames[name], words.light[is])}
            </StatusTag>
          );
        })}
      </Flex>
      {last === undefined ? null : (
        <Text variant="microcopy">{words.labelled(words.lastChange, last)}</Text>
      )}
    </Flex>
  );
}

const VARIANT = { 'will-send': 'success', 'will-not-send': 'warning', unknown: 'info' } as const;
const COLOUR = { on: 'success', off: 'danger', unknown: 'default' } as const;

/** "Newsletter: Opted out since 3 Jul 2026, 14:05 JST, by the contact, link in an e-mail". */
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
