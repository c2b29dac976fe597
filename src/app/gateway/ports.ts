import type { Instant } from '../evidence/consent-event.ts';
import type { CurrentStatus } from '../evidence/current-status.ts';
import type { PropertyVersion } from '../evidence/property-history.ts';
import type { DoubleOptIn, MarketingStatus } from '../contract/snapshot.ts';

/** A contact as the consent rooms need it. Absent means HubSpot did not send it. */
export interface Contact {
  readonly id: string;
  readonly address?: string;
  readonly otherAddresses: number;
  readonly marketing: MarketingStatus;
  readonly doubleOptIn: DoubleOptIn;
  readonly hardBounced?: boolean;
  readonly quarantined?: boolean;
  /** A report of spam by the contact, with its time where HubSpot tells it. */
  readonly complaint?: 'none' | { readonly at?: Instant };
}

export interface SubscriptionType {
  readonly id: string;
  readonly name: string;
  /** By language code, such as `ja`. */
  readonly names: Readonly<Record<string, string>>;
  readonly isActive: boolean;
  readonly isInternal: boolean;
  /** "0" is the default brand. */
  readonly businessUnitId?: string;
}

/** Contacts as HubSpot keeps them. Every call throws `HubSpotTrouble`. */
export interface Contacts {
  read(contactId: string): Promise<Contact>;
  /** Past values that tell of consent: of everything, of each given type, of marketing status and double opt-in. */
  history(contactId: string, typeIds: readonly string[]): Promise<ContactHistory>;
}

export interface ContactHistory {
  readonly versions: readonly PropertyVersion[];
  /** Some property came with as many versions as HubSpot is said to keep. */
  readonly mayBeCut: boolean;
}

export interface LegalGround {
  readonly legalBasis?: string;
  readonly explanation?: string;
}

/** Consents by address. Every call throws `HubSpotTrouble`. */
export interface Consents {
  types(): Promise<readonly SubscriptionType[]>;
  statuses(address: string): Promise<readonly CurrentStatus[]>;
  /** The opt-out of everything, one status a brand; brand "0" is the portal's default. */
  everything(address: string): Promise<readonly CurrentStatus[]>;
  /**
   * An ordinary opt-in. HubSpot refuses it for an address that is opted out, which is the only guard
   * against an opt-out that lands between reading and writing.
   */
  optIn(address: string, typeId: string, ground: LegalGround): Promise<'accepted' | 'refused'>;
  optOut(address: string, typeId: string): Promise<void>;
}

/** The app this token belongs to, as HubSpot knows it. */
export interface Installation {
  /** `undefined` where HubSpot does not tell; then our own changes read as an integration's. */
  appId(): Promise<string | undefined>;
}

export interface HubSpot {
  readonly contacts: Contacts;
  readonly consents: Consents;
  readonly installation: Installation;
}
