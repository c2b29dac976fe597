import type { ConsentEvent, FormConsent } from './consent-event.ts';
import { isLegitimateInterest } from './legal-bases.ts';
import { SAME_MOMENT_MS } from './merge.ts';

/**
 * Says of each opt-in by the contact's form whether a box was ticked, as far as the status of the same change tells:
 * HubSpot keeps the legal basis with the status and not with the property. Takes merged events, oldest first.
 *
 * An opt-out of everything that a form lifted has no legal basis of its own; it was lifted as the types that the same
 * form opted in at the same moment.
 */
export function withFormConsent(events: readonly ConsentEvent[]): ConsentEvent[] {
  const consents = events.map(consentOf);
  const types = events.flatMap(({ at }, index) => {
    const consent = consents[index];
    return consent === undefined ? [] : [{ ms: Date.parse(at), consent }];
  });
  if (types.length === 0 && !events.some(isLiftByForm)) return [...events];
  let from = 0;
  let to = 0;
  const counts: Record<FormConsent, number> = { 'box-ticked': 0, 'by-setting': 0, 'not-known': 0 };
  return events.map((event, index) => {
    const own = consents[index];
    if (own !== undefined) return { ...event, formConsent: own };
    if (!isLiftByForm(event)) return event;
    const ms = Date.parse(event.at);
    for (; (types[to]?.ms ?? Infinity) <= ms + SAME_MOMENT_MS; to += 1) add(types[to], 1);
    for (; from < to && (types[from]?.ms ?? Infinity) < ms - SAME_MOMENT_MS; from += 1)
      add(types[from], -1);
    return { ...event, formConsent: mostCertain(counts) };
  });

  function add(type: (typeof types)[number] | undefined, by: number): void {
    if (type !== undefined) counts[type.consent] += by;
  }
}

function mostCertain(counts: Readonly<Record<FormConsent, number>>): FormConsent {
  if (counts['box-ticked'] > 0) return 'box-ticked';
  return counts['by-setting'] > 0 ? 'by-setting' : 'not-known';
}

function consentOf(event: ConsentEvent): FormConsent | undefined {
  const { about, change, witnesses, inferred, carriedOver } = event;
  const actor = inferred?.actor ?? event.actor;
  const isOptIn =
    about.kind === 'subscription' && change === 'opted-in' && carriedOver === undefined;
  if (!isOptIn || actor.kind !== 'contact') return undefined;
  const { by } = actor;
  if (witnesses.some(({ legalBasis }) => isLegitimateInterest(legalBasis))) {
    if (by === 'form' || by === 'meeting') return 'by-setting';
    // "The recipient", as the legacy sources say, may be a form too.
    return by === undefined ? 'not-known' : undefined;
  }
  if (by !== 'form') return undefined;
  return witnesses.some(({ source }) => source === 'current-status') ? 'box-ticked' : 'not-known';
}

function isLiftByForm({ about, change, actor, carriedOver }: ConsentEvent): boolean {
  const isLift = about.kind === 'everything' && change === 'opted-in' && carriedOver === undefined;
  return isLift && actor.kind === 'contact' && actor.by === 'form';
}
