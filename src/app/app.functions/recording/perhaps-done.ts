import { subjectKey } from '../../evidence/consent-event.ts';
import type { Statement } from '../../ledger/statement.ts';
import type { Evidence } from '../gather.ts';
import { keyOf } from '../wishes/standing.ts';
import { entriesOf } from './ledger-of.ts';

type Asked = Pick<
  Extract<Statement, { kind: 'intent' | 'undo' }>,
  'requestId' | 'subject' | 'change' | 'before' | 'at'
>;

/** HubSpot's clock and ours differ by less. */
const SKEW_MS = 60_000;

/** What is not newer than this was so when a change was requested, in HubSpot's own time as far as it could be read. */
export function sinceWhen({ before, at }: Pick<Asked, 'before' | 'at'>): string | undefined {
  return before.state === 'unknown'
    ? new Date(Date.parse(at) - SKEW_MS).toISOString()
    : before.since;
}

/**
 * HubSpot says that this product did what was asked for since it was asked for, whatever followed, and no other request
 * in the record was to: some run of this one has, whose end does not show yet.
 */
export function isPerhapsDone(asked: Asked, { timeline, ledger }: Evidence): boolean {
  const { requestId, subject, change } = asked;
  const since = sinceWhen(asked);
  const key = keyOf(subject);
  const isOurs = timeline.some(
    (event) =>
      subjectKey(event.about) === key &&
      event.change === change &&
      event.witnesses.some(
        ({ actor, at }) => actor.kind === 'this-card' && (since === undefined || at > since),
      ),
  );
  return (
    isOurs &&
    !entriesOf(ledger).some(
      ({ statement: other }) =>
        (other.kind === 'intent' || other.kind === 'undo') &&
        other.requestId !== requestId &&
        other.change === change &&
        keyOf(other.subject) === key,
    )
  );
}
