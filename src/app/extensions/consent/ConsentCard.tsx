import { Divider, Flex, LoadingSpinner } from '@hubspot/ui-extensions';
import * as React from 'react';
import { useEffect, useMemo } from 'react';
import type { Ask } from './ask.ts';
import { GlanceView } from './GlanceView.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { moment } from './moment.ts';
import type { RecordPage } from './record-page.ts';
import { newRequestId } from './request-id.ts';
import { namesIn } from './type-names.ts';
import { useConsent } from './use-consent.ts';
import { readingFor } from './words/index.ts';

interface ConsentCardProps {
  readonly ask: Ask;
  readonly user: {
    readonly language?: string;
    readonly locale?: string;
    readonly id?: number;
    readonly teams?: readonly { readonly id: number | string }[];
  };
  readonly timeZone: string;
  readonly page: RecordPage;
  /** What stands below the glance; the sidebar has nothing there. */
  readonly below?: React.ComponentType<BelowProps>;
  /** Makes the id of each click; a test hands in its own. */
  readonly newId?: () => string;
}

export interface BelowProps {
  readonly ask: Ask;
  readonly reading: ReturnType<typeof readingFor>;
  /** Changes whenever the glance was read anew. */
  readonly version: string;
  readonly nameOf: (typeId: string) => string;
}

/** The card, whichever place it stands in. It draws what the functions answer and decides nothing. */
export function ConsentCard(props: ConsentCardProps) {
  const { user, timeZone, below: Below } = props;
  const { refreshObjectProperties, onCrmPropertiesUpdate } = props.page;
  const ask = useClaim(props.ask, user);
  const reading = useMemo(() => readingFor(user, timeZone), [user, timeZone]);
  const { state, refresh, change, owed } = useConsent(
    ask,
    refreshObjectProperties,
    props.newId ?? newRequestId,
  );
  useEffect(() => {
    onCrmPropertiesUpdate('*', () => void refresh());
  }, [onCrmPropertiesUpdate, refresh]);

  switch (state.kind) {
    case 'asking':
      return <LoadingSpinner label={reading.words.loading} showLabel={true} layout="centered" />;
    case 'failed':
      return (
        <ProblemNotice
          problem={state.problem}
          words={reading.words}
          onTryAgain={() => void refresh('person')}
        />
      );
    case 'shown':
    case 'changing':
      return (
        <Flex direction="column" gap="md">
          {state.kind === 'shown' && state.problem !== undefined ? (
            <ProblemNotice
              problem={state.problem}
              words={reading.words}
              title={reading.words.notLookedAgain(moment(state.glance.readAt, reading))}
              onTryAgain={() => void refresh('person')}
            />
          ) : null}
          <GlanceView
            glance={state.glance}
            reading={reading}
            changing={state.kind === 'changing' ? state.about : undefined}
            outcome={state.kind === 'shown' ? state.outcome : undefined}
            owed={owed}
            onChange={(about, intent) => void change(about, intent, state.glance)}
            onLookAgain={() => void refresh('person')}
          />
          {Below === undefined ? null : (
            <>
              <Divider />
              <Below
                ask={ask}
                reading={reading}
                version={state.glance.readAt}
                nameOf={namesIn(state.glance, reading)}
              />
            </>
          )}
        </Flex>
      );
  }
}

/** Says who is asking wherever HubSpot's page tells, and asks anew only when that changes. */
function useClaim(ask: Ask, { id, teams = [] }: ConsentCardProps['user']): Ask {
  const teamIds = teams.map((team) => String(team.id)).join(' ');
  return useMemo(
    () =>
      id === undefined
        ? ask
        : ask.claiming({ userId: String(id), teamIds: teamIds === '' ? [] : teamIds.split(' ') }),
    [ask, id, teamIds],
  );
}
