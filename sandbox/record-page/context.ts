import type { Language } from '../../src/app/words/first.ts';
import type { Listing } from '../stage/view.ts';

export interface CardContext {
  readonly location: 'crm.record.tab' | 'crm.record.sidebar';
  readonly user: object;
  readonly portal: { readonly id: number; readonly timezone: string };
  readonly crm: { readonly objectId: number; readonly objectTypeId: string };
  readonly extension: {
    readonly appId: number;
    readonly appName: string;
    readonly cardTitle: string;
  };
  readonly variables: object;
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-gb', ja: 'ja-jp', de: 'de-de' };

/** What HubSpot tells a card about user, portal and open record. */
export function contextOf(
  location: CardContext['location'],
  portal: Listing['portals'][number],
  contactId: string,
  language: Language,
): CardContext {
  return {
    location,
    user: {
      id: 47,
      email: 'marketer@example.com',
      emails: ['marketer@example.com'],
      firstName: 'Sandbox',
      lastName: 'Marketer',
      roles: [],
      teams: [],
      permissions: [],
      locale: LOCALES[language],
      language,
    },
    portal: { id: portal.id, timezone: portal.timeZone },
    crm: { objectId: Number(contactId), objectTypeId: '0-1' },
    extension: { appId: portal.appId, appName: 'Consent Card', cardTitle: 'Consent' },
    variables: {},
  };
}
