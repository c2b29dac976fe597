import type { WAYS_TO_ASK } from '#contract/requests.ts';
import type { Glance, MarketingRequest, MarketingStatus } from '#contract/snapshot.ts';
import type { FactName } from '#policy/facts.ts';
import type { Mail, OneToOneVerdict, Signals } from '#policy/verdict.ts';
import type { TabMessages } from '#words/messages.ts';
import type { Telling } from './deliverability-words.ts';
import { eventWords } from './event-words.ts';
import { fill, pluralIn } from './fill.ts';
import type { SeenWords } from './seen-words.ts';
import { timelineWords } from './timeline-words.ts';

/** How the contact's own wish reached staff. */
export type WayToAsk = (typeof WAYS_TO_ASK)[number];

/** What only the tab says, with its places filled: changes, their locks, what becomes of them, and the timeline. */
export function tabWords(seen: SeenWords, tab: TabMessages, language: string) {
  const plural = pluralIn(language);
  const named = (message: string) => (name: string) => fill(message, { name });
  const signalsIn = ({ consent, deliverability, billing }: Signals) =>
    [consent, deliverability, billing] as const;
  const why = (signals: Signals, telling: Telling) =>
    seen.obstaclesIn(
      signalsIn(signals).flatMap((signal) => (signal.is === 'off' ? signal.why : [])),
      telling,
    );
  const what = (signals: Signals) =>
    seen.whatIsUnknown(
      signalsIn(signals).flatMap((signal) => (signal.is === 'unknown' ? signal.why : [])),
    );
  return {
    ...tab,
    mailSays: tab.mail,
    /** Three signals and one sentence: will mail of one type be sent? */
    mail: (verdict: Signals & { readonly mail: Mail }, telling: Telling) =>
      fill(tab.mail[verdict.mail], {
        why:
          verdict.mail === 'sent-too-late'
            ? seen.obstacles['consent-outdated']
            : why(verdict, telling),
        what: what(verdict),
      }),
    oneToOne: (verdict: OneToOneVerdict, dayOf: (date: string) => string, telling: Telling) => {
      const { documentsDisagree: said, mail } = verdict;
      if (said !== undefined)
        return fill(tab.oneToOne.disagree, {
          checkedOn: dayOf(said.checkedOn),
          treatedAs: tab.treatedAs[said.treatedAs],
        });
      return fill(tab.oneToOne[mail === 'sent-too-late' ? 'not-known' : mail], {
        why: why(verdict, telling),
        what: what(verdict),
      });
    },
    /** With HubSpot's own words, where ours are coarser or none. */
    doubleOptInIs: ({
      doubleOptIn,
      doubleOptInValue,
      notUnderstood = {},
    }: Pick<Glance, 'doubleOptIn' | 'doubleOptInValue' | 'notUnderstood'>) => {
      const status = tab.doubleOptIn[doubleOptIn];
      const text = doubleOptInValue ?? notUnderstood['double-opt-in'];
      return text === undefined ? status : fill(tab.doubleOptInValue, { status, text });
    },
    /** Whose rule it is, for a rule that rests on what the page claims. */
    advisory: (whose: string) => fill(tab.advisory, { whose }),
    /** What stands for `{since}` in a rule's words. */
    carriedBy: (who: string) => fill(tab.carriedBy, { who }),
    sinceThen: (at: string) => fill(tab.sinceThen, { at }),
    rowObjection: (returned: 'no' | 'not-known', objection: string) =>
      fill(tab.rowObjection[returned], { objection }),
    basisSet: (basis: string, at: string, who: string) => fill(tab.basisSet, { basis, at, who }),
    optOutAgain: { ...tab.optOutAgain, type: named(tab.optOutAgain.type) },
    notKnown: (missing: readonly FactName[]) =>
      fill(tab.notKnown, { what: seen.list(new Set(missing.map((fact) => tab.facts[fact]))) }),
    /** To the contact, who may choose for themselves. */
    requestText: {
      ...tab.requestText,
      copy: named(tab.requestText.copy),
      text: named(tab.requestText.text),
    },
    approval: {
      ...tab.approval,
      button: named(tab.approval.button),
      asked: (at: string) => fill(tab.approval.asked, { at }),
      already: (at: string) => fill(tab.approval.already, { at }),
    },
    preferenceLink: { ...tab.preferenceLink, copy: named(tab.preferenceLink.copy) },
    setUp: { ...tab.setUp, noKey: (code: string) => fill(tab.setUp.noKey, { code }) },
    optIn: named(tab.optIn),
    optOutOf: named(tab.optOutOf),
    /** Opting out, with how the contact asked for it. */
    recordRequest: named(tab.recordRequest),
    /** A switch whose way on asks for more first. */
    asksFirst: (name: string, why: string) => fill(tab.asksFirst, { name, why }),
    /** The way to the event behind a lock. */
    showEvent: named(tab.showEvent),
    undo: (state: string) => fill(tab.undo, { state }),
    undoUntil: (time: string) => fill(tab.undoUntil, { time }),
    form: {
      ...tab.form,
      ways: tab.ways,
      useWording: (wording: string) => fill(tab.form.useWording, { wording }),
    },
    /** A ready-made explanation: how and when the contact asked for mail of a type. */
    wording: (by: WayToAsk, date: string | undefined, name: string) =>
      fill(tab.wording.says, {
        way: tab.ways[by],
        on: date === undefined ? '' : fill(tab.wording.on, { date }),
        name,
      }),
    /** `updateDate` in words, where it is known. */
    marketing: (status: MarketingStatus, updateDate: string | undefined) => {
      const date = updateDate === undefined ? '' : fill(tab.marketing.date, { date: updateDate });
      const isLeaving = status.kind === 'marketing' && status.untilNextUpdateDate;
      return fill(tab.marketing[status.kind], {
        reason: status.kind === 'unavailable' ? '' : reasonOf(status, tab),
        leaving: isLeaving ? fill(tab.marketing.leaving, { date }) : '',
      });
    },
    /** How far a request is; `at` in words. */
    marketingRequest: ({ to, state, by }: MarketingRequest, at: string) =>
      fill(tab.marketingRequest, {
        wish: tab.marketingWish[to],
        who: by === 'elsewhere' ? tab.marketingElsewhere : '',
        at,
        how: tab.marketingHow[state],
      }),
    nextUpdateDate: (date: string) => fill(tab.nextUpdateDate, { date }),
    otherAddresses: (count: number) =>
      fill(plural(tab.otherAddresses, count), { count: String(count) }),
    timeline: timelineWords(tab.timeline, seen, plural),
    ...eventWords(tab.event),
  };
}

/** Every sentence that the tab can say. */
export type Words = SeenWords & ReturnType<typeof tabWords>;

function reasonOf(
  { reason, reasonName }: { readonly reason?: string; readonly reasonName?: string },
  { marketingReason, marketingSources }: TabMessages,
): string {
  if (reason === undefined) return '';
  return fill(marketingReason.says, {
    source: marketingSources[reason] ?? marketingReason.unexplained,
    name: reasonName === undefined ? '' : fill(marketingReason.name, { name: reasonName }),
  });
}
