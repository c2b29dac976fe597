import type { Assumptions } from './assumptions.ts';
import type { ObjectsData } from './objects/data.ts';

/** What the emulator stores. What it sends is another type, made by `formatters.ts`. */

export type State = 'SUBSCRIBED' | 'UNSUBSCRIBED' | 'NOT_SPECIFIED';

export interface Portal {
  readonly id: number;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly token: string;
  readonly appId: number;
  readonly scopes: readonly string[];
  readonly privacySettings: 'on' | 'off';
  readonly tier: string;
}

export interface SubscriptionType {
  readonly id: string;
  readonly name: string;
  readonly nameJa: string;
  readonly description: string;
  readonly isActive: boolean;
  readonly isInternal: boolean;
}

/** Who made a change, in the words of HubSpot's property history. */
export interface Source {
  readonly sourceType: string;
  readonly sourceId?: string;
  readonly sourceLabel?: string;
  readonly updatedByUserId?: number;
}

export interface Version extends Source {
  readonly value: string;
  readonly at: number;
}

export interface Status {
  readonly state: State;
  readonly at: number;
  readonly source: string;
  readonly legalBasis?: string;
  readonly explanation?: string;
}

export interface StoredContact {
  readonly id: string;
  readonly createdAt: number;
  updatedAt: number;
  /** Newest last. The value of a property is its newest version's. */
  readonly history: Record<string, Version[]>;
}

/** Consents of one address: HubSpot keeps them apart from contacts, and they outlive a contact. */
export interface StoredAddress {
  readonly byType: Record<string, Status>;
  everything?: Status;
}

/** One change of a consent, or a mail that came back, as HubSpot's legacy e-mail events tell it. */
export interface ConsentEvent {
  readonly at: number;
  readonly address: string;
  /** Absent: about all e-mail. */
  readonly typeId?: string;
  readonly change: State | 'BOUNCED' | 'SPAM_REPORTED';
  readonly source: Source;
}

export interface User {
  readonly id: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Users who are not owners answer 404 on the owners endpoint. */
  readonly owner: 'active' | 'archived' | 'none';
}

export interface PortalData {
  privacySettings: 'on' | 'off';
  /** What the app's token may do in this portal. */
  scopes: readonly string[];
  readonly assumptions: Assumptions;
  /** Oldest first. */
  readonly events: ConsentEvent[];
  readonly contacts: Record<string, StoredContact>;
  readonly addresses: Record<string, StoredAddress>;
  /** Custom objects, and the properties the portal itself defined. */
  readonly objects: ObjectsData;
}
