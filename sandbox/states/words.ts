import type { Both, Named } from './state.ts';

/** The same in every language, written in one line. */
export function both<T>(en: T, ja: T): Both<T> {
  return { en, ja };
}

export const toggle = (en: string, ja: string): Named => ({ role: 'switch', name: both(en, ja) });
export const button = (en: string, ja: string): Named => ({ role: 'button', name: both(en, ja) });
export const inModal = (one: Named): Named => ({ ...one, in: 'modal' });

export const NEWSLETTER_ON = toggle('Newsletter', 'ニュースレター');
export const LOOK_AGAIN = button('Look again', '再読み込み');

/** The heading under which the switches stand: the card has arrived. */
export const ARRIVED = { see: both('Subscription types', '配信登録の種類') };
/** The last thing that arrives: the timeline’s own fields. */
export const ALL_ARRIVED = { see: both('States at the end of a day', '指定した日の終わりの状態') };
