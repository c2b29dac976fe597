import type { Actor } from './consent-event.ts';

/** What HubSpot keeps beside a property's value: who set it, in HubSpot's own terms. */
export interface RecordedSource {
  readonly type: string;
  readonly id?: string;
  readonly label?: string;
  readonly userId?: string;
}

type ActorKind = Actor['kind'];

/**
 * HubSpot's source types and whom they stand for. The names are in HubSpot's OpenAPI file for imports
 * (`PropertyValue.source`); that `EMAIL` is the contact's own link and `FORM` the contact's own form is
 * inferred (hubspot/apis.md §2.4) and needs a real account to confirm. A value not listed here is
 * `someone`, and someone counts as the contact.
 */
const ACTOR_BY_SOURCE = new Map<string, ActorKind>([
  ['EMAIL', 'contact'],
  ['FORM', 'contact'],
  ['CRM_UI', 'staff'],
  ['CRM_UI_BULK_ACTION', 'staff'],
  ['CONTACTS_WEB', 'staff'],
  ['BATCH_UPDATE', 'staff'],
  ['MOBILE_IOS', 'staff'],
  ['MOBILE_ANDROID', 'staff'],
  ['WORKFLOWS', 'workflow'],
  ['AUTOMATION_PLATFORM', 'workflow'],
  ['AUTOMATION_JOURNEY', 'workflow'],
  ['IMPORT', 'import'],
  ['API', 'integration'],
  ['INTEGRATION', 'integration'],
  ['INTEGRATIONS_PLATFORM', 'integration'],
  ['INTEGRATIONS_SYNC', 'integration'],
  ['SALESFORCE', 'integration'],
  ['CALCULATED', 'hubspot'],
  ['MIGRATION', 'hubspot'],
]);

const USER_ID = /^userId:(\d{1,20})$/;

/** Names the actor behind a property version. `thisAppId` is our own app's id, where HubSpot told it. */
export function actorOf(source: RecordedSource, thisAppId: string | undefined): Actor {
  const name = source.label === undefined ? {} : { name: source.label };
  switch (ACTOR_BY_SOURCE.get(source.type)) {
    case 'contact':
      return { kind: 'contact', by: source.type === 'FORM' ? 'form' : 'email', ...name };
    case 'staff': {
      const userId = source.userId ?? USER_ID.exec(source.id ?? '')?.[1];
      return { kind: 'staff', ...(userId === undefined ? {} : { userId }) };
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
    default:
      return { kind: 'someone' };
  }
}

/**
 * HubSpot's free-text source of a current status. Only the texts that HubSpot's own pages show are
 * known; the field is not an enum and may change without notice (hubspot/apis.md §1.3).
 */
export function actorOfStatusText(text: string): Actor {
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
