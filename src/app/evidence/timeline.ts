import { withCarriedOver } from './carried-over.ts';
import { withRepeatsAndConflicts } from './conflicts.ts';
import type { ConsentEvent } from './consent-event.ts';
import { withFormConsent } from './form-consent.ts';
import { withInferredActors } from './inference.ts';
import { merge } from './merge.ts';

/**
 * Every event once, newest first. The same change of the same subject, told by different sources within
 * a minute, is one event with several witnesses. What comes out depends on the set of witnesses alone:
 * neither order nor repetition matters, and a timeline may be merged with more events at any time.
 */
export function timeline(events: readonly ConsentEvent[]): ConsentEvent[] {
  const marked = withRepeatsAndConflicts(withCarriedOver(merge(events)));
  return withFormConsent(withInferredActors(marked)).reverse();
}
