import { Alert, LoadingButton, Table, TableCell, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import * as React from 'react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { History } from '../../src/app/contract/snapshot.ts';
import type { ConsentEvent } from '../../src/app/evidence/consent-event.ts';
import { eventOf } from '../../src/app/evidence/event-of.ts';
import { askThrough, type Ask } from '../../src/app/extensions/consent/ask.ts';
import { TimelineView } from '../../src/app/extensions/consent/TimelineView.tsx';
import { useHistory } from '../../src/app/extensions/consent/timeline/use-history.ts';
import { readingFor } from './reading-for.ts';

const at = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();

/** Opt-outs of the last so many days of January, newest first. */
function events(count: number): ConsentEvent[] {
  return Array.from({ length: count }, (_, before) =>
    eventOf({ kind: 'subscription', typeId: '11' }, 'opted-out', {
      source: 'email-events',
      record: `cause-${String(before)}`,
      at: at(31 - before),
      actor: { kind: 'contact', by: 'email' },
      raw: {},
    }),
  );
}

function history(count: number, more: Partial<History> = {}): History {
  return {
    readAt: at(31),
    events: events(count),
    evidence: [],
    unread: [],
    olderMayExist: false,
    ...more,
  };
}

const MARKED = { olderMayExist: true, older: { 'email-events': ['page=1'] } };

/** The timeline over answers that the test gives one by one, each when it likes. */
function show(language: 'en' | 'ja' = 'en') {
  const asked: unknown[] = [];
  const waiting: ((reply: unknown) => void)[] = [];
  const ask = askThrough((_uid, { parameters }) => {
    asked.push(parameters);
    return new Promise((resolve) => waiting.push(resolve));
  });
  const renderer = createRenderer('crm.record.tab');
  let readAnew: () => void = () => undefined;
  const onDrawn = (again: () => void) => {
    readAnew = again;
  };
  renderer.render(<Timeline ask={ask} language={language} onDrawn={onDrawn} />);
  const button = () => renderer.findAll(LoadingButton)[0];
  return {
    asked,
    recordChanges: () => {
      readAnew();
    },
    button,
    rows: () => renderer.findAll(TableCell).filter(({ props }) => props.colSpan !== 3).length / 3,
    turnTo: (page: number) => {
      renderer.find(Table).trigger('onPageChange' as never, page as never);
    },
    page: () =>
      [
        ...renderer.findAll(Text).map(({ text }) => text ?? ''),
        ...renderer.findAll(Alert).map(({ props, text }) => `${props.title} ${text ?? ''}`),
      ].join('\n'),
    click: () => {
      button()?.trigger('onClick');
    },
    answer: async (reply: History | object, nth = 0) => {
      await vi.waitFor(() => {
        expect(waiting.length).toBeGreaterThan(nth);
      });
      const [take] = waiting.splice(nth, 1);
      take?.('events' in reply ? { status: 'history', history: reply } : reply);
    },
    until: (expectation: () => void) => vi.waitFor(expectation),
  };
}

function Timeline(props: {
  ask: Ask;
  language: 'en' | 'ja';
  onDrawn: (readAnew: () => void) => void;
}) {
  const [version, setVersion] = useState({});
  const { state, showOlder } = useHistory(props.ask, version);
  props.onDrawn(() => {
    setVersion({});
  });
  return (
    <TimelineView
      state={state}
      reading={readingFor({ language: props.language }, 'UTC')}
      nameOf={() => 'Newsletter'}
      onShowOlder={() => void showOlder()}
    />
  );
}

describe('older changes', () => {
  it('are asked for by one click, as the function said, and come below what is shown', async () => {
    const { answer, asked, button, click, rows, until } = show();
    await answer(history(2, MARKED));
    await until(() => {
      expect(button()?.text).toBe('Show older changes');
    });
    click();
    await until(() => {
      expect(button()?.props.loading).toBe(true);
    });
    expect(button()?.text).toBe('Reading consent from HubSpot');
    expect(rows()).toBe(2);
    click();
    expect(asked).toEqual([{ part: 'history' }, { part: 'older', after: MARKED.older, most: 302 }]);

    await answer(history(4));
    await until(() => {
      expect(rows()).toBe(4);
    });
    expect(button()).toBeUndefined();
  });

  it('that are here already are shown before any is asked for', async () => {
    const { answer, asked, button, click, rows, turnTo, until } = show();
    await answer(history(22, MARKED));
    await until(() => {
      expect(rows()).toBe(20);
    });
    expect(button()).toBeUndefined();
    turnTo(2);
    await until(() => {
      expect(rows()).toBe(2);
    });
    expect(asked).toHaveLength(1);
    click();
    await answer(history(25));
    await until(() => {
      expect(rows()).toBe(5);
    });
    expect(asked).toHaveLength(2);
  });

  it.each([
    ['en', 'Older changes can’t be shown', 'HubSpot is busy', 'Show older changes'],
    ['ja', '以前の変更を表示できません', 'HubSpotへのアクセスが集中しています', '以前の変更を表示'],
  ] as const)(
    'in %s: that can’t be read take nothing away, and may be asked for again',
    async (language, title, because, label) => {
      const { answer, asked, button, click, page, rows, until } = show(language);
      await answer(history(2, MARKED));
      await until(() => {
        expect(button()?.text).toBe(label);
      });
      click();
      await answer({ status: 'trouble', code: 'rate-limited', correlationId: 'c-1' });
      await until(() => {
        expect(page()).toContain(title);
      });
      expect(page()).toContain(because);
      expect(rows()).toBe(2);
      click();
      await answer(history(3));
      await until(() => {
        expect(rows()).toBe(3);
      });
      expect(page()).not.toContain(title);
      expect(asked.slice(1)).toEqual([
        { part: 'older', after: MARKED.older, most: 302 },
        { part: 'older', after: MARKED.older, most: 302 },
      ]);
    },
  );

  it.each([
    ['en', 'No further change was found.', 'Older changes may exist'],
    ['ja', 'ほかの変更は見つかりませんでした。', 'さらに古い変更が存在する可能性があります'],
  ] as const)(
    'in %s: a page that holds none is said to, and so is that more may exist where none can be asked for',
    async (language, nothing, mayExist) => {
      const { answer, button, click, page, until } = show(language);
      await answer(history(2, MARKED));
      await until(() => {
        expect(button()).toBeDefined();
      });
      expect(page()).not.toContain(mayExist);
      click();
      await answer(history(2, { olderMayExist: true }));
      await until(() => {
        expect(page()).toContain(nothing);
      });
      expect(page()).toContain(mayExist);
      expect(button()).toBeUndefined();
    },
  );

  it('stay when the record changes, and a late older page does not cover what is newer', async () => {
    const { answer, asked, button, click, recordChanges, rows, until } = show();
    await answer(history(2, MARKED));
    await until(() => {
      expect(button()).toBeDefined();
    });
    click();
    await answer(history(4, { ...MARKED, older: { 'email-events': ['page=1', 'page=2'] } }));
    await until(() => {
      expect(rows()).toBe(4);
    });
    click();
    recordChanges();
    await until(() => {
      expect(asked).toHaveLength(4);
    });
    expect(asked.at(-1)).toEqual({ part: 'older', after: MARKED.older, most: 304 });
    await answer(history(5, MARKED), 1);
    await until(() => {
      expect(rows()).toBe(5);
    });
    await answer(history(9));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(rows()).toBe(5);
    expect(button()?.props.loading).toBe(false);
  });
});
