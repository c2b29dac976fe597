import { hubspot } from '@hubspot/ui-extensions';
import * as React from 'react';
import { askThrough } from '../consent/ask.ts';
import { GlanceCard } from '../consent/GlanceCard.tsx';

const ask = askThrough((uid, options) => hubspot.serverless<unknown>(uid, options));

hubspot.extend<'crm.record.sidebar'>(({ context, actions }) => (
  <GlanceCard ask={ask} user={context.user} timeZone={context.portal.timezone} page={actions} />
));
