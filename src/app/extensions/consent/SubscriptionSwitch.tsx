import { Box, Button, Flex, LoadingSpinner, Text, Toggle } from '@hubspot/ui-extensions';
import * as React from 'react';
import type { Glance, OpenObjection, SubscriptionRow } from '#contract/snapshot.ts';
import type { Decision } from '#policy/decision.ts';
import { approvalForm } from './AskForApproval.tsx';
import type { Drawing } from './drawing.ts';
import { timeIn } from './GlanceHead.tsx';
import { labelOf, lockOf, told } from './lock.ts';
import { LockLines } from './LockLines.tsx';
import { dayOf } from './moment.ts';
import { OutcomeLine } from './OutcomeLine.tsx';
import { tellingOf } from './telling.ts';
import { nameOf } from './type-names.ts';
import { UndoLine } from './UndoLine.tsx';
import type { Intent, Outcome } from './use-consent.ts';
import { useForms } from './use-forms.ts';
import type { By } from './use-glance.ts';
import { WishDialog } from './WishDialog.tsx';
import type { Reading } from './words/reading.ts';

/** One subscription type: its switch, what holds since when, and in plain sight why it is locked. */
export function SubscriptionSwitch(
  props: Drawing & {
    readonly row: SubscriptionRow;
    readonly glance: Glance;
    readonly saving: boolean;
    /** Some change is under way, here or in another row. */
    readonly busy: boolean;
    readonly turn: number;
    readonly looking: By | undefined;
    readonly outcome: Outcome | undefined;
    readonly onChange: (intent: Intent) => void;
    readonly onLookAgain: () => void;
  },
) {
  const { row, glance, reading, page, saving, busy, outcome, onChange, onLookAgain } = props;
  const { ask, newId, onShowEvent } = props;
  const { words } = reading;
  const { typeId, optIn, optOut } = row;
  const name = nameOf(row, reading);
  const overruled = overruling(row);
  const isOn = row.state === 'opted-in' && overruled === undefined;
  const offer = isOn ? optOut : optIn;
  const lock = lockOf(offer, reading);
  const asksFirst =
    !isOn && optIn.kind === 'allow' && optIn.requires.length > 0 ? optIn : undefined;
  const canOptOut = row.state !== 'opted-out' && row.isActive && optOut.kind === 'allow';
  const undo = glance.undo.find((one) => one.typeId === typeId);
  const version = JSON.stringify([row.state, row.last?.at, offer]);
  const wish = isOn ? undefined : ({ act: 'opt-in', typeId } as const);
  const forms = useForms(page, props.turn, {
    [`in-${typeId}`]: asksFirst === undefined ? undefined : version,
    [`out-${typeId}`]: canOptOut ? version : undefined,
    ...(wish !== undefined && lock?.steps.includes('ask-for-approval')
      ? { [approvalForm(wish)]: '' }
      : {}),
  });
  const parts = { ask, reading, page, newId, busy, forms };

  const toggled = (on: boolean) => {
    if (offer.kind !== 'allow' || asksFirst !== undefined || busy || on === isOn) return;
    onChange(on ? { act: 'opt-in', typeId, shown: row.state } : { act: 'opt-out', typeId });
  };

  return (
    <Flex direction="row" gap="md" align="start" testId={`type-${typeId}`}>
      <Toggle
        name={`type-${typeId}`}
        label={
          overruled === undefined
            ? labelOf(name, offer, reading)
            : words.locked(name, words.ruleNames[overruled])
        }
        labelDisplay="hidden"
        size="sm"
        checked={isOn}
        readOnly={lock !== undefined || asksFirst !== undefined || busy || offer.kind === 'done'}
        onChange={toggled}
      />
      <Box flex={1}>
        <Flex direction="column" gap="xs">
          <Text format={{ fontWeight: 'demibold' }}>{name}</Text>
          {saving ? (
            <LoadingSpinner size="xs" label={words.saving} showLabel={true} />
          ) : (
            linesOf(row, offer, glance, reading).map((line, nth) => (
              <Text key={nth} variant="microcopy">
                {line}
              </Text>
            ))
          )}
          {lock === undefined ? null : (
            <LockLines
              lock={lock}
              about={name}
              type={{ id: typeId, name }}
              wish={wish}
              forms={forms}
              ask={ask}
              newId={newId}
              reading={reading}
              page={page}
              onShowEvent={onShowEvent}
            />
          )}
          {outcome === undefined || saving ? null : (
            <OutcomeLine
              outcome={outcome}
              holds={row.state}
              reading={reading}
              looking={props.looking}
              onLookAgain={onLookAgain}
            />
          )}
          {undo === undefined ? null : (
            <UndoLine
              offer={undo}
              readAt={glance.readAt}
              reading={reading}
              busy={busy}
              onUndo={() => {
                onChange({ act: 'undo', undoes: undo.undoes });
              }}
            />
          )}
          <Flex gap="sm" wrap={true}>
            {asksFirst === undefined ? null : (
              <WishDialog
                {...parts}
                id={`in-${typeId}`}
                button={words.optIn(name)}
                save={words.optIn(name)}
                says={asksFirst.requiredBy.map((reason) => told(reason, reading))}
                needs={asksFirst.requires}
                name={name}
                wordings={glance.wordings}
                onSave={(given) => {
                  onChange({ act: 'opt-in', typeId, shown: row.state, ...given });
                }}
              />
            )}
            {canOptOut && !isOn ? (
              <Button
                size="xs"
                variant="secondary"
                disabled={busy}
                onClick={() => {
                  onChange({ act: 'opt-out', typeId });
                }}
              >
                {words.optOutOf(name)}
              </Button>
            ) : null}
            {canOptOut ? (
              <WishDialog
                {...parts}
                id={`out-${typeId}`}
                button={words.recordRequest(name)}
                isQuiet={true}
                save={words.optOutOf(name)}
                says={[]}
                needs={[]}
                mustSayHow={true}
                onSave={({ askedBy, evidence }) => {
                  onChange({ act: 'opt-out', typeId, ...asked(askedBy, evidence) });
                }}
              />
            ) : null}
          </Flex>
          {forms.isDiscarded ? <Text>{words.form.discarded}</Text> : null}
        </Flex>
      </Box>
    </Flex>
  );
}

