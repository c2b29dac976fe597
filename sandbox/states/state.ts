import type { HubSpotOnDesk } from '../emulator/index.ts';
import type { Stage } from '../stage/stage.ts';

export type Language = 'en' | 'ja';

/** The same thing in every language. */
export type Both<T = string> = Readonly<Record<Language, T>>;

/** Where on the record page something stands; the modal is opened from the tab. */
export type Place = 'tab' | 'sidebar' | 'modal';

/** Every kind of state the card can be in. Each has a row at least; a test counts them. */
export const KINDS = [
  'loading',
  'no-address',
  'no-access',
  'not-set-up',
  'half-set-up',
  'source-down',
  'hubspot-busy',
  'looking-again',
  'function-not-installed',
  'contact-gone',
  'changed-by-colleague',
  'shown-from-before',
  'locked',
  'nothing-recorded',
  'change-under-way',
  'saved-with-undo',
  'undone',
  'nothing-to-do',
  'refused',
  'conflicting',
  'not-known-yet',
  'not-recorded',
  'record-owed',
  'form-open',
  'form-needs-more',
  'form-discarded',
  'everything-confirm',
  'everything-out',
  'will-be-sent',
  'marketing-form',
  'marketing-requested',
  'marketing-pending',
  'marketing-applied',
  'marketing-not-applied',
  'marketing-locked',
  'marketing-leaving',
  'verdict-unknown',
  'double-opt-in-pending',
  'privacy-settings-off',
  'timeline-open-detail',
  'timeline-filtered',
  'timeline-nothing-fits',
  'timeline-as-of',
  'timeline-long',
  'timeline-older',
] as const;
export type Kind = (typeof KINDS)[number];

/** What stands behind the page: the emulated HubSpot, and the stage on which people and failures play. */
export interface Desk {
  readonly hubspot: HubSpotOnDesk;
  readonly stage: Stage;
}

type Role = 'button' | 'switch' | 'textbox' | 'combobox' | 'table' | 'dialog' | 'checkbox';

/** A control as a screen reader names it. */
export interface Named {
  readonly role: Role;
  readonly name: Both;
  readonly in?: Place;
}

/** One thing that a person does at the page, or that happens behind it. */
export type Step =
  | 'reload'
  | { readonly press: Named }
  | { readonly see: Both; readonly in?: Place }
  | { readonly fill: Both; readonly with: string; readonly in?: Place }
  | { readonly choose: Both; readonly option: Both; readonly in?: Place }
  | { readonly desk: (desk: Desk) => void | Promise<void> };

/** One state of the card: how it is brought about, and what a person then sees. */
export interface CardState {
  readonly kind: Kind;
  /** Names its pictures; no two have the same. */
  readonly name: string;
  readonly title: Both;
  readonly scenario: string;
  /** Before the page is opened. */
  readonly before?: (desk: Desk) => void;
  readonly steps?: readonly Step[];
  /** What is to be read where; a place that is left out is not looked at. */
  readonly says: Readonly<Partial<Record<Place, Both<readonly string[]>>>>;
  /** Controls that must be there. */
  readonly has?: readonly Named[];
  /** A picture shows all of the tab, and not only as far as its first switch. */
  readonly isWhole?: true;
  /** Told by the timeline alone, of which a picture is then enough. */
  readonly isTimeline?: true;
}
