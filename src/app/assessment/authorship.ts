import { reliableActor } from '../evidence/authorship.ts';
import type { Actor, ConsentEvent } from '../evidence/consent-event.ts';

/**
 * Apps and imports that the organisation has named as its own doing. Every other app, import or sync is a
 * messenger: whose will it carried is not known (setting `ownMessengers`).
 */
export interface OwnMessengers {
  /** HubSpot's ids of apps, as property history and the card show them. */
  readonly appIds: readonly string[];
  /** Names of imports, as HubSpot shows them; compared without regard to case and outer white space. */
  readonly imports: readonly string[];
}

export const NO_OWN_MESSENGERS: OwnMessengers = { appIds: [], imports: [] };

/** Whose will a change of consent carried, as far as a decision may rely on it. */
export type Author =
  | 'contact'
  /** Not known: counts as the contact's own opt-out, and as nobody's opt-in. */
  | 'unknown'
  | 'staff'
  | 'workflow'
  | 'import'
  | 'integration'
  | 'this-card';

/**
 * Names the author of a change of consent. A request of the contact that staff recorded is the contact's own.
 * The oldest version of a cut history has no known author: an earlier version may be the one that changed the state.
 */
export function authorOf(event: ConsentEvent, own: OwnMessengers): Author {
  if (event.card?.askedBy !== undefined && event.change === 'opted-out') return 'contact';
  if (event.orEarlier === true) return 'unknown';
  const actor = reliableActor(event);
  switch (actor.kind) {
    case 'contact':
    case 'staff':
    case 'workflow':
    case 'this-card':
      return actor.kind;
    case 'import':
    case 'integration':
      return isOwn(actor, own) ? actor.kind : 'unknown';
    case 'hubspot':
    case 'someone':
      return 'unknown';
  }
}

function isOwn(
  actor: Extract<Actor, { kind: 'import' | 'integration' }>,
  { appIds, imports }: OwnMessengers,
): boolean {
  if (actor.kind === 'integration')
    return actor.appId !== undefined && appIds.includes(actor.appId);
  const { name } = actor;
  return name !== undefined && imports.some((one) => comparable(one) === comparable(name));
}

function comparable(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
