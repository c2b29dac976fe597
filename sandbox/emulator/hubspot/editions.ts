import { midnight, wallDate } from '../core/time-zone.ts';

/** What a portal has bought, as far as this product can tell the difference. */
export const EDITIONS = {
  'marketing-enterprise': { marketingContacts: true, workflows: true, functions: true },
  /** An older contract in which every contact counts: there is no marketing status at all. */
  'marketing-enterprise-without-marketing-contacts': {
    marketingContacts: false,
    workflows: true,
    functions: true,
  },
  'sales-enterprise': { marketingContacts: false, workflows: true, functions: true },
  /** A developer test account has everything for a time. */
  'test-account': { marketingContacts: true, workflows: true, functions: true },
  /** App functions need Enterprise: the app can't be installed (hubspot/apis.md §6, hubspot/platform.md). */
  free: { marketingContacts: false, workflows: false, functions: false },
} as const;

export type Edition = keyof typeof EDITIONS;

/** With monthly billing the update date is the renewal day, with annual billing the first of each month (hubspot/apis.md §4). */
export type Billing =
  { readonly term: 'monthly'; readonly renewalDay: number } | { readonly term: 'annual' };

export interface PortalSettings {
  readonly edition: Edition;
  readonly privacySettings: 'on' | 'off';
  readonly doubleOptIn: 'on' | 'off';
  readonly billing: Billing;
}

/** The first midnight of an update date after an instant, in the portal's time zone. [guess: updateDateAtMidnight] */
export function updateDateAfter(billing: Billing, timeZone: string, after: number): number {
  const day = billing.term === 'annual' ? 1 : billing.renewalDay;
  const { year, month } = wallDate(timeZone, after);
  const candidates = [0, 1].map((ahead) => {
    const last = new Date(Date.UTC(year, month + ahead, 0)).getUTCDate();
    return midnight(timeZone, year, month + ahead, Math.min(day, last));
  });
  return candidates.find((at) => at > after) ?? after;
}
