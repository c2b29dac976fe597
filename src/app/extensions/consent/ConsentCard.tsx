import { Divider, Flex } from '@hubspot/ui-extensions';
import * as React from 'react';
import { useEffect, useMemo } from 'react';
import type { Ask } from './ask.ts';
import { GlanceView } from './GlanceView.tsx';
import { MissedNotice } from './ProblemNotice.tsx';
import type { RecordPage } from './record-page.ts';
import { newRequestId } from './request-id.ts';
import { Skeleton } from './Skeleton.tsx';
import { namesIn } from './type-names.ts';
import { useClaim, type CardUser } from './use-claim.ts';
import { useConsent } from './use-consent.ts';
import { readingFor } from './words/index.ts';

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
  readonly reading: ReturnType<typeof readingFor>;
  /** Another object whenever the glance was read anew. */
  readonly version: object;
  readonly nameOf: (typeId: string) => string;
}

/** The whole card: the glance, every change, and what stands below. It draws what the functions answer and decides nothing. */
export function ConsentCard(props: ConsentCardProps) {
  const { user, timeZone, page, below: Below, newId = newRequestId } = props;
  const { refreshObjectProperties, onCrmPropertiesUpdate } = page;
  const ask = useClaim(props.ask, user);
  const reading = useMemo(() => readingFor(user, timeZone), [user, timeZone]);
  const consent = useConsent(ask, refreshObjectProperties, newId);
  const { state, refresh, change } = consent;
  useEffect(() => {
    onCrmPropertiesUpdate('*', () => void refresh());
  }, [onCrmPropertiesUpdate, refresh]);
  const lookAgain = () => void refresh('person');

  if (state.kind === 'asking') return <Skeleton words={reading.words} />;
  return (
    <Flex direction="column" gap="md">
      <MissedNotice state={state} reading={reading} onLookAgain={lookAgain} />
      {state.kind === 'failed' ? null : (
        <GlanceView
          ask={ask}
          glance={state.glance}
          reading={reading}
          page={page}
          changing={consent.changing}
          outcome={consent.outcome}
          owed={consent.owed}
          onChange={(about, intent) => void change(about, intent)}
          onLookAgain={lookAgain}
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
          />
        </>
      )}
    </Flex>
  );
}
