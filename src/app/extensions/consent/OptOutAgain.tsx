import { Button, Flex } from '@hubspot/ui-extensions';
import * as React from 'react';
import type { Glance } from '#contract/snapshot.ts';
import { nameOf } from './type-names.ts';
import type { About, Intent } from './use-consent.ts';
import type { Reading } from './words/reading.ts';

/** The way out of an alarm: one click that opts out again of what the person objected to. */
export function OptOutAgain(props: {
  readonly glance: Glance;
  readonly reading: Reading;
  readonly busy: boolean;
  readonly onChange: (about: About, intent: Intent) => void;
}) {
  const { glance, reading, busy, onChange } = props;
  const { words } = reading;
  const offers = offersIn(glance, reading);
  if (offers.length === 0) return null;
  return (
    <Flex direction="row" gap="sm" wrap={true}>
      {offers.map(({ about, intent, name }) => (
        <Button
          key={about}
          size="xs"
          variant="primary"
          disabled={busy}
          onClick={() => {
            onChange(about, intent);
          }}
        >
          {name === undefined ? words.optOutAgain['all-email'] : words.optOutAgain.type(name)}
        </Button>
      ))}
    </Flex>
  );
}

interface Offer {
  readonly about: About;
  readonly intent: Intent;
  /** Of the type; absent for all email. */
  readonly name?: string;
}

function offersIn(glance: Glance, reading: Reading): readonly Offer[] {
  const { objections, rows, wholeContact } = glance;
  const isToAll = objections.some(
    ({ objection: { scope } }) => scope === 'all-email' || scope === 'spam-complaint',
  );
  if (isToAll && wholeContact['opt-out-of-everything'].kind === 'allow') {
    return [{ about: 'everything', intent: { act: 'opt-out-of-everything', confirmed: true } }];
  }
  const typeIds = new Set(objections.flatMap((one) => one.typeIds));
  return rows.flatMap((row): Offer[] => {
    const { typeId, optOut } = row;
    return typeIds.has(typeId) && optOut.kind === 'allow'
      ? [{ about: typeId, intent: { act: 'opt-out', typeId }, name: nameOf(row, reading) }]
      : [];
  });
}
