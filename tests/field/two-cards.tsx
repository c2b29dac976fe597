import { Alert, Button, StatusTag, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import * as React from 'react';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import { withWords } from '../../src/app/app.functions/with-words.ts';
import type { Organisation } from '../../src/app/policy/organisation.ts';
import type { Glance } from '../../src/app/contract/snapshot.ts';
import { askThrough } from '../../src/app/extensions/consent/ask.ts';
import { ConsentCard } from '../../src/app/extensions/consent/ConsentCard.tsx';
import { GlanceCard } from '../../src/app/extensions/consent/GlanceCard.tsx';
import { OPEN, worldOf, type Held } from '../functions/hubspot-in-memory.ts';

const PAGE = {
  refreshObjectProperties: () => undefined,
  onCrmPropertiesUpdate: () => undefined,
  closeOverlay: () => undefined,
  copyTextToClipboard: () => Promise.resolve(),
};

/** What a person reads on both cards, over the product's own functions. */
export interface Shown {
  readonly glance: Glance;
  readonly tab: string;
  readonly sidebar: string;
}

export async function bothCards(
  hubspot: Held,
  settings: Partial<Organisation>,
  language: string,
): Promise<Shown> {
  const world = worldOf(hubspot, settings);
  const ask = askThrough(async (_uid, { parameters }) =>
    withWords(parameters, await readConsent({ parameters, propertiesToSend: OPEN }, world)),
  );
  const reply = await readConsent(
    { parameters: { part: 'glance' }, propertiesToSend: OPEN },
    worldOf(hubspot, settings),
  );
  if (reply.status !== 'glance') throw new Error(JSON.stringify(reply));
  const user = { language, locale: language === 'en' ? 'en-GB' : language };
  const drawn = async (card: React.ReactElement, at: 'crm.record.tab' | 'crm.record.sidebar') => {
    const renderer = createRenderer(at);
    renderer.render(card);
    await renderer.waitFor(() => {
      if (renderer.findAll(StatusTag).every(({ text }) => (text ?? '').includes('…')))
        throw new Error('still loading');
    });
    return [
      ...renderer.findAll(Alert).map(({ props }) => props.title),
      ...renderer.findAll(StatusTag).map(({ text }) => text ?? ''),
      ...renderer.findAll(Text).map(({ text }) => text ?? ''),
      ...renderer.findAll(Button).map(({ text }) => `[${text ?? ''}]`),
    ].join('\n');
  };
  return {
    glance: reply.glance,
    tab: await drawn(
      <ConsentCard ask={ask} user={user} timeZone="UTC" page={PAGE} newId={() => 'click-0001'} />,
      'crm.record.tab',
    ),
    sidebar: await drawn(
      <GlanceCard ask={ask} user={user} timeZone="UTC" page={PAGE} />,
      'crm.record.sidebar',
    ),
  };
}
