import type { Actor } from './consent-event.ts';
import { COPYING_SOURCES, PROPERTY_SOURCES } from './property-sources.ts';
import { reportedSource, reportedText } from './reported-text.ts';

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
      return unknownActor(source.label, source.type);
  }
}

/** Whether HubSpot copied the value from elsewhere, so that its time and source are those of the copying. */
export function isCopied({ type }: RecordedSource): boolean {
  return COPYING_SOURCES.has(type);
}

/**
 * HubSpot's free-text source of a current status. The field is not an enum and may change without notice
 * (hubspot/apis.md §1.3), so letter case and the characters between words do not count. Known are the texts that
 * HubSpot's own pages show, the one that a mail program's unsubscribe button leaves (community.hubspot.com
 * td-p/1025062), and the names of HubSpot's other two families of sources. Any other text is reported as it is.
 */
export function actorOfStatusText(text: string): Actor {
  const name = reportedText(text)
    .toUpperCase()
    .replace(/[\s_-]+/g, '_');
  const known = STATUS_TEXTS.get(name);
  if (known !== undefined) return known;
  const actor = name.startsWith('SOURCE_')
    ? actorOfLegacySource(name)
    : actorOf({ type: name }, undefined);
  // "Sales" may be any word of a text; taking a contact's act for staff's could unlock an opt-in.
  const isPlainWord = actor.kind === 'staff' && !name.includes('_') && text !== name;
  return actor.kind === 'someone' || isPlainWord ? unknownActor(text) : actor;
}

const STATUS_TEXTS: ReadonlyMap<string, Actor> = new Map([
  ['SELF_SERVICE_RESUBSCRIPTION', { kind: 'contact', by: 'preferences' }],
  ['LIST_UNSUBSCRIBE_HEADER', { kind: 'contact', by: 'mail-program' }],
  ['PUBLIC_STATUS_API', { kind: 'integration' }],
  ['BULK_SUBSCRIPTION_UPDATE', { kind: 'staff' }],
]);

/** An actor whom HubSpot names with a text that is not understood, or not at all. */
function unknownActor(...texts: readonly (string | undefined)[]): Actor {
  const reported = reportedSource(...texts);
  return { kind: 'someone', ...(reported === undefined ? {} : { reported }) };
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
      return requestedBy === undefined
        ? unknownActor(source)
        : { kind: 'staff', name: requestedBy };
    case 'SOURCE_PUBLIC_API':
      return { kind: 'integration' };
    case 'SOURCE_NON_DELIVERY_REPORT':
      return { kind: 'hubspot' };
    case 'SOURCE_UNKNOWN':
    default:
      return unknownActor(source);
  }
}
