import { Button, Flex, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import { useState } from 'react';
import type { ApprovalRequest } from '#contract/requests.ts';
import type { Remedy } from '#policy/rule.ts';
import { AskForApproval } from './AskForApproval.tsx';
import { CopyLink, CopyRequest, type OfType } from './ask-the-contact.tsx';
import type { Drawing } from './drawing.ts';
import type { Lock } from './lock.ts';
import type { Forms } from './use-forms.ts';

/** Why it is locked, whose rule that is, and what may be done instead. `Toggle` has no place for a reason. */
export function LockLines(
  props: Drawing & {
    readonly lock: Lock;
    /** What is locked. */
    readonly about: string;
    /** The subscription type, where it is one: the contact may be asked about it. */
    readonly type?: OfType;
    /** The change that is locked, where an approver may be asked about it. */
    readonly wish?: ApprovalRequest['of'] | undefined;
    readonly forms: Forms;
  },
) {
  const { lock, reading } = props;
  const { words } = reading;
  return (
    <>
      {lock.reasons.map(({ says, event }, nth) => (
        <React.Fragment key={says}>
          <Text>{says}</Text>
          {event === undefined ||
          lock.reasons.findIndex((one) => one.event === event) < nth ? null : (
            <EventLink {...props} event={event} />
          )}
        </React.Fragment>
      ))}
      {lock.steps.map((step, nth) => (
        <React.Fragment key={step}>
          <Text variant="microcopy">
            {words.labelled(nth === 0 ? words.nextStep : words.orNextStep, words.remedy[step])}
          </Text>
          <Step {...props} step={step} />
        </React.Fragment>
      ))}
    </>
  );
}

/** The way to the event behind a lock, in the timeline below. */
function EventLink(props: Drawing & { readonly event: string; readonly about: string }) {
  const { event, about, reading, onShowEvent } = props;
  const { words } = reading;
  const [isShown, setIsShown] = useState(false);
  if (onShowEvent === undefined) return null;
  return (
    <Flex gap="sm" align="center" wrap={true}>
      <Button
        size="xs"
        variant="transparent"
        onClick={() => {
          onShowEvent(event);
          setIsShown(true);
        }}
      >
        {words.showEvent(about)}
      </Button>
      {isShown ? <Text variant="microcopy">{words.eventShown}</Text> : null}
    </Flex>
  );
}

/** The step as a button, where there is one. */
function Step(
  props: Drawing & {
    readonly step: Remedy;
    readonly about: string;
    readonly type?: OfType;
    readonly wish?: ApprovalRequest['of'] | undefined;
    readonly forms: Forms;
  },
) {
  const { step, type, wish } = props;
  if (step === 'ask-for-approval' && wish !== undefined)
    return <AskForApproval {...props} wish={wish} />;
  if (step !== 'share-preference-link' || type === undefined) return null;
  return (
    <Flex gap="sm" wrap={true}>
      <CopyLink {...props} type={type} />
      <CopyRequest {...props} type={type} />
    </Flex>
  );
}
