import type {
  ConsentEvent,
  ConsentState,
  Instant,
  OtherAddress,
  SourceName,
  Subject,
} from './consent-event.ts';

/** Why a source tells nothing. It lowers what is known, and never takes the rest with it. */
export type Absence =
  | { readonly code: 'missing-scope'; readonly scope: string }
  | { readonly code: 'not-permitted-by-plan' }
  | { readonly code: 'failing' }
  | { readonly code: 'not-asked' };

/** All consents of one address, whatever their type. */
interface AnyConsent {
  readonly kind: 'any-consent';
  readonly address?: OtherAddress;
}

/** From when on a source would have told every change of something; absent `from`: from the beginning. */
export interface Coverage {
  readonly of: Subject | AnyConsent;
  readonly from?: Instant;
}

/** What a source says holds now, and since when as far as it tells. */
export interface Holding {
  readonly about: Subject;
  readonly state: ConsentState;
  readonly since?: Instant;
}

export interface SourceRead {
  readonly kind: 'read';
  readonly source: SourceName;
  readonly events: readonly ConsentEvent[];
  readonly covers: readonly Coverage[];
  readonly holds?: readonly Holding[];
  /** A limit of HubSpot's was met: older changes may exist. */
  readonly mayBeCut: boolean;
  /** Where to go on reading, if one asks for more; opaque. */
  readonly older?: string;
}

export type SourceAnswer =
  | SourceRead
  | { readonly kind: 'not-readable'; readonly source: SourceName; readonly because: Absence };

/** The scopes a source needs, in HubSpot's names; any one of a list is enough. */
export const NEEDS: Readonly<Record<SourceName, readonly string[]>> = {
  'property-history': ['crm.objects.contacts.read'],
  'current-status': ['communication_preferences.read_write', 'communication_preferences.read'],
  'subscription-timeline': ['content'],
  'email-events': ['content'],
  'event-occurrences': ['oauth'],
  'form-submissions': ['forms'],
  ledger: [],
};
