import { Alert, Divider, Flex, Heading, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import type { ChangeConsentRequest } from '#contract/requests.ts';
import type { Glance } from '#contract/snapshot.ts';
import { isNotRecorded, SubscriptionSwitch } from './SubscriptionSwitch.tsx';
import { namesIn } from './type-names.ts';
import type { TypeOutcome } from './use-consent.ts';
import type { Reading } from './words/index.ts';

/** Verdict, marketing status and one switch a subscription type. */
export function GlanceView(props: {
  readonly glance: Glance;
  readonly reading: Reading;
  readonly changingTypeId: string | undefined;
  readonly outcome: TypeOutcome | undefined;
  readonly onChange: (request: ChangeConsentRequest) => void;
}) {
  const { glance, reading, changingTypeId, outcome, onChange } = props;
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
          saving={changingTypeId === row.typeId}
          busy={changingTypeId !== undefined}
          outcome={outcome?.typeId === row.typeId ? outcome.what : undefined}
          onChange={onChange}
        />
      ))}
      <Text variant="microcopy">{words.everyoneActsThroughTheApp}</Text>
    </Flex>
  );
}

const VARIANT = { 'will-send': 'success', 'will-not-send': 'warning', unknown: 'info' } as const;
