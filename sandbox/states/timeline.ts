import { NEWSLETTER, PORTALS } from '../emulator/hubspot/portals.ts';
import { BERLIN, FAILING, fails } from './happenings.ts';
import type { CardState, Desk } from './state.ts';
import { ALL_ARRIVED, both, button } from './words.ts';
import { NOW } from './visit.ts';

const MINUTE = 60_000;
const OLDER = button('Show older changes', '以前の変更を表示');
const THIRD_PAGE = button('3', '3');

/** The timeline: opened, narrowed, as of a day, and further back. */
export const TIMELINE: readonly CardState[] = [
  {
    kind: 'timeline-open-detail',
    name: 'timeline-open-detail',
    title: both('What was read, and where', '記録の詳細'),
    scenario: 'S4',
    steps: [
      ALL_ARRIVED,
      {
        press: button(
          'Seen in property history, today’s status and event occurrences.',
          '確認元：プロパティの履歴、現在のステータス、イベントの発生記録。',
        ),
      },
    ],
    says: {
      tab: both(
        ['hs_email_optout_501', '2026-07-03T05:05:00.000Z'],
        ['hs_email_optout_501', '2026-07-03T05:05:00.000Z'],
      ),
    },
    isTimeline: true,
  },
  {
    kind: 'timeline-filtered',
    name: 'timeline-filtered',
    title: both('Filtered by type', '種類で絞り込み'),
    scenario: 'S8',
    steps: [
      ALL_ARRIVED,
      { press: button('Filter', '絞り込み') },
      { choose: both('What', '内容'), option: both('Newsletter', 'ニュースレター') },
    ],
    says: {
      tab: both(['Opted in to Newsletter'], ['「ニュースレター」を配信登録']),
    },
    isTimeline: true,
  },
  {
    kind: 'timeline-nothing-fits',
    name: 'timeline-nothing-fits',
    title: both('Nothing fits the search', '検索結果なし'),
    scenario: 'S8',
    steps: [ALL_ARRIVED, { fill: both('Search', '検索'), with: 'carrier pigeon' }],
    says: { tab: both(['No change fits.'], ['該当する変更はありません。']) },
    isTimeline: true,
  },
  {
    kind: 'timeline-as-of',
    name: 'timeline-as-of',
    title: both('The states at the end of a day', '指定した日の終わりの状態'),
    scenario: 'S4',
    steps: [
      ALL_ARRIVED,
      {
        fill: both('States at the end of a day', '指定した日の終わりの状態'),
        with: '2026-07-10',
      },
    ],
    says: {
      tab: both(
        [
          '10 Jul 2026, 23:59',
          'All e-mail: ',
          'Newsletter: Opted out since 3 Jul 2026',
          'Marketing status at the next update date: ',
        ],
        [
          '2026年7月10日 23:59',
          'ニュースレター：配信停止（2026年7月3日',
          '次回の変更反映日のマーケティングステータス：',
        ],
      ),
    },
    isTimeline: true,
  },
  {
    kind: 'timeline-long',
    name: 'timeline-long',
    title: both('The newest of many changes', '多数の変更のうち新しいもの'),
    scenario: 'S8',
    before: aPastWith(120, 0),
    steps: [ALL_ARRIVED],
    says: {
      tab: both(
        ['Searches the newest 100 of 123 changes.'],
        ['検索と絞り込みの対象は、全123件の変更のうち最新の100件です。'],
      ),
    },
    has: [button('5', '5')],
    isTimeline: true,
  },
  {
    kind: 'timeline-older',
    name: 'timeline-older',
    title: both('Older changes on demand', '以前の変更を表示'),
    scenario: 'S8',
    before: aPastWith(50, 1_000),
    steps: [ALL_ARRIVED, { press: THIRD_PAGE }],
    says: { tab: both(['Opted out of Newsletter'], ['「ニュースレター」を配信停止']) },
    has: [OLDER],
    isTimeline: true,
  },
  {
    kind: 'timeline-older',
    name: 'timeline-older-failed',
    title: both('Older changes can’t be read', '以前の変更を読み取れない'),
    scenario: 'S8',
    before: aPastWith(50, 1_000),
    steps: [
      ALL_ARRIVED,
      { press: THIRD_PAGE },
      { desk: fails({ path: '/email/public/v1/subscriptions' }, FAILING) },
      { press: OLDER },
    ],
    says: { tab: both(['Older changes can’t be shown'], ['以前の変更を表示できません']) },
    isTimeline: true,
  },
];

/** HubSpot keeps 45 versions of a property; the legacy timeline of the account tells the older ones. */
function aPastWith(own: number, ofOthers: number) {
  return ({ hubspot, stage }: Desk): void => {
    const { scopes = [] } = PORTALS.find(({ id }) => id === BERLIN) ?? {};
    hubspot.grant(BERLIN, [...scopes.filter((scope) => scope !== 'oauth'), 'content', 'forms']);
    const switchOften = (contactId: string, times: number) => {
      for (let nth = 0; nth < times; nth += 1) {
        hubspot.clock.advance(2 * MINUTE);
        const to = nth % 2 === 0 ? 'UNSUBSCRIBED' : 'SUBSCRIBED';
        hubspot.act(BERLIN, { act: 'contact-preferences', contactId, typeId: NEWSLETTER, to });
      }
    };
    hubspot.clock.set(NOW - 3_000 * MINUTE);
    const properties = { email: 'busy@example.com' };
    hubspot.act(BERLIN, { act: 'create', contactId: '950', properties });
    switchOften('208', own);
    // Whatever happens to others stands in the same list.
    switchOften('950', ofOthers);
    hubspot.clock.set(NOW);
    fails({ path: '/email/public/v1/events' }, FAILING)({ hubspot, stage });
  };
}
