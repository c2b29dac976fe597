/** An instant in UTC, ISO 8601 with milliseconds and `Z`. Time zones are a matter of the card's words. */
export type Instant = string;

/** What an event is about. Absent `businessUnitId` means the default brand. */
export type Subject =
  | { readonly kind: 'subscription'; readonly typeId: string }
  | { readonly kind: 'everything'; readonly businessUnitId?: string }
  | { readonly kind: 'marketing-status' }
  | { readonly kind: 'double-opt-in' };

export type Change =
  | 'opted-in'
  | 'opted-out'
  | 'cleared'
  | 'set-marketing'
  | 'set-non-marketing'
  | 'double-opt-in-pending'
  | 'double-opt-in-confirmed';

/**
 * Who made a change. `someone` is HubSpot's silence or a value this product does not know: it is never
 * read as "nobody in particular", because an opt-out by someone unknown counts as the contact's own.
 */
export type Actor =
  | {
      readonly kind: 'contact';
      readonly by?: 'email' | 'form' | 'preferences';
      readonly name?: string;
    }
  | { readonly kind: 'staff'; readonly userId?: string; readonly name?: string }
  | { readonly kind: 'workflow'; readonly name?: string }
  | { readonly kind: 'import'; readonly name?: string }
  | { readonly kind: 'integration'; readonly appId?: string; readonly name?: string }
  | { readonly kind: 'this-card' }
  | { readonly kind: 'hubspot' }
  | { readonly kind: 'someone' };

/** Where an event was read, down to the raw values, so that a person can check it in HubSpot. */
export interface Witness {
  readonly source: 'property-history' | 'current-status';
  readonly at: Instant;
  readonly raw: Readonly<Record<string, string>>;
}

export interface ConsentEvent {
  readonly id: string;
  readonly at: Instant;
  readonly about: Subject;
  readonly change: Change;
  readonly actor: Actor;
  /** `unknown` where HubSpot names no source, or one this product does not know. */
  readonly certainty: 'stated' | 'unknown';
  readonly legalBasis?: string;
  readonly explanation?: string;
  readonly witnesses: readonly [Witness, ...Witness[]];
}

/** One key a subject, for maps and for telling events apart. */
export function subjectKey(about: Subject): string {
  switch (about.kind) {
    case 'subscription':
      return `subscription:${about.typeId}`;
    case 'everything':
      return `everything:${about.businessUnitId ?? '0'}`;
    case 'marketing-status':
    case 'double-opt-in':
      return about.kind;
  }
}
