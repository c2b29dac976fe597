import { Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import type { Glance } from '#contract/snapshot.ts';
import type { Drawing } from './drawing.ts';
import { lockOf } from './lock.ts';
import { LockLines } from './LockLines.tsx';
import { OutcomeLine } from './OutcomeLine.tsx';
import { asked } from './SubscriptionSwitch.tsx';
import type { Intent, Outcome } from './use-consent.ts';
import { useForms } from './use-forms.ts';
import type { By } from './use-glance.ts';
import { WishDialog } from './WishDialog.tsx';

/** Opts out of everything, after a yes to just that: HubSpot has no way back. */
export function EverythingOff(
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
  const { everything, saving: isSaving } = reading.words;
  const offer = glance.wholeContact['opt-out-of-everything'];
  const lock = lockOf(offer, reading);
  const isOffered = offer.kind === 'allow';
  const forms = useForms(page, props.turn, {
    everything: isOffered ? String(glance.optedOutOfEverything) : undefined,
  });
  return (
    <Flex direction="column" gap="xs" testId="everything">
      {saving ? <LoadingSpinner size="xs" label={isSaving} showLabel={true} /> : null}
      {lock === undefined || !glance.hasAddress ? null : (
        <LockLines
          lock={lock}
          about={everything.title}
          ask={props.ask}
          newId={props.newId}
          reading={reading}
          page={page}
          onShowEvent={props.onShowEvent}
          forms={forms}
        />
      )}
      {outcome === undefined || saving ? null : (
        <OutcomeLine
          outcome={outcome}
          holds={undefined}
          reading={reading}
          looking={props.looking}
          onLookAgain={onLookAgain}
        />
      )}
      {isOffered ? (
        <WishDialog
          ask={props.ask}
          newId={props.newId}
          reading={reading}
          page={page}
          busy={busy}
          forms={forms}
          id="everything"
          button={everything.button}
          save={everything.confirm}
          isDanger={true}
          says={[everything.warning]}
          needs={[]}
          onSave={({ askedBy, evidence }) => {
            onChange({
              act: 'opt-out-of-everything',
              confirmed: true,
              ...asked(askedBy, evidence),
            });
          }}
        />
      ) : null}
      {forms.isDiscarded ? <Text>{reading.words.form.discarded}</Text> : null}
    </Flex>
  );
}
