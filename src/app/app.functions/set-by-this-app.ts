import { subjectKey, type Actor, type ConsentEvent } from '../evidence/consent-event.ts';
import type { RecordedChange, RecordedSubject } from '../ledger/statement.ts';
import type { Evidence } from './gather.ts';
import { keyOf, standingOf } from './wishes/standing.ts';

/** HubSpot writes a status and its property a moment apart. */
const SAME_CHANGE_MS = 60_000;

/**
 * Whether this app set the state that holds now, by HubSpot's property history, which names the app that wrote a
 * version. `undefined` where it does not tell: the history was not read or does not reach the present state, HubSpot
 * does not tell which app this is, or it names nobody and has not named this app elsewhere either.
 */
export function isSetByThisApp(
  subject: RecordedSubject,
  change: RecordedChange,
  evidence: Evidence,
): boolean | undefined {
  const key = keyOf(subject);
  const newest = evidence.timeline.find(
    ({ about, witnesses }) =>
      subjectKey(about) === key && witnesses.some(({ source }) => source === 'property-history'),
  );
  const version = newest?.witnesses.find(({ source }) => source === 'property-history');
  if (newest?.change !== change || version === undefined) return undefined;
  const { since } = standingOf(subject, evidence);
  const isOlder =
    since !== undefined && Date.parse(since) - Date.parse(version.at) > SAME_CHANGE_MS;
  return isOlder ? undefined : isThisApp(version.actor, evidence);
}

/** Without this app's id its changes read as any integration's. */
function isThisApp(
  actor: Actor,
  { appId, timeline }: Pick<Evidence, 'appId' | 'timeline'>,
): boolean | undefined {
  switch (actor.kind) {
    case 'this-card':
      return true;
    case 'integration':
      return appId === undefined || actor.appId === undefined ? undefined : false;
    // Carried over from elsewhere.
    case 'hubspot':
      return undefined;
    // Where HubSpot names this app for what it wrote, a version without a name is another's.
    case 'someone':
      return timeline.some(isNamedOurs) ? false : undefined;
    case 'contact':
    case 'staff':
    case 'workflow':
    case 'import':
      return false;
  }
}

function isNamedOurs({ witnesses }: ConsentEvent): boolean {
  return witnesses.some(
    ({ source, actor }) => source === 'property-history' && actor.kind === 'this-card',
  );
}
