import { Divider, Flex, LoadingSpinner } from '@hubspot/ui-extensions';
import * as React from 'react';
import { useEffect, useMemo } from 'react';
import type { Ask } from './ask.ts';
import { GlanceView } from './GlanceView.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
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
  /** Tells HubSpot that the record's properties have changed. */
  readonly afterChange: () => void;
  /** Calls back whenever the record changes elsewhere. */
  readonly onRecordChange: (callback: () => void) => void;
  /** What stands below the glance; the sidebar has nothing there. */
  readonly below?: React.ComponentType<BelowProps>;
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
  const { user, timeZone, afterChange, onRecordChange, below: Below } = props;
  const ask = useClaim(props.ask, user);
  const reading = useMemo(() => readingFor(user, timeZone), [user, timeZone]);
  const { state, refresh, change } = useConsent(ask, afterChange);
  useEffect(() => {
    onRecordChange(() => void refresh());
  }, [onRecordChange, refresh]);

  switch (state.kind) {
    case 'asking':
      return <LoadingSpinner label={reading.words.loading} showLabel={true} layout="centered" />;
    case 'failed':
      return (
        <ProblemNotice
          problem={state.problem}
          words={reading.words}
          onTryAgain={() => void refresh()}
        />
      );
    case 'shown':
    case 'changing':
      return (
        <Flex direction="column" gap="md">
          <GlanceView
            glance={state.glance}
            reading={reading}
            changingTypeId={state.kind === 'changing' ? state.typeId : undefined}
            outcome={state.kind === 'shown' ? state.outcome : undefined}
            onChange={(request) => void change(request, state.glance)}
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
