import { Divider, Flex, Heading, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import type { Glance } from '#contract/snapshot.ts';
import type { Drawing } from './drawing.ts';
import { EverythingOff } from './EverythingOff.tsx';
import { GlanceHead } from './GlanceHead.tsx';
import { MarketingSwitch } from './MarketingSwitch.tsx';
import { day } from './moment.ts';
import { OptOutAgain } from './OptOutAgain.tsx';
import { SetUpNotice } from './SetUpNotice.tsx';
import { isNotRecorded, SubscriptionSwitch } from './SubscriptionSwitch.tsx';
import { tellingOf } from './telling.ts';
import type { About, Intent, OutcomeAbout } from './use-consent.ts';
import type { By } from './use-glance.ts';

/** Verdict, marketing status and one switch a subscription type. */
export function GlanceView(
  props: Drawing & {
    readonly glance: Glance;
    /** What is being changed just now. */
    readonly changing: About | undefined;
    readonly outcome: OutcomeAbout | undefined;
    readonly looking: By | undefined;
    /** Counts what the person did: changes and looks. */
    readonly turn: number;
    /** So many entries of our record are still to be kept. */
    readonly owed: number;
    /** The last change is made and can't be recorded by anybody here. */
    readonly isUnrecorded: boolean;
    readonly onChange: (about: About, intent: Intent) => void;
    readonly onLookAgain: () => void;
  },
) {
  const { ask, glance, reading, page, changing, outcome, owed, onChange, onLookAgain } = props;
  const { newId, onShowEvent, isUnrecorded } = props;
  const { words } = reading;
  const partsOf = (about: About) => ({
    glance,
    ask,
    reading,
    page,
    newId,
    onShowEvent,
    saving: changing === about,
    busy: changing !== undefined,
    turn: props.turn,
    looking: props.looking,
    outcome: outcome?.about === about ? outcome.what : undefined,
    onChange: (intent: Intent) => {
      onChange(about, intent);
    },
    onLookAgain,
  });
  return (
    <Flex direction="column" gap="md">
      <GlanceHead glance={glance} reading={reading}>
        <OptOutAgain
          glance={glance}
          reading={reading}
          busy={changing !== undefined}
          onChange={onChange}
        />
      </GlanceHead>
      {glance.ledger === 'not-set-up' ? (
        <SetUpNotice ask={ask} reading={reading} looking={props.looking} onDone={onLookAgain} />
      ) : null}
      {owed === 0 ? null : <Text variant="microcopy">{words.recordOwed}</Text>}
      {isUnrecorded ? <Text variant="microcopy">{words.unrecorded}</Text> : null}
      <Flex direction="column" gap="flush">
        <Text>
          <Text inline={true} format={{ fontWeight: 'demibold' }}>
            {words.labelled(words.doubleOptInTitle, '')}
          </Text>
          {words.doubleOptInIs(glance)}
        </Text>
        <Text>
          <Text inline={true} format={{ fontWeight: 'demibold' }}>
            {words.labelled(words.oneToOneTitle, '')}
          </Text>
          {words.oneToOne(
            glance.oneToOne,
            (date) => day(date, reading),
            tellingOf(glance, reading),
          )}
        </Text>
        {glance.otherAddresses === 0 ? null : (
          <Text variant="microcopy">{words.otherAddresses(glance.otherAddresses)}</Text>
        )}
      </Flex>
      <Divider />
      <MarketingSwitch {...partsOf('marketing')} />
      <Divider />
      <Heading>{words.subscriptions}</Heading>
      {glance.rows.some(({ state }) => isNotRecorded(state, glance)) ? (
        <Text variant="microcopy">{words.notRecorded}</Text>
      ) : null}
      {glance.rows.map((row) => (
        <SubscriptionSwitch key={row.typeId} row={row} {...partsOf(row.typeId)} />
      ))}
      <EverythingOff {...partsOf('everything')} />
      <Text variant="microcopy">{words.everyoneActsThroughTheApp}</Text>
    </Flex>
  );
}
