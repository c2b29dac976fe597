import type { Language as CardLanguage } from '../../src/app/words/first.ts';

/** The languages of the page around the cards. A card in another one, such as German, stands in the English page. */
export type Language = 'en' | 'ja';

export function pageLanguage(language: CardLanguage): Language {
  return language === 'ja' ? 'ja' : 'en';
}

interface Account {
  readonly name: string;
  readonly edition: string;
  readonly timeZone: string;
  readonly privacySettings: 'on' | 'off';
}

/** The record page's own words; the cards bring theirs. */
export const words = {
  en: {
    sandbox: 'Consent Card sandbox',
    notice:
      'This is not HubSpot: a look-alike record page over an emulated HubSpot on this machine. What only a real account can prove is in the README.',
    contact: 'Contact',
    reset: 'Reset',
    close: 'Close',
    about: 'About this contact',
    email: 'E-mail',
    none: '—',
    portal: 'Account',
    account: ({ name, edition, timeZone, privacySettings }: Account) =>
      `${name} (${edition}, ${timeZone}, privacy settings ${privacySettings})`,
    group: { question: 'The twelve situations', beside: 'Beside them' },
    story: 'What happened',
    tab: 'Consent',
    sidebar: 'Consent at a glance',
    failed: 'The card could not be drawn',
  },
  ja: {
    sandbox: 'Consent Card サンドボックス',
    notice:
      'これはHubSpotではありません。このパソコン上で動く疑似HubSpotと、コンタクトレコードを模した画面です。実際のアカウントでしか確認できないことはREADMEに記載しています。',
    contact: 'コンタクト',
    reset: 'リセット',
    close: '閉じる',
    about: 'このコンタクトについて',
    email: 'Eメール',
    none: '—',
    portal: 'アカウント',
    account: ({ name, edition, timeZone, privacySettings }: Account) =>
      `${name}（${edition}、${timeZone}、プライバシー設定${privacySettings === 'on' ? 'オン' : 'オフ'}）`,
    group: { question: '12の状況', beside: 'その他の状況' },
    story: 'これまでの経緯',
    tab: '同意',
    sidebar: '同意の概要',
    failed: 'カードを表示できませんでした',
  },
} as const;
