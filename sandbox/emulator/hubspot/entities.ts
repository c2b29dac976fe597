import type { STATUS_STATES } from '../generated/names.ts';
import type { Assumptions } from './assumptions.ts';
import type { PortalSettings } from './editions.ts';
import type { Act, PortalAct } from './acts.ts';
import type { ObjectsData } from './objects/data.ts';
import type { LegalBasis } from './legal-basis.ts';
import type { By } from './sources.ts';

/** What the emulator stores. What it sends is another type, made by `formatters.ts`. */

export type State = (typeof STATUS_STATES)[number];

export interface Portal {
  readonly id: number;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly token: string;
  readonly appId: number;
  readonly scopes: readonly string[];
  /** Ids of the brands beside the account's default, which is 0 (HubSpot's business units). */
  readonly brands: readonly number[];
  /** As the portal starts; what holds now is in its data. */
  readonly settings: PortalSettings;
  /** How far this product was set up in it; with `none`, its signing key is not stored either. */
  readonly setUp: 'whole' | 'half' | 'none';
  /** What an admin did before the scenarios began; nothing where there are none. */
  readonly prepared: readonly PortalAct[];
}

export interface SubscriptionType {
  readonly id: string;
  readonly name: string;
  readonly nameJa: string;
  readonly description: string;
  readonly isActive: boolean;
  readonly isInternal: boolean;
  /** The brand it belongs to; 0 is the account's default. */
  readonly brand: number;
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
  readonly legalBasis?: LegalBasis;
  readonly explanation?: string;
}

/** A status and the one before it, which a read that lags may still show. */
export interface StoredStatus extends Status {
  readonly before?: Status;
}

export interface StoredContact {
  readonly id: string;
  readonly createdAt: number;
  updatedAt: number;
  /** When it was deleted, or merged into another: since then reads answer 404, unless deleted ones are asked for. */
  archivedAt?: number;
  /** Newest last. The value of a property is its newest version's. */
  readonly history: Record<string, Version[]>;
}

/** Consents of one address: HubSpot keeps them apart from contacts, and they outlive a contact. */
export interface StoredAddress {
  readonly byType: Record<string, StoredStatus>;
  everything?: StoredStatus;
  /** Opt-outs of everything of one brand, by the brand's id; never the default brand's. */
  readonly byBrand?: Record<string, StoredStatus>;
}

/** One change of a consent, or a mail that came back, as HubSpot's legacy e-mail events tell it. */
export interface ConsentEvent {
  readonly id: string;
  readonly at: number;
  readonly address: string;
  /** The contacts that had the address then; HubSpot's event occurrences are kept by contact. */
  readonly contactIds: readonly string[];
  /** Absent: about all e-mail. */
  readonly typeId?: string;
  readonly change: State | 'BOUNCED' | 'SPAM_REPORTED';
  readonly source: Source;
  readonly by: By;
}

/** What came in through a form; HubSpot keeps no word of consent with it (hubspot/apis.md §2.6). */
export interface Submission {
  readonly id: string;
  readonly formId: string;
  readonly at: number;
  readonly values: readonly { readonly name: string; readonly value: string }[];
  readonly pageUrl: string;
}

/** A workflow in HubSpot's own JSON, as its API takes and gives it (OpenAPI file automation 2026-09-beta). */
export interface StoredFlow {
  readonly id: string;
  revision: number;
  readonly createdAt: number;
  updatedAt: number;
  definition: Readonly<Record<string, unknown>>;
}

/** What will happen by itself when its time comes. */
export interface Due {
  readonly at: number;
  readonly what:
    | { readonly kind: 'flow'; readonly flowId: string; readonly contactId: string }
    | { readonly kind: 'act'; readonly act: Act };
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
  settings: PortalSettings;
  readonly types: readonly SubscriptionType[];
  readonly brands: readonly number[];
  /** What the app's token may do in this portal. */
  scopes: readonly string[];
  readonly assumptions: Assumptions;
  /** Ids count up, so that two runs are equal. */
  lastId: number;
  /** Oldest first. */
  readonly events: ConsentEvent[];
  readonly contacts: Record<string, StoredContact>;
  readonly addresses: Record<string, StoredAddress>;
  /** The id of each contact that was merged away, and the one it lives on in. */
  readonly merged: Record<string, string>;
  /** Addresses erased under privacy law: HubSpot keeps them from coming back by import or by hand. */
  readonly erased: string[];
  readonly submissions: Submission[];
  readonly flows: StoredFlow[];
  /** Soonest first. */
  readonly due: Due[];
  /** When scheduled contacts next leave marketing. */
  nextUpdateAt: number;
  /** Custom objects, and the properties the portal itself defined. */
  readonly objects: ObjectsData;
}
