import * as React from 'react';
import type { Listing, StageView } from '../../stage/view.ts';
import type { Language } from '../words.ts';
import { DateForm } from './DateForm.tsx';
import { FailureForm } from './FailureForm.tsx';
import { ROLES, type Role } from './parts.ts';
import { PlayedLast, PlayedLog } from './PlayedLog.tsx';
import { RoleForm } from './RoleForm.tsx';
import { StepList } from './StepList.tsx';
import type { Asking, Refused } from './use-stage.ts';
import { playWords } from './words/index.ts';

/** Wide enough for a column of its own; narrower, the panel is a drawer at the bottom, shut at first. */
const WIDE = '(min-width: 1081px)';

/** Everything that one can play beside the record. */
export function PlayPanel(props: {
  readonly scenario: Listing['scenarios'][number];
  readonly timeZone: string;
  readonly listing: Listing;
  readonly view: StageView;
  readonly hasAddress: boolean;
  readonly refused: Refused | undefined;
  readonly language: Language;
  readonly ask: Asking['ask'];
}) {
  const { scenario, timeZone, listing, view, hasAddress, refused, language, ask } = props;
  const { portalId, contactId } = scenario;
  const words = playWords[language];
  return (
    <details className="panel play" open={window.matchMedia(WIDE).matches}>
      <summary>{words.title}</summary>
      <div>
        <p className="play-micro">{words.intro}</p>
        <StepList {...{ scenario, timeZone, listing, view, language, ask }} />
        {(Object.keys(ROLES) as Role[]).map((role) => (
          <details key={role} className="play-role" data-role={role}>
            <summary>{words.role[role]}</summary>
            <RoleForm
              {...{ role, portalId, contactId, hasAddress, listing, view, language, ask }}
            />
          </details>
        ))}
        <details className="play-role" data-role="date">
          <summary>{words.date.title}</summary>
          <DateForm {...{ portalId, timeZone, view, language, ask }} />
        </details>
        <details className="play-role" data-role="failures">
          <summary>{words.failures.title}</summary>
          <FailureForm {...{ view, language, ask }} />
        </details>
        <PlayedLog {...{ timeZone, listing, view, language }} />
        <PlayedLast {...{ timeZone, listing, view, language, refused }} />
      </div>
    </details>
  );
}
