import type { State } from '#evidence/states.ts';
import type { Reading } from './index.ts';

/** States that the glance has no words for. */
type OtherState = Exclude<
  State,
  | keyof Reading['words']['state']
  | Exclude<keyof Reading['words']['doubleOptIn'], 'unknown'>
  | 'unclear'
>;

/** What is said of a past day alone. */
interface ThenWords {
  /** `before` in words, where it is known from when on something is known. */
  readonly notKnown: (before: string | undefined) => string;
  /** Nothing that is known is `unclear`. */
  readonly state: Readonly<Record<OtherState | 'unclear', string>>;
}

export const thenWords: Readonly<Record<Reading['language'], ThenWords>> = {
  en: {
    notKnown: (before) => (before === undefined ? 'Not known' : `Not known before ${before}`),
    state: {
      'not-opted-out': 'Not opted out',
      marketing: 'Marketing contact',
      'non-marketing': 'Non-marketing contact',
      'not-set': 'Never set',
      leaving: 'Leaves at the next update date',
      'not-leaving': 'Stays at the next update date',
      blocked: 'Yes',
      clear: 'No',
      recorded: 'Recorded',
      none: 'Not recorded',
      unclear: '',
    },
  },
  ja: {
    notKnown: (before) => (before === undefined ? '不明' : `${before}より前は不明`),
    state: {
      'not-opted-out': '配信停止なし',
      marketing: 'マーケティングコンタクト',
      'non-marketing': 'マーケティング対象外',
      'not-set': '未設定',
      leaving: '次回の変更反映日に対象外へ変更予定',
      'not-leaving': '次回の変更反映日の変更予定なし',
      blocked: 'あり',
      clear: 'なし',
      recorded: '記録あり',
      none: '記録なし',
      unclear: '',
    },
  },
};
