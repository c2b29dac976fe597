import type { Actor } from './consent-event.ts';
import { PROPERTY_SOURCES } from './property-sources.ts';

/** What HubSpot keeps beside a property's value: who set it, in HubSpot's own terms. */
export interface RecordedSource {
  readonly type: string;
  readonly id?: string;
  readonly label?: string;
  readonly userId?: string;
}

const ACTOR_BY_SOURCE: ReadonlyMap<string, keyof typeof PROPERTY_SOURCES> = new Map(
  Object.entries(PROPERTY_SOURCES).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind as keyof typeof PROPERTY_SOURCES] as const),
  ),
);

const BY: Readonly<Record<string, 'email' | 'form' | 'meeting' | 'membership'>> = {
  EMAIL: 'email',
  FORM: 'form',
  MEETINGS: 'meeting',
  CONTENT_MEMBERSHIP: 'membership',
};

const USER_ID = /^userId:(\d{1,20})$/;

/** Names the actor behind a property version. `thisAppId` is our own app's id, where HubSpot told it. */
export function actorOf(source: RecordedSource, thisAppId: string | undefined): Actor {
  const name = source.label === undefined ? {} : { name: source.label };
  switch (ACTOR_BY_SOURCE.get(source.type)) {
    case 'contact': {
      const by = BY[source.type];
      return { kind: 'contact', ...(by === undefined ? {} : { by }), ...name };
    }
    case 'staff': {
      const userId = source.userId ?? USER_ID.exec(source.id ?? '')?.[1];
      return { kind: 'staff', ...(userId === undefined ? {} : { userId }), ...name };
    }
    case 'workflow':
      return { kind: 'workflow', ...name };
    case 'import':
      return { kind: 'import', ...name };
    case 'integration':
      if (thisAppId !== undefined && source.id === thisAppId) return { kind: 'this-card' };
      return {
        kind: 'integration',
        ...(source.id === undefined ? {} : { appId: source.id }),
        ...name,
      };
    case 'hubspot':
      return { kind: 'hubspot' };
    case 'someone':
    case undefined:
      return { kind: 'someone' };
  }
}

/** A status that an app set may name the app's id (recorded answers of a real account; see the emulator's `statusTextOfApp`). */
const BY_APP = /^Public status API, App ID: ?(\d{1,20})$/;

/**
 * HubSpot's free-text source of a current status. Only the texts that HubSpot's own pages show or real accounts
 * answered are known; the field is not an enum and may change without notice (hubspot/apis.md §1.3).
 */
export function actorOfStatusText(text: string): Actor {
  const appId = BY_APP.exec(text)?.[1];
  if (appId !== undefined) return { kind: 'integration', appId };
  switch (text) {
    case 'Self Service Resubscription':
      return { kind: 'contact', by: 'preferences' };
    case 'Public status API':
      return { kind: 'integration' };
    case 'Bulk Subscription Update':
      return { kind: 'staff' };
    default:
      return { kind: 'someone' };
  }
}

/**
 * `source` of the legacy subscription timeline and e-mail events. HubSpot's examples show four of them and
 * no list (hubspot/apis.md §2.1). `SOURCE_HUBSPOT_CUSTOMER` is what HubSpot's own page sends for the
 * account's side; whether a workflow or an import stands under it too is not known, so it names nobody
 * unless the event names a user (`requestedBy`).
 */
export function actorOfLegacySource(source: string, requestedBy?: string): Actor {
  switch (source) {
    case 'SOURCE_RECIPIENT':
      return { kind: 'contact' };
    case 'SOURCE_HUBSPOT_CUSTOMER':
      return requestedBy === undefined ? { kind: 'someone' } : { kind: 'staff', name: requestedBy };
    case 'SOURCE_PUBLIC_API':
      return { kind: 'integration' };
    case 'SOURCE_NON_DELIVERY_REPORT':
      return { kind: 'hubspot' };
    case 'SOURCE_UNKNOWN':
    default:
      return { kind: 'someone' };
  }
}
