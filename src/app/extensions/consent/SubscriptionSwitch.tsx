import { Box, Button, Flex, Text, Toggle } from '@hubspot/ui-extensions';
import * as React from 'react';
import { useState } from 'react';
import type { LegalBasis } from '#contract/legal-ground.ts';
import type { Glance, SubscriptionRow } from '#contract/snapshot.ts';
import { lockOf, told } from './lock.ts';
import { moment } from './moment.ts';
import { OptInForm } from './OptInForm.tsx';
import { OutcomeLine } from './OutcomeLine.tsx';
import { nameOf } from './type-names.ts';
import type { Intent, Outcome } from './use-consent.ts';
import type { Reading } from './words/index.ts';

/** One subscription type: its switch, what holds since when, and in plain sight why it is locked. */
export function SubscriptionSwitch(props: {
  readonly row: SubscriptionRow;
  readonly glance: Glance;
  readonly reading: Reading;
  readonly saving: boolean;
  /** Some change is under way, here or in another row. */
  readonly busy: boolean;
  readonly outcome: Outcome | undefined;
  readonly onChange: (intent: Intent) => void;
  readonly onLookAgain: () => void;
}) {
  const { row, glance, reading, saving, busy, outcome, onChange, onLookAgain } = props;
  const { words } = reading;
  const [asking, setAsking] = useState(false);
  const name = nameOf(row, reading);
  const isOn = row.state === 'opted-in';
  const offer = isOn ? row.optOut : row.optIn;
  const lock = lockOf(offer, reading);
  const notes = offer.kind === 'allow' ? offer.notes : [];
  const isLocked = lock !== undefined;
  const canOptOut = row.state === 'not-specified' && row.isActive && row.optOut.kind === 'allow';

  const optIn = (ground: { legalBasis?: LegalBasis; explanation?: string }) => {
    setAsking(false);
    onChange({ act: 'opt-in', typeId: row.typeId, shown: row.state, ...ground });
  };
  const optOut = () => {
    onChange({ act: 'opt-out', typeId: row.typeId });
  };
  const toggled = (on: boolean) => {
    if (isLocked || busy || on === isOn) return;
    if (!on) optOut();
    else if (row.optIn.kind === 'allow' && row.optIn.requires.length > 0) setAsking(true);
    else optIn({});
  };

  return (
    <Flex direction="row" gap="md" align="start" testId={`type-${row.typeId}`}>
      <Toggle
        name={`type-${row.typeId}`}
        label={isLocked ? words.locked(name, lock.short) : name}
        labelDisplay="hidden"
        size="sm"
        checked={isOn}
        readOnly={isLocked || busy}
        onChange={toggled}
      />
      <Box flex={1}>
        <Flex direction="column" gap="xs">
          <Text format={{ fontWeight: 'demibold' }}>{name}</Text>
          <Text variant="microcopy">{saving ? words.saving : stateLine(row, glance, reading)}</Text>
          {row.legalBasis === undefined ? null : (
            <Text variant="microcopy">{groundLine(row, reading)}</Text>
          )}
          <Text variant="microcopy">{words.mail(row.verdict)}</Text>
          {notes.map((note) => (
            <Text key={note.rule} variant="microcopy">
              {told(note, reading)}
            </Text>
          ))}
          {lock?.reasons.map((reason) => (
            <Text key={reason}>{reason}</Text>
          ))}
          {lock?.steps.map((step) => (
            <Text key={step} variant="microcopy">
              {words.labelled(words.nextStep, step)}
            </Text>
          ))}
          {canOptOut && !asking ? (
            <Flex>
              <Button size="xs" variant="secondary" disabled={busy} onClick={optOut}>
                {words.optOutOf(name)}
              </Button>
            </Flex>
          ) : null}
          {asking ? (
            <OptInForm
              typeId={row.typeId}
              requiredBy={row.optIn.kind === 'allow' ? row.optIn.requiredBy : []}
              reading={reading}
              onSave={optIn}
              onCancel={() => {
                setAsking(false);
              }}
            />
          ) : null}
          {outcome === undefined || saving ? null : (
            <OutcomeLine
              outcome={outcome}
              holds={row.state}
              reading={reading}
              onLookAgain={onLookAgain}
            />
          )}
        </Flex>
      </Box>
    </Flex>
  );
}

function stateLine({ state, last }: SubscriptionRow, glance: Glance, reading: Reading): string {
  const { words } = reading;
  if (isNotRecorded(state, glance)) return words.stateNotRecorded;
  const word = words.state[state];
  if (last === undefined || state === 'not-specified') return word;
  return words.since(word, moment(last.at, reading), words.who(last.actor));
}

function groundLine({ legalBasis, explanation }: SubscriptionRow, { words }: Reading): string {
  const names: Readonly<Record<string, string>> = words.legalBasis;
  const basis = names[legalBasis ?? ''] ?? legalBasis ?? '';
  return explanation === undefined ? basis : words.labelled(basis, explanation);
}

/** With privacy settings off, "not specified" says nothing about the contact, only about HubSpot's records. */
export function isNotRecorded(state: SubscriptionRow['state'], glance: Glance): boolean {
  return state === 'not-specified' && glance.privacySettings === 'off' && glance.hasAddress;
}
