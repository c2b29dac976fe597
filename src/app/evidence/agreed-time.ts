import type { ConsentEvent, Instant, SourceName } from './consent-event.ts';
import { subjectKey } from './consent-event.ts';

/** Times of two sources that differ by no more are the same; some give whole seconds. */
const SAME_TIME_MS = 1_000;

/**
 * Gives each event the time that most of its sources tell, oldest first again. Takes events in order, each with the
 * time of its first witness. Where that would turn two changes of one subject around, they keep the time of their
 * first witness: one source's order is known, and its clock is not.
 */
export function byAgreedTime(events: readonly ConsentEvent[]): ConsentEvent[] {
  const agreed = events.map(({ witnesses }) => agreedTime(witnesses));
  if (isAsItWas(events, agreed)) return [...events];
  const earlier = new Map<string, number[]>();
  events.forEach((event, index) => {
    const key = subjectKey(event.about);
    const before = earlier.get(key) ?? [];
    earlier.set(key, before);
    let later = index;
    for (let nth = before.length - 1; nth >= 0; nth -= 1) {
      const one = before[nth] ?? 0;
      if ((agreed[one] ?? '') <= (agreed[later] ?? '')) break;
      agreed[one] = events[one]?.at ?? '';
      agreed[later] = events[later]?.at ?? '';
      later = one;
    }
    before.push(index);
  });
  return events
    .map((event, index) => ({ event, at: agreed[index] ?? event.at }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ event, at }) => (at === event.at ? event : { ...event, at }));
}

function isAsItWas(events: readonly ConsentEvent[], agreed: readonly Instant[]): boolean {
  return events.every(
    ({ at }, index) => at === agreed[index] && (index === 0 || (agreed[index - 1] ?? '') <= at),
  );
}

/** The time that most sources tell; where no other has more, that of the first. */
function agreedTime(witnesses: ConsentEvent['witnesses']): Instant {
  const [first] = witnesses;
  if (witnesses.length < 3 || witnesses.every(({ at }) => at === first.at)) return first.at;
  const times = witnesses.map(({ at }) => Date.parse(at));
  let best = first.at;
  let most = 0;
  for (const [index, { at }] of witnesses.entries()) {
    const sources = new Set<SourceName>();
    for (const [other, { source }] of witnesses.entries())
      if (Math.abs((times[other] ?? 0) - (times[index] ?? 0)) <= SAME_TIME_MS) sources.add(source);
    if (sources.size <= most) continue;
    best = at;
    most = sources.size;
  }
  return best;
}
