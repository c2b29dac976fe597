import type { ConsentEvent } from '../evidence/consent-event.ts';
import type { CurrentStatus } from '../evidence/current-status.ts';
import { SAME_MOMENT_MS } from '../evidence/merge.ts';
import { isOfTypeAtPrimary } from './returns.ts';
import { coversTypeAtPrimary } from './scope.ts';
import type { TypeRef } from './consent-past.ts';

/**
 * The change that brought about the present state of a type at the primary address: the oldest of an unbroken run of
 * equal changes. An opt-out of all email that covered the type breaks the run, so that a state never dates back to
 * before it. `events`: newest first.
 */
export function stateSince(
  type: TypeRef,
  events: readonly ConsentEvent[],
): ConsentEvent | undefined {
  let since: ConsentEvent | undefined;
  for (const event of events) {
    if (isOfTypeAtPrimary(event, type.id)) {
      if (since !== undefined && since.change !== event.change) break;
      since = event;
    } else if (
      since?.change === 'opted-in' &&
      event.change === 'opted-out' &&
      coversTypeAtPrimary(event.about, type) !== 'no'
    ) {
      break;
    }
  }
  return since;
}

/** The change that the legal basis and explanation of a status belong to; nothing where no source tells one of its time. */
export function basisEvent(
  type: TypeRef,
  { at }: Pick<CurrentStatus, 'at'>,
  events: readonly ConsentEvent[],
): ConsentEvent | undefined {
  if (at === undefined) return undefined;
  const set = Date.parse(at);
  return events.find(
    (event) =>
      isOfTypeAtPrimary(event, type.id) &&
      event.witnesses.some((one) => Math.abs(Date.parse(one.at) - set) <= SAME_MOMENT_MS),
  );
}
