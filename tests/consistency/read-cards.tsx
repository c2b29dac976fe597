import { Alert, Flex, StatusTag, Text, Toggle } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import * as React from 'react';
import type { ReadReply } from '../../src/app/contract/reply.ts';
import type { Glance } from '../../src/app/contract/snapshot.ts';
import { withWords } from '../../src/app/app.functions/with-words.ts';
import { askThrough } from '../../src/app/extensions/consent/ask.ts';
import { ConsentCard } from '../../src/app/extensions/consent/ConsentCard.tsx';
import { GlanceCard } from '../../src/app/extensions/consent/GlanceCard.tsx';
import type { Language } from '../../src/app/words/first.ts';
import { LANGUAGES } from '../../src/app/words/languages.ts';
import { TYPES } from './random-contact.ts';

/** What a person reads, place by place. */
export interface TabText {
  readonly headline: readonly string[];
  readonly signals: readonly string[];
  readonly lastChange: string;
  readonly oneToOne: string;
  /** By type id. */
  readonly rows: ReadonlyMap<string, RowText>;
}

export interface RowText {
  readonly lines: readonly string[];
  readonly isOn: boolean;
}

export interface SidebarText {
  readonly headline: readonly string[];
  readonly signals: readonly string[];
  readonly lines: readonly string[];
}

const PAGE = {
  refreshObjectProperties: () => undefined,
  onCrmPropertiesUpdate: () => undefined,
  closeOverlay: () => undefined,
  copyTextToClipboard: () => Promise.resolve(),
};

type Renderer = ReturnType<typeof createRenderer>;

/** The first render is over as soon as a tag says more than that it is loading. */
async function drawn(renderer: Renderer): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    const tags = renderer.findAll(StatusTag);
    if (tags.length > 0 && tags.every(({ text }) => !(text ?? '').endsWith('…'))) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('The card did not draw what it was told.');
}

function render(glance: Glance, language: string, at: 'tab' | 'sidebar') {
  const ask = askThrough((_uid, { parameters }) => {
    const reply: ReadReply = { status: 'glance', glance };
    return Promise.resolve(withWords(parameters, reply));
  });
  const user = { language, locale: language };
  const renderer = createRenderer(at === 'tab' ? 'crm.record.tab' : 'crm.record.sidebar');
  const common = { ask, user, timeZone: 'UTC', page: PAGE };
  renderer.render(
    at === 'tab' ? (
      <ConsentCard {...common} newId={() => 'click-0001'} />
    ) : (
      <GlanceCard {...common} />
    ),
  );
  return renderer;
}

const texts = (nodes: readonly { readonly text: string | null }[]) =>
  nodes.map(({ text }) => text ?? '');

export async function readTab(glance: Glance, language: Language): Promise<TabText> {
  const renderer = render(glance, language, 'tab');
  await drawn(renderer);
  const all = texts(renderer.findAll(Text));
  const { oneToOneTitle } = LANGUAGES[language].tab;
  const rows = new Map(
    TYPES.map(({ id }) => {
      const row = renderer.find(Flex, ({ props }) => props.testId === `type-${id}`);
      return [
        id,
        { lines: texts(row.findAll(Text)), isOn: row.find(Toggle).props.checked === true },
      ] as const;
    }),
  );
  return {
    headline: renderer.findAll(Alert).map(({ props }) => props.title),
    signals: texts(renderer.findAll(StatusTag)),
    lastChange: all[0] ?? '',
    // The renderer lists a label that stands inside a text after that text.
    oneToOne: all[all.findIndex((text) => text.startsWith(oneToOneTitle)) - 1] ?? '',
    rows,
  };
}

export async function readSidebar(glance: Glance, language: string): Promise<SidebarText> {
  const renderer = render(glance, language, 'sidebar');
  await drawn(renderer);
  return {
    headline: renderer.findAll(Alert).map(({ props }) => props.title),
    signals: texts(renderer.findAll(StatusTag)),
    lines: texts(renderer.findAll(Text)),
  };
}
