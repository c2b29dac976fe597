import { Box, Button, Flex, LoadingSpinner, Text, Toggle } from '@hubspot/ui-extensions';
import * as React from 'react';
import type { Glance } from '#contract/snapshot.ts';
import { approvalForm } from './AskForApproval.tsx';
import type { Drawing } from './drawing.ts';
import { labelOf, lockOf, told } from './lock.ts';
import { LockLines } from './LockLines.tsx';
import { day, moment } from './moment.ts';
import { OutcomeLine } from './OutcomeLine.tsx';
import type { Intent, Outcome } from './use-consent.ts';
import { useForms } from './use-forms.ts';
import type { By } from './use-glance.ts';
import { WishDialog } from './WishDialog.tsx';

/** Marketing status: what it is and why, how far a request is, and what a change costs before it is asked for. */
export function MarketingSwitch(
  props: Drawing & {
    readonly glance: Glance;
    readonly saving: boolean;
    readonly busy: boolean;
    readonly turn: number;
    readonly looking: By | undefined;
    readonly outcome: Outcome | undefined;
    readonly onChange: (intent: Intent) => void;
    readonly onLookAgain: () => void;
  },
) {
  const { glance, reading, page, saving, busy, outcome, onChange, onLookAgain } = props;
  const { words } = reading;
  const { marketing, marketingRequest: request, updateDate } = glance;
  const isOn = marketing.kind === 'marketing';
  const isLeaving = isOn && marketing.untilNextUpdateDate;
  const off = glance.wholeContact['to-non-marketing'];
  const on = glance.wholeContact['to-marketing'];
  const offer = isOn && !isLeaving ? off : on;
  const lock = lockOf(offer, reading);
  const toMarketing = (!isOn || isLeaving) && on.kind === 'allow' ? on : undefined;
  const asksFirst = toMarketing !== undefined && toMarketing.requires.length > 0;
  const opens = toMarketing !== undefined && (asksFirst || isLeaving) ? toMarketing : undefined;
  const wish = offer === on ? ({ act: 'to-marketing' } as const) : undefined;
  const forms = useForms(page, props.turn, {
    marketing: opens === undefined ? undefined : JSON.stringify([marketing, on]),
    ...(wish !== undefined && lock?.steps.includes('ask-for-approval')
      ? { [approvalForm(wish)]: '' }
      : {}),
  });
  const notes = offer.kind === 'allow' ? offer.notes : [];
  const shown = isLeaving ? 'leaving' : marketing.kind;
  const askOn = (explicitYes?: true) => {
    if (shown === 'unavailable') return;
    onChange({ act: 'to-marketing', shown, ...(explicitYes ? { explicitYes } : {}) });
  };
  // "Requested" would stand beside "applied".
  const isPast =
    outcome?.kind === 'requested' &&
    request !== undefined &&
    (request.state === 'applied' || request.state === 'not-applied');
  const date = updateDate === undefined ? undefined : day(updateDate, reading);

  return (
    <Flex direction="row" gap="md" align="start" testId="marketing">
      <Toggle
        name="marketing"
        label={labelOf(words.marketingTitle, offer, reading)}
        labelDisplay="hidden"
        size="sm"
        checked={isOn}
        readOnly={lock !== undefined || busy || asksFirst || offer.kind === 'done'}
        onChange={(wanted) => {
          if (lock !== undefined || busy || wanted === isOn) return;
          if (!wanted) onChange({ act: 'to-non-marketing' });
          else if (!asksFirst) askOn();
        }}
      />
      <Box flex={1}>
        <Flex direction="column" gap="xs">
          <Text format={{ fontWeight: 'demibold' }}>{words.marketingTitle}</Text>
          {saving ? (
            <LoadingSpinner size="xs" label={words.saving} showLabel={true} />
          ) : (
            <>
              <Text variant="microcopy">{words.marketing(marketing, date)}</Text>
              {glance.isBilledInVain === undefined ? null : (
                <Text>{words.billedInVainFrom(date)}</Text>
              )}
              {glance.isBilledInVain === undefined || off.kind !== 'allow' ? null : (
                <Button
                  size="xs"
                  variant="secondary"
                  disabled={busy}
                  onClick={() => {
                    onChange({ act: 'to-non-marketing' });
                  }}
                >
                  {words.toNonMarketing}
                </Button>
              )}
              {request === undefined ? null : (
                <Text variant={request.state === 'not-applied' ? 'bodytext' : 'microcopy'}>
                  {words.marketingRequest(request, moment(request.at, reading))}
                </Text>
              )}
              {notes.map((note) => (
                <Text key={note.rule} variant="microcopy">
                  {told(note, reading)}
                </Text>
              ))}
              {date === undefined || !isOn || isLeaving ? null : (
                <Text variant="microcopy">{words.nextUpdateDate(date)}</Text>
              )}
            </>
          )}
          {lock === undefined ? null : (
            <LockLines
              lock={lock}
              about={words.marketingTitle}
              ask={props.ask}
              newId={props.newId}
              wish={wish}
              forms={forms}
              reading={reading}
              page={page}
              onShowEvent={props.onShowEvent}
            />
          )}
          {outcome === undefined || saving || isPast ? null : (
            <OutcomeLine
              outcome={outcome}
              holds={undefined}
              reading={reading}
              looking={props.looking}
              onLookAgain={onLookAgain}
            />
          )}
          {opens === undefined ? null : (
            <WishDialog
              ask={props.ask}
              newId={props.newId}
              reading={reading}
              page={page}
              busy={busy}
              forms={forms}
              id="marketing"
              button={isLeaving ? words.keepMarketing : words.toMarketing}
              save={isLeaving ? words.keepMarketing : words.toMarketing}
              says={[...opens.notes, ...opens.requiredBy].map((one) => told(one, reading))}
              needs={opens.requires}
              onSave={({ explicitYes }) => {
                askOn(explicitYes ? true : undefined);
              }}
            />
          )}
          {forms.isDiscarded ? <Text>{words.form.discarded}</Text> : null}
        </Flex>
      </Box>
    </Flex>
  );
}
