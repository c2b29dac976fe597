import { hubspot } from '@hubspot/ui-extensions';
import * as React from 'react';
import { askThrough } from '../consent/ask.ts';
import { ConsentCard } from '../consent/ConsentCard.tsx';

const ask = askThrough((uid, options) => hubspot.serverless<unknown>(uid, options));

hubspot.extend<'crm.record.sidebar'>(({ context, actions }) => (
  <ConsentCard ask={ask} user={context.user} timeZone={context.portal.timezone} page={actions} />
));
