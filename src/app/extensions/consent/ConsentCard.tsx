import { Divider, Flex } from '@hubspot/ui-extensions';
import * as React from 'react';
import { useEffect, useMemo, useState } from 'react';
import type { Ask } from './ask.ts';
import { GlanceView } from './GlanceView.tsx';
import { MissedNotice, UnsaidNotice } from './ProblemNotice.tsx';
import type { RecordPage } from './record-page.ts';
import { newRequestId } from './request-id.ts';
import { Skeleton } from './Skeleton.tsx';
import { namesIn } from './type-names.ts';
import { useClaim, type CardUser } from './use-claim.ts';
import { useConsent } from './use-consent.ts';
import { firstReading, readerFor, tabReading, type Reading } from './words/reading.ts';

interface ConsentCardProps {
  readonly ask: Ask;
  readonly user: CardUser;
  readonly timeZone: string;
  readonly page: RecordPage;
  /** What stands below the glance. */
  readonly below?: React.ComponentType<BelowProps>;
  /** Makes the id of each click; a test hands in its own. */
  readonly newId?: () => string;
}

export interface BelowProps {
  readonly ask: Ask;
  readonly reading: Reading;
  /** Another object whenever the glance was read anew. */
  readonly version: object;
  readonly nameOf: (typeId: string) => string;
  /** An event to be shown alone; a new object shows it again. */
  readonly focus: { readonly eventId: string } | undefined;
}

/** The whole card: the glance, every change, and what stands below. It draws what the functions answer and decides nothing. */
export function ConsentCard(props: ConsentCardProps) {
  const { user, timeZone, page, below: Below, newId = newRequestId } = props;
  const { refreshObjectProperties, onCrmPropertiesUpdate } = page;
  const ask = useClaim(props.ask, user);
  const reader = useMemo(() => readerFor(user, timeZone), [user, timeZone]);
  const consent = useConsent(ask, reader.language, refreshObjectProperties, newId);
  const { state, looking, messages, refresh, change } = consent;
  const reading = useMemo(
    () =>
      messages?.tab === undefined
        ? undefined
        : tabReading(reader, { seen: messages.seen, tab: messages.tab }),
    [reader, messages],
  );
  useEffect(() => {
    onCrmPropertiesUpdate('*', () => void refresh());
  }, [onCrmPropertiesUpdate, refresh]);
  const [focus, setFocus] = useState<BelowProps['focus']>();
  const lookAgain = () => void refresh('person');

  if (state.kind === 'asking') return <Skeleton words={firstReading(reader).words} />;
  if (reading === undefined)
    return <UnsaidNotice state={state} looking={looking} reader={reader} onLookAgain={lookAgain} />;
  return (
    <Flex direction="column" gap="md">
      <MissedNotice state={state} looking={looking} reading={reading} onLookAgain={lookAgain} />
      {state.kind === 'failed' ? null : (
        <GlanceView
          ask={ask}
          glance={state.glance}
          again={state.missed === undefined ? state.again : undefined}
          reading={reading}
          page={page}
          newId={newId}
          changing={consent.changing}
          outcome={consent.outcome}
          turn={consent.turn}
          looking={looking}
          owed={consent.owed}
          isUnrecorded={consent.isUnrecorded}
          onChange={(about, intent) => void change(about, intent)}
          onLookAgain={lookAgain}
          onShowEvent={
            Below === undefined
              ? undefined
              : (eventId) => {
                  setFocus({ eventId });
                }
          }
        />
      )}
      {state.kind === 'failed' || Below === undefined ? null : (
        <>
          <Divider />
          <Below
            ask={ask}
            reading={reading}
            version={state.glance}
            nameOf={namesIn(state.glance, reading)}
            focus={focus}
          />
        </>
      )}
    </Flex>
  );
}
