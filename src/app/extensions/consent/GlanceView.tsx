import { Alert, Divider, Flex, Heading, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import type { Glance } from '#contract/snapshot.ts';
import { isNotRecorded, SubscriptionSwitch } from './SubscriptionSwitch.tsx';
import { namesIn } from './type-names.ts';
import type { About, Intent, OutcomeAbout } from './use-consent.ts';
import type { Reading } from './words/index.ts';

/** Verdict, marketing status and one switch a subscription type. */
export function GlanceView(props: {
  readonly glance: Glance;
  readonly reading: Reading;
  /** What is being changed just now. */
  readonly changing: About | undefined;
  readonly outcome: OutcomeAbout | undefined;
  /** So many entries of our record are still to be kept. */
  readonly owed: number;
  readonly onChange: (about: About, intent: Intent) => void;
  readonly onLookAgain: () => void;
}) {
  const { glance, reading, changing, outcome, owed, onChange, onLookAgain } = props;
  const { words } = reading;
  return (
    <Flex direction="column" gap="md">
      <Alert
        title={words.verdict(glance.verdict, namesIn(glance, reading))}
        variant={VARIANT[glance.verdict.kind]}
      />
      <Flex direction="column" gap="flush">
        <Text>
          <Text inline={true} format={{ fontWeight: 'demibold' }}>
            {words.labelled(words.marketingTitle, '')}
          </Text>
          {words.marketing(glance.marketing)}
        </Text>
        <Text>
          <Text inline={true} format={{ fontWeight: 'demibold' }}>
            {words.labelled(words.doubleOptInTitle, '')}
          </Text>
          {words.doubleOptIn[glance.doubleOptIn]}
        </Text>
        <Text>
          <Text inline={true} format={{ fontWeight: 'demibold' }}>
            {words.labelled(words.oneToOneTitle, '')}
          </Text>
          {words.oneToOne(glance.oneToOne)}
        </Text>
        {glance.otherAddresses === 0 ? null : (
          <Text variant="microcopy">{words.otherAddresses(glance.otherAddresses)}</Text>
        )}
      </Flex>
      <Divider />
      <Heading>{words.subscriptions}</Heading>
      {glance.rows.some(({ state }) => isNotRecorded(state, glance)) ? (
        <Text variant="microcopy">{words.notRecorded}</Text>
      ) : null}
      {glance.rows.map((row) => (
        <SubscriptionSwitch
          key={row.typeId}
          row={row}
          glance={glance}
          reading={reading}
          saving={changing === row.typeId}
          busy={changing !== undefined}
          outcome={outcome?.about === row.typeId ? outcome.what : undefined}
          onChange={(intent) => {
            onChange(row.typeId, intent);
          }}
          onLookAgain={onLookAgain}
        />
      ))}
      {owed === 0 ? null : <Text variant="microcopy">{words.recordOwed}</Text>}
      <Text variant="microcopy">{words.everyoneActsThroughTheApp}</Text>
    </Flex>
  );
}

const VARIANT = { 'will-send': 'success', 'will-not-send': 'warning', unknown: 'info' } as const;
