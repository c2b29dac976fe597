import { Button, Flex, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import { useState } from 'react';
import type { Remedy } from '#policy/rule.ts';
import type { Lock } from './lock.ts';
import type { Drawing } from './drawing.ts';

/** Why it is locked, whose rule that is, and what may be done instead. `Toggle` has no place for a reason. */
export function LockLines(
  props: Drawing & {
    readonly lock: Lock;
    /** What is locked. */
    readonly about: string;
    /** The type it is, for a text to the contact. */
    readonly name?: string;
  },
) {
  const { lock, name, reading } = props;
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
      {lock.steps.map((step) => (
        <React.Fragment key={step}>
          <Text variant="microcopy">
            {reading.words.labelled(reading.words.nextStep, reading.words.remedy[step])}
          </Text>
          <Step {...props} step={step} name={name} />
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

/**
 * The step as a button, where there is one. A contact's own preference link takes a function that the app does not
 * have yet; until then the contact can be asked in words that name no address.
 */
function Step(props: Drawing & { readonly step: Remedy; readonly name: string | undefined }) {
  const { step, name, reading, page } = props;
  const [isCopied, setIsCopied] = useState(false);
  if (step !== 'share-preference-link' || name === undefined) return null;
  const words = reading.words.requestText;
  return (
    <Flex gap="sm" align="center">
      <Button
        size="xs"
        variant="secondary"
        onClick={() => {
          void page.copyTextToClipboard(words.text(name)).then(() => {
            setIsCopied(true);
          });
        }}
      >
        {words.copy}
      </Button>
      {isCopied ? <Text variant="microcopy">{words.copied}</Text> : null}
    </Flex>
  );
}