const OVERRULES = ['opted-out-of-everything', 'opted-out-of-brand'] as const;

/** What counts although the type is opted in: an opt-out of all e-mail, or of all of its brand. */
function overruling({ state, verdict: { consent } }: SubscriptionRow) {
  if (state !== 'opted-in' || consent.is !== 'off') return undefined;
  return OVERRULES.find((obstacle) => consent.why.includes(obstacle));
}

/** How the contact asked and where the proof lies, as far as anybody said. */
export function asked<A>(askedBy: A | undefined, evidence: string | undefined) {
  return {
    ...(askedBy === undefined ? {} : { askedBy }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

/** What holds, on what ground, what that means for mail, and what to know before it is changed. */
function linesOf(
  row: SubscriptionRow,
  offer: Decision,
  glance: Glance,
  reading: Reading,
): readonly string[] {
  return [
    stateLine(row, glance, reading),
    ...(row.legalBasis === undefined && row.explanation === undefined
      ? []
      : [groundLine(row, reading)]),
    ...(row.objection === undefined ? [] : [objectionLine(row.objection, reading)]),
    mailLine(row, glance, reading),
    ...leftOutLines(row, glance, reading),
    ...(offer.kind === 'allow' ? offer.notes : []).map((note) => told(note, reading)),
  ];
}

/** Will it be sent; and why, where it is although nobody opted in. */
function mailLine(
  { state, verdict, optIn }: SubscriptionRow,
  glance: Glance,
  reading: Reading,
): string {
  const { words } = reading;
  const { privacySettings } = glance;
  const mail = () => words.mail(verdict, tellingOf(glance, reading));
  if (state !== 'not-specified' || verdict.mail !== 'sent') return mail();
  const isInternal =
    optIn.kind === 'deny' && optIn.because.some(({ rule }) => rule === 'internal-type');
  if (isInternal) return words.mailSays['sent-as-one-to-one'];
  return privacySettings === 'on' ? mail() : words.mailSays[SENT_AS[privacySettings]];
}

/** HubSpot may leave the contact out of mail that it would send. */
function leftOutLines(
  { verdict: { mail, deliverability } }: SubscriptionRow,
  glance: Glance,
  reading: Reading,
): readonly string[] {
  return deliverability.is === 'may-leave-out' && mail.startsWith('sent')
    ? [reading.words.leftOut(deliverability.why, tellingOf(glance, reading))]
    : [];
}

const SENT_AS = {
  off: 'sent-as-settings-are-off',
  'on-not-enforced': 'sent-as-settings-are-not-enforced',
} as const;

/** A "no" of the person that the state HubSpot holds does not show. */
function objectionLine(open: OpenObjection, reading: Reading): string {
  const { words } = reading;
  return words.rowObjection(
    open.returned,
    words.objection(open, (at) => dayOf(at, reading)),
  );
}

function stateLine({ state, last }: SubscriptionRow, glance: Glance, reading: Reading): string {
  const { words } = reading;
  if (isNotRecorded(state, glance)) return words.stateNotRecorded;
  const word = words.state[state];
  if (last === undefined || state === 'not-specified') return word;
  return words.since(word, timeIn(last, reading), words.who(last.actor));
}

/** On what ground; with its own date and author where another change set it than the one that brought about the state. */
function groundLine(row: SubscriptionRow, reading: Reading): string {
  const ground = groundIn(row, reading);
  const { basisSet } = row;
  if (basisSet === undefined) return ground;
  const { words } = reading;
  return words.basisSet(ground, timeIn(basisSet, reading), words.who(basisSet.actor));
}

function groundIn({ legalBasis, explanation }: SubscriptionRow, { words }: Reading): string {
  const names: Readonly<Record<string, string>> = words.legalBasis;
  if (legalBasis === undefined) return explanation ?? '';
  const basis = names[legalBasis] ?? legalBasis;
  return explanation === undefined ? basis : words.labelled(basis, explanation);
}

/** With privacy settings off, "not specified" says nothing about the contact, only about HubSpot's records. */
export function isNotRecorded(state: SubscriptionRow['state'], glance: Glance): boolean {
  return state === 'not-specified' && glance.privacySettings === 'off' && glance.hasAddress;
}
