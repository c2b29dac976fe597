import { hubspot } from '@hubspot/ui-extensions';
import * as React from 'react';
import { askThrough, type Serverless } from '../consent/ask.ts';
import { ConsentCard, type BelowProps } from '../consent/ConsentCard.tsx';
import { askAsOfThrough } from '../consent/timeline/ask-as-of.ts';
import { TimelineView } from '../consent/TimelineView.tsx';
import { useHistory } from '../consent/timeline/use-history.ts';

const serverless: Serverless = (uid, options) => hubspot.serverless<unknown>(uid, options);
const ask = askThrough(serverless);
const askAsOf = askAsOfThrough(serverless);

hubspot.extend<'crm.record.tab'>(({ context, actions }) => (
  <ConsentCard
    ask={ask}
    user={context.user}
    timeZone={context.portal.timezone}
    page={actions}
    below={Timeline}
  />
));

function Timeline({ ask, reading, version, nameOf, focus }: BelowProps) {
  const { state, showOlder } = useHistory(ask, version);
  return (
    <TimelineView
      state={state}
      reading={reading}
      nameOf={nameOf}
      onShowOlder={(more) => void showOlder(more)}
      askAsOf={askAsOf}
      focus={focus}
    />
  );
}
