import {
  Accordion,
  DateInput,
  DescriptionListItem,
  SearchInput,
  Select,
  Table,
  TableCell,
  TableRow,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import * as React from 'react';
import type { History } from '../../src/app/contract/snapshot.ts';
import type { ConsentEvent, Subject, Witness } from '../../src/app/evidence/consent-event.ts';
import { eventOf } from '../../src/app/evidence/event-of.ts';
import { TimelineView } from '../../src/app/extensions/consent/TimelineView.tsx';
import { readingFor } from './reading-for.ts';

export type Language = 'en' | 'ja';
type Renderer = ReturnType<typeof createRenderer>;

const newsletter = { kind: 'subscription', typeId: '11' } as const;

export function told(
  at: string,
  change: ConsentEvent['change'] = 'opted-out',
  witness: Partial<Witness> = {},
  about: Subject = newsletter,
): ConsentEvent {
  return eventOf(about, change, {
    source: 'email-events',
    record: `cause-${at}`,
    at,
    actor: { kind: 'contact', by: 'email' },
    raw: {},
    ...witness,
  });
}

/** So many opt-outs, a minute between two, newest first. */
export function many(count: number): ConsentEvent[] {
  const newest = Date.UTC(2026, 6, 3, 12);
  return Array.from({ length: count }, (_, before) =>
    told(new Date(newest - before * 60_000).toISOString()),
  );
}

export function historyOf(events: readonly ConsentEvent[], more: Partial<History> = {}): History {
  return {
    readAt: '2026-07-03T15:30:00.000Z',
    events,
    evidence: [],
    unread: [],
    olderMayExist: false,
    ...more,
  };
}

const NAMES: Readonly<Record<string, string>> = { 11: 'Newsletter', 12: 'Product news' };
const nameOf = (typeId: string) => NAMES[typeId] ?? typeId;

const FILTER: Readonly<Record<Language, string>> = { en: 'Filter', ja: '絞り込み' };

/** The renderer's types know only a table without pages. */
interface Pages {
  readonly page?: number;
  readonly pageCount?: number;
}

type More = Partial<
  Omit<React.ComponentProps<typeof TimelineView>, 'state' | 'reading' | 'nameOf'>
>;

/** The timeline of a history as HubSpot's own renderer draws it, and what a person does with it. */
export function drawn(
  history: History,
  { language = 'en', timeZone = 'Asia/Tokyo' }: { language?: Language; timeZone?: string } = {},
  more: More = {},
) {
  const locale = language === 'en' ? 'en-gb' : 'ja-jp';
  const reading = readingFor({ language, locale }, timeZone);
  const state = { kind: 'shown', history } as const;
  const timeline = (now: More) => (
    <TimelineView
      state={state}
      reading={reading}
      nameOf={nameOf}
      onShowOlder={() => undefined}
      {...now}
    />
  );
  const renderer = createRenderer('crm.record.tab');
  renderer.render(timeline(more));
  const choice = (name: string) =>
    renderer.findAll(Select).find(({ props }) => props.name === name);
  return {
    renderer,
    again: (now: More) => {
      renderer.render(timeline(now));
    },
    rows: () => rowsIn(renderer),
    days: () =>
      renderer
        .findAll(TableCell)
        .filter(({ props }) => props.colSpan === 3)
        .map((cell) => cell.find(Text).text),
    tags: () => renderer.findAll(Tag).map(({ text }) => text),
    texts: () => renderer.findAll(Text).map(({ text }) => text),
    page: () => {
      const { page = 1, pageCount = 1 } = renderer.find(Table).props as Pages;
      return `${String(page)}/${String(pageCount)}`;
    },
    turnTo: (page: number) => {
      renderer.find(Table).trigger('onPageChange' as never, page as never);
    },
    search: (query: string) => {
      renderer.find(SearchInput).trigger('onChange', query as never);
    },
    filter: () => {
      renderer.find(Accordion, { title: FILTER[language] }).trigger('onClick');
    },
    choices: (name: string) => choice(name)?.props.options.map(({ label }) => label),
    choose: (name: string, label: string) => {
      const value = choice(name)?.props.options.find((one) => one.label === label)?.value;
      choice(name)?.trigger('onChange', value as never);
    },
    openNth: (nth: number) => {
      renderer.find(Table).findAll(Accordion)[nth]?.trigger('onClick');
    },
    facts: () =>
      renderer
        .findAll(DescriptionListItem)
        .map((item) => [item.props.label, item.find(Text).text] as const),
    pickDay: (year: number, month: number, date: number) => {
      renderer.find(DateInput).trigger('onChange', { year, month: month - 1, date } as never);
    },
  };
}

/** The text of each event's own cells, without what stands in them beside it. */
export function rowsIn(renderer: Renderer): string[][] {
  return renderer
    .findAll(TableRow)
    .map((row) => row.findAll(TableCell))
    .filter((cells) => cells.length === 3)
    .map((cells) => cells.map((cell) => ownText(cell)));
}

function ownText(cell: { readonly text: string | null }): string {
  return (cell.text ?? '').trim();
}
