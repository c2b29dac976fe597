import { LoadingButton, SearchInput, Table, TableCell, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import * as React from 'react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { sliceOf } from '../../src/app/app.functions/slice-of.ts';
import { FIRST_EVENTS, MOST_EVENTS } from '../../src/app/contract/slice.ts';
import type { History } from '../../src/app/contract/snapshot.ts';
import { askThrough, type Ask } from '../../src/app/extensions/consent/ask.ts';
import { useHistory } from '../../src/app/extensions/consent/timeline/use-history.ts';
import { TimelineView } from '../../src/app/extensions/consent/TimelineView.tsx';
import { readingFor } from './reading-for.ts';
import { historyOf, many, told } from './timeline-drawn.tsx';

type Focus = { readonly eventId: string } | undefined;
type Language = 'en' | 'ja' | 'de';

/** The timeline over a function that cuts its answers as the product does, from what HubSpot tells at that time. */
function show(first: History, language: Language = 'en', focusAtFirst?: Focus) {
  let whole = first;
  let trouble = false;
  let gate = Promise.resolve();
  const asked: Record<string, unknown>[] = [];
  const ask = askThrough((_uid, { parameters }) => {
    asked.push(parameters);
    return gate.then(() =>
      trouble
        ? { status: 'trouble', code: 'rate-limited', correlationId: 'c-1' }
        : { status: 'history', history: { ...whole, ...sliceOf(whole, parameters) } },
    );
  });
  let again: () => void = () => undefined;
  let seek: (eventId: string) => void = () => undefined;
  let held: History | undefined;
  function Timeline(props: { readonly ask: Ask }) {
    const [version, setVersion] = useState({});
    const [focus, setFocus] = useState<Focus>(focusAtFirst);
    const { state, showOlder } = useHistory(props.ask, version);
    again = () => {
      setVersion({});
    };
    seek = (eventId) => {
      setFocus({ eventId });
    };
    held = state.kind === 'shown' ? state.history : undefined;
    return (
      <TimelineView
        state={state}
        reading={readingFor({ language }, 'UTC')}
        nameOf={() => 'Newsletter'}
        onShowOlder={(more) => void showOlder(more)}
        focus={focus}
      />
    );
  }
  const renderer = createRenderer('crm.record.tab');
  renderer.render(<Timeline ask={ask} />);
  const button = () => renderer.findAll(LoadingButton)[0];
  const pages = () =>
    (renderer.find(Table).props as { readonly pageCount?: number }).pageCount ?? 1;
  const turnToLast = () => {
    if (pages() > 1) renderer.find(Table).trigger('onPageChange' as never, pages() as never);
  };
  const until = (expectation: () => void) => vi.waitFor(expectation);
  return {
    asked,
    until,
    button,
    pages,
    turnToLast,
    turnToLastOfEvidence: () => {
      renderer.findAll(Table)[1]?.trigger('onPageChange' as never, 5 as never);
    },
    buttons: () => renderer.findAll(LoadingButton).length,
    rows: () => renderer.findAll(TableCell).filter(({ props }) => props.colSpan !== 3).length / 3,
    texts: () => renderer.findAll(Text).map(({ text }) => text),
    held: () => held,
    search: (query: string) => {
      renderer.find(SearchInput).trigger('onChange', query as never);
    },
    seek: (eventId: string) => {
      seek(eventId);
    },
    tellsNow: (history: History) => {
      whole = history;
    },
    /** Answers wait until they are let go. */
    holdsBack: () => {
      let letGo: () => void = () => undefined;
      gate = new Promise((resolve) => {
        letGo = resolve;
      });
      return () => {
        letGo();
      };
    },
    fails: (isFailing: boolean) => {
      trouble = isFailing;
    },
    recordChanges: () => {
      again();
    },
    /** Turns to the last page and asks there for older changes. */
    goOn: async () => {
      const before = asked.length;
      turnToLast();
      button()?.trigger('onClick');
      await until(() => {
        expect(asked.length).toBeGreaterThan(before);
        expect(button()?.props.loading ?? false).toBe(false);
      });
    },
  };
}

const ids = (history: History | undefined) => history?.events.map(({ id }) => id);
const MARKS = { 'email-events': ['page=1'] };

describe('a long timeline', () => {
  it('is asked for part by part, first what was read and then the next page of the sources', async () => {
    const whole = historyOf(many(1_000), { olderMayExist: true, older: MARKS });
    const timeline = show(whole);
    await timeline.until(() => {
      expect(timeline.held()?.events).toHaveLength(FIRST_EVENTS);
    });
    await timeline.goOn();
    expect(timeline.held()?.events).toHaveLength(400);
    await timeline.goOn();
    await timeline.goOn();
    expect(ids(timeline.held())).toEqual(ids(whole));
    expect(timeline.held()).not.toHaveProperty('leftOut');
    expect(timeline.pages()).toBe(50);
    await timeline.goOn();
    expect(timeline.asked).toEqual([
      { part: 'history' },
      { part: 'history', from: 99, most: 301 },
      { part: 'history', from: 399, most: 301 },
      { part: 'history', from: 699, most: 301 },
      { part: 'older', after: MARKS, most: 1_300 },
    ]);
    expect(timeline.texts()).toContain('No further change was found.');
  });

  it('says that nothing older was found only where nothing was, also when an answer can carry no more', async () => {
    const marked = { olderMayExist: true, older: MARKS };
    const timeline = show(historyOf(many(MOST_EVENTS), marked), 'en', { eventId: 'nowhere' });
    await timeline.until(() => {
      expect(timeline.held()?.events).toHaveLength(MOST_EVENTS);
    });
    timeline.tellsNow(historyOf(many(MOST_EVENTS + 200), marked));
    timeline.button()?.trigger('onClick');
    await timeline.until(() => {
      expect(timeline.held()?.leftOut).toEqual({ events: 200, evidence: 0 });
    });
    expect(timeline.texts()).not.toContain('No further change was found.');
    expect(timeline.texts()).toContain('Searches the newest 10,000 of 10,200 changes.');
  });

  it('shows evidence part by part too, each once', async () => {
    const whole = historyOf(many(3), { evidence: many(400) });
    const timeline = show(whole);
    await timeline.until(() => {
      expect(timeline.held()?.evidence).toHaveLength(FIRST_EVENTS);
    });
    expect(timeline.buttons()).toBe(1);
    timeline.turnToLastOfEvidence();
    expect(timeline.buttons()).toBe(2);
    await timeline.goOn();
    expect(timeline.held()).toMatchObject({ events: whole.events, evidence: whole.evidence });
    expect(timeline.buttons()).toBe(0);
  });

  it('stays where it is while more is asked for, and where that fails', async () => {
    const timeline = show(historyOf(many(190)));
    await timeline.until(() => {
      expect(timeline.pages()).toBe(5);
    });
    timeline.fails(true);
    await timeline.goOn();
    await timeline.until(() => {
      expect(timeline.held()?.events).toHaveLength(FIRST_EVENTS);
    });
    expect(timeline.rows()).toBe(20);
    expect(timeline.pages()).toBe(5);
    timeline.fails(false);
    await timeline.goOn();
    expect(timeline.rows()).toBe(20);
    expect(timeline.pages()).toBe(10);
    expect(timeline.button()).toBeUndefined();
  });

  it('is read again as far back as it is shown when the record changes', async () => {
    const timeline = show(historyOf(many(1_000)));
    await timeline.until(() => {
      expect(timeline.pages()).toBe(5);
    });
    await timeline.goOn();
    const news = [told('2026-07-03T13:00:00.000Z'), ...many(1_000)];
    timeline.tellsNow(historyOf(news));
    timeline.recordChanges();
    await timeline.until(() => {
      expect(ids(timeline.held())?.[0]).toBe(news[0]?.id);
    });
    expect(ids(timeline.held())).toEqual(news.slice(0, 400).map(({ id }) => id));
    expect(timeline.asked.at(-1)).toEqual({ part: 'history', most: 400 });
  });

  it.each([
    ['one came on top', () => [told('2026-07-03T13:00:00.000Z'), ...many(1_000)]],
    [
      'one came on top, and HubSpot dropped its oldest',
      () => [told('2026-07-03T13:00:00.000Z'), ...many(999)],
    ],
    ['one went', () => many(1_000).slice(1)],
  ])('tells nothing twice and leaves nothing out where %s meanwhile', async (_, now) => {
    const timeline = show(historyOf(many(1_000)));
    await timeline.until(() => {
      expect(timeline.pages()).toBe(5);
    });
    timeline.tellsNow(historyOf(now()));
    await timeline.goOn();
    expect(ids(timeline.held())).toEqual(
      now()
        .slice(0, 400)
        .map(({ id }) => id),
    );
    while (timeline.held()?.leftOut !== undefined) await timeline.goOn();
    expect(ids(timeline.held())).toEqual(now().map(({ id }) => id));
  });

  it.each([
    [
      'en',
      'Searches the newest 100 of 2,340 changes.',
      'Searches the newest 400 of 2,340 changes.',
    ],
    [
      'ja',
      '検索と絞り込みの対象は、全2,340件の変更のうち最新の100件です。',
      '検索と絞り込みの対象は、全2,340件の変更のうち最新の400件です。',
    ],
    [
      'de',
      'Durchsucht werden die neuesten 100 von 2.340 Änderungen.',
      'Durchsucht werden die neuesten 400 von 2.340 Änderungen.',
    ],
  ] as const)('in %s: says which of it is searched', async (language, first, then) => {
    const timeline = show(historyOf(many(2_340)), language);
    await timeline.until(() => {
      expect(timeline.texts()).toContain(first);
    });
    await timeline.goOn();
    expect(timeline.texts()).toContain(then);
    timeline.search('nothing like it');
    expect(timeline.texts()).toContain(then);
  });

  it('says no such thing where all of it is here', async () => {
    const timeline = show(historyOf(many(FIRST_EVENTS)));
    await timeline.until(() => {
      expect(timeline.pages()).toBe(5);
    });
    expect(timeline.texts().join()).not.toContain('Searches');
    timeline.turnToLast();
    expect(timeline.button()).toBeUndefined();
  });
});

describe('an event that a lock names and that is not here yet', () => {
  const whole = historyOf(many(2_000));
  const wanted = whole.events[1_800]?.id ?? '';

  it.each(['before', 'after'])(
    'is asked for at once, and shown (link %s the timeline)',
    async (when) => {
      const timeline = show(whole, 'en', when === 'before' ? { eventId: wanted } : undefined);
      if (when === 'after') {
        await timeline.until(() => {
          expect(timeline.pages()).toBe(5);
        });
        const letGo = timeline.holdsBack();
        timeline.seek(wanted);
        await timeline.until(() => {
          expect(timeline.button()?.props.loading).toBe(true);
        });
        expect(timeline.texts()).not.toContain('No change fits.');
        letGo();
      }
      await timeline.until(() => {
        expect(timeline.rows()).toBe(1);
      });
      expect(timeline.asked.slice(1)).toEqual([{ part: 'history', from: 99, most: MOST_EVENTS }]);
      expect(timeline.texts().join()).not.toContain('Searches');
    },
  );

  it('is asked for once a click, and where it can’t be read the card says what it looked through', async () => {
    const timeline = show(whole);
    await timeline.until(() => {
      expect(timeline.pages()).toBe(5);
    });
    timeline.fails(true);
    timeline.seek(wanted);
    await timeline.until(() => {
      expect(timeline.texts()).toContain('No change fits.');
    });
    expect(timeline.texts()).toContain('Searches the newest 100 of 2,000 changes.');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(timeline.asked).toHaveLength(2);
    timeline.fails(false);
    timeline.seek(wanted);
    await timeline.until(() => {
      expect(timeline.rows()).toBe(1);
    });
  });

  it('and is nowhere is said not to be, when all was looked through', async () => {
    const timeline = show(whole, 'en', { eventId: 'nowhere' });
    await timeline.until(() => {
      expect(timeline.held()?.events).toHaveLength(2_000);
      expect(timeline.texts()).toContain('No change fits.');
    });
    expect(timeline.asked).toHaveLength(2);
  });

  it('that is here already asks for nothing', async () => {
    const timeline = show(whole, 'en', { eventId: whole.events[3]?.id ?? '' });
    await timeline.until(() => {
      expect(timeline.rows()).toBe(1);
    });
    expect(timeline.asked).toHaveLength(1);
  });
});
