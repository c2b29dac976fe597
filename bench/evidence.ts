import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { eventOf } from '../src/app/evidence/event-of.ts';
import type { ConsentEvent, SourceName } from '../src/app/evidence/consent-event.ts';
import { timeline } from '../src/app/evidence/timeline.ts';

const SIZES = [1_000, 10_000, 100_000];
const SOURCES: readonly SourceName[] = [
  'property-history',
  'email-events',
  'subscription-timeline',
];

/**
 * How long merging takes, and how much memory it holds, with so many events told by three sources: a life
 * of years, and the worst there can be, everything within minutes. Printed; the promise is a median under
 * 50 ms for 10,000 and memory that grows with the number.
 */
function benchEvidence(): void {
  console.log('  events   spread    merged    median   heap held   a event');
  for (const spread of ['years', 'minutes'] as const) {
    for (const size of SIZES) {
      const events = eventsOf(size, spread === 'years' ? 86_400_000 : 20);
      const runs = size >= 100_000 ? 7 : 31;
      for (let warm = 0; warm < 5; warm += 1) timeline(events);
      const times = Array.from({ length: runs }, () => {
        const began = performance.now();
        timeline(events);
        return performance.now() - began;
      }).sort((a, b) => a - b);
      const { merged, bytes } = heldBy(events);
      const median = times[Math.floor(runs / 2)] ?? 0;
      console.log(
        `${String(size).padStart(8)}  ${spread.padEnd(8)} ${String(merged).padStart(7)} ${median.toFixed(1).padStart(7)} ms ${(bytes / 1e6).toFixed(1).padStart(8)} MB ${(bytes / size).toFixed(0).padStart(6)} B`,
      );
    }
  }
}

/** Each change told by three sources, whose clocks differ by seconds; two types and everything. */
function eventsOf(size: number, apartMs: number): ConsentEvent[] {
  const start = Date.UTC(2020, 0, 1);
  return Array.from({ length: size }, (_, nth) => {
    const change = Math.floor(nth / SOURCES.length);
    const source = SOURCES[nth % SOURCES.length] ?? 'ledger';
    const subject = change % 3;
    const at = new Date(start + change * apartMs + (nth % SOURCES.length) * 9_000).toISOString();
    return eventOf(
      subject === 0
        ? { kind: 'everything' }
        : { kind: 'subscription', typeId: String(500 + subject) },
      Math.floor(change / 3) % 2 === 0 ? 'opted-out' : 'opted-in',
      {
        source,
        record: `record-${String(nth)}`,
        at,
        actor: { kind: 'contact', by: 'email' },
        raw: { property: 'opt-out', value: 'true', sourceType: 'EMAIL' },
      },
    );
  });
}

/** What the result itself takes, measured after a collection. */
function heldBy(events: readonly ConsentEvent[]): {
  readonly merged: number;
  readonly bytes: number;
} {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const merged = timeline(events);
  collect();
  return { merged: merged.length, bytes: Math.max(0, process.memoryUsage().heapUsed - before) };
}

benchEvidence();
