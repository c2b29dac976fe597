import { align } from './align.ts';
import type { Actor, Change, ConsentEvent, SourceName, Subject, Witness } from './consent-event.ts';
import { byAgreedTime } from './agreed-time.ts';
import { subjectKey } from './consent-event.ts';

/** Two sources that tell of one change may differ by this much, in milliseconds. */
export const SAME_MOMENT_MS = 60_000;

/** Whose time is taken where sources don't agree, and in which order they are compared: fixed, so that arrival never matters. */
const ORDER: readonly SourceName[] = [
  'property-history',
  'subscription-timeline',
  'email-events',
  'form-submissions',
  'ledger',
  'current-status',
  'event-occurrences',
];

const RANK = new Map(ORDER.map((source, rank) => [source, rank]));

/** Witnesses of one change of one subject. */
interface Cluster {
  readonly about: Subject;
  readonly change: Change;
  readonly ms: number;
  readonly witnesses: Witness[];
  /** One bit a source. */
  sources: number;
  isCaused: boolean;
}

function clusterOf(about: Subject, change: Change, witness: Witness): Cluster {
  return {
    about,
    change,
    ms: Date.parse(witness.at),
    witnesses: [witness],
    sources: 1 << rankOf(witness.source),
    isCaused: witness.cause !== undefined,
  };
}

function add(to: Cluster, more: Cluster): void {
  for (const witness of more.witnesses) to.witnesses.push(witness);
  to.sources |= more.sources;
  to.isCaused ||= more.isCaused;
}

/**
 * Every change once, with all its witnesses, oldest first. The result depends on the set of witnesses and
 * on nothing else: events are taken apart into what each source said, and put together anew. So order
 * doesn't matter, what was merged may be merged again, and no witness is lost.
 */
export function merge(events: readonly ConsentEvent[]): ConsentEvent[] {
  const { groups, untyped } = saidBySource(events);
  const clusters: Cluster[] = [];
  for (const group of groups.values()) for (const one of clustersOf(group)) clusters.push(one);
  for (const one of withUntyped(clusters, untyped)) clusters.push(one);
  clusters.sort(oldestFirst);
  return byAgreedTime(named(clusters));
}

interface Group {
  readonly about: Subject;
  readonly change: Change;
  readonly witnesses: Map<string, Witness>;
}

function saidBySource(events: readonly ConsentEvent[]) {
  const groups = new Map<string, Group>();
  const untyped = new Map<string, Witness>();
  for (const { about, change, witnesses } of events) {
    const key = `${subjectKey(about)} ${change}`;
    for (const witness of witnesses) {
      if (witness.untyped !== undefined) {
        untyped.set(witness.record, witness);
        continue;
      }
      let group = groups.get(key);
      if (group === undefined) groups.set(key, (group = { about, change, witnesses: new Map() }));
      group.witnesses.set(`${witness.source} ${witness.record}`, witness);
    }
  }
  return { groups, untyped: [...untyped.values()] };
}

/** What has one cause is one change; the rest is compared source by source. */
function clustersOf({ about, change, witnesses }: Group): Cluster[] {
  const bySource: Cluster[][] = ORDER.map(() => []);
  for (const witness of witnesses.values()) {
    bySource[rankOf(witness.source)]?.push(clusterOf(about, change, witness));
  }
  const byCause = new Map<string, Cluster>();
  const uncaused = bySource.map((told) => told.filter((cluster) => !joinsCause(cluster, byCause)));
  const [first = [], ...others] = uncaused;
  // HubSpot's two legacy sources usually give one change the same cause; where they differ, time decides.
  const caused = [...byCause.values()];
  const inTimeline = caused.filter(isInTimeline);
  const elsewhere = caused.filter((cluster) => !isInTimeline(cluster));
  let merged: Cluster[] = [];
  for (const told of [first, inTimeline, elsewhere, ...others])
    merged = joined(merged, told.sort(byTime));
  return merged;
}

function isInTimeline({ sources }: Cluster): boolean {
  return (sources & (1 << rankOf('subscription-timeline'))) !== 0;
}

/** Changes with a cause's id are put together by it, and then compared by time with the others. */
function joinsCause(cluster: Cluster, byCause: Map<string, Cluster>): boolean {
  const [witness] = cluster.witnesses;
  if (witness?.cause === undefined) return false;
  const known = byCause.get(witness.cause);
  if (known === undefined) byCause.set(witness.cause, cluster);
  else add(known, cluster);
  return true;
}

function byTime(a: Cluster, b: Cluster): number {
  if (a.ms !== b.ms) return a.ms - b.ms;
  const [one] = a.witnesses;
  const [other] = b.witnesses;
  return (
    (one?.order ?? 0) - (other?.order ?? 0) ||
    ((one?.record ?? '') < (other?.record ?? '') ? -1 : 1)
  );
}

function joined(merged: Cluster[], more: readonly Cluster[]): Cluster[] {
  if (more.length === 0) return merged;
  if (merged.length === 0) return [...more];
  const partners = align(merged, more, SAME_MOMENT_MS, hasOtherSources);
  const added: Cluster[] = [];
  more.forEach((cluster, index) => {
    const partner = merged[partners[index] ?? -1];
    if (partner === undefined) added.push(cluster);
    else add(partner, cluster);
  });
  return added.length === 0 ? merged : [...merged, ...added].sort((a, b) => a.ms - b.ms);
}

/** A source tells each change once. */
function hasOtherSources(a: Cluster, b: Cluster): boolean {
  return (a.sources & b.sources) === 0;
}

/**
 * A witness that doesn't name the type stands by every change with its cause; one without such a change
 * stands by the change it fits; one that fits none is an event of its own, which is returned.
 */
function withUntyped(clusters: readonly Cluster[], untyped: readonly Witness[]): Cluster[] {
  if (untyped.length === 0) return [];
  const byCause = new Map<string, Cluster[]>();
  for (const cluster of clusters) {
    for (const cause of new Set(cluster.witnesses.map((witness) => witness.cause))) {
      if (cause === undefined) continue;
      const list = byCause.get(cause);
      if (list === undefined) byCause.set(cause, [cluster]);
      else list.push(cluster);
    }
  }
  const left: Cluster[] = [];
  const oneByOne = untyped
    .map((witness) =>
      clusterOf({ kind: 'some-subscription' }, witness.untyped ?? 'changed', witness),
    )
    .sort(oldestFirst);
  for (const own of oneByOne) {
    const caused = byCause.get(own.witnesses[0]?.cause ?? '') ?? [];
    const free = caused.filter((cluster) => hasOtherSources(cluster, own));
    for (const cluster of free) add(cluster, own);
    if (free.length === 0) left.push(own);
  }
  const candidates = clusters
    .filter(({ about }) => about.kind === 'subscription' || about.kind === 'everything')
    .sort(oldestFirst);
  const partners = align(candidates, left, SAME_MOMENT_MS, isSameDirection);
  return left.filter((cluster, index) => {
    const partner = candidates[partners[index] ?? -1];
    if (partner !== undefined) add(partner, cluster);
    return partner === undefined;
  });
}

/** Which type an occurrence is about is told by its cause alone, so one with another cause is another change. */
function isSameDirection(typed: Cluster, untyped: Cluster): boolean {
  const fits =
    untyped.change === 'changed' ||
    (typed.change === 'opted-out') === (untyped.change === 'opted-out');
  const mayShareCause = !(typed.isCaused && untyped.isCaused);
  return fits && mayShareCause && hasOtherSources(typed, untyped);
}

function oldestFirst(a: Cluster, b: Cluster): number {
  if (a.ms !== b.ms) return a.ms - b.ms;
  const byOrder = (a.witnesses[0]?.order ?? 0) - (b.witnesses[0]?.order ?? 0);
  return byOrder === 0 ? (tieOf(a) < tieOf(b) ? -1 : 1) : byOrder;
}

function tieOf({ about, change, witnesses }: Cluster): string {
  return `${subjectKey(about)} ${change} ${witnesses[0]?.record ?? ''}`;
}

/** Two equal changes of one instant get ids of their own, in the order of their records. */
function named(clusters: readonly Cluster[]): ConsentEvent[] {
  const used = new Map<string, number>();
  return clusters.map((cluster) => {
    const { about, change, witnesses } = cluster;
    witnesses.sort(byRank);
    const [first, ...rest] = witnesses as [Witness, ...Witness[]];
    const id = `${subjectKey(about)}@${first.at}:${change}`;
    const nth = used.get(id) ?? 0;
    used.set(id, nth + 1);
    const { actor, disputed } = actorOfAll(witnesses);
    const { card } = witnesses.find((one) => one.card !== undefined) ?? first;
    // What HubSpot's status says after an undo is the basis of the consent that came back, which has an event of its own.
    const grounds = card?.undoes === undefined ? witnesses : [];
    const legalBasis = grounds.find((one) => one.legalBasis !== undefined)?.legalBasis;
    const explanation = grounds.find((one) => one.explanation !== undefined)?.explanation;
    const { reportedValue } = witnesses.find((one) => one.reportedValue !== undefined) ?? first;
    const learnedAt = witnesses.every((witness) => witness.learnedAt !== undefined)
      ? witnesses.map((witness) => witness.learnedAt ?? witness.at).sort()[0]
      : undefined;
    return {
      id: nth === 0 ? id : `${id}#${String(nth + 1)}`,
      at: first.at,
      ...(learnedAt === undefined ? {} : { learnedAt }),
      about,
      change,
      actor,
      certainty: actor.kind === 'someone' ? 'unknown' : 'stated',
      ...(CONSENT.has(about.kind) ? { channel: 'email' as const } : {}),
      ...(legalBasis === undefined ? {} : { legalBasis }),
      ...(explanation === undefined ? {} : { explanation }),
      ...(card === undefined ? {} : { card }),
      ...(reportedValue === undefined ? {} : { reportedValue }),
      ...(disputed.length === 0 ? {} : { disputed }),
      witnesses: [first, ...rest],
    };
  });
}

const CONSENT: ReadonlySet<Subject['kind']> = new Set([
  'subscription',
  'everything',
  'some-subscription',
]);

/**
 * A named actor beats an unnamed one, whichever source it came from; "this card" beats "an integration",
 * which is how HubSpot tells of this card; and the contact beats all, since taking a contact's own act for
 * somebody else's could unlock an opt-in. Who else was named is kept.
 */
function actorOfAll(witnesses: readonly Witness[]): {
  readonly actor: Actor;
  readonly disputed: readonly Actor[];
} {
  let actor: Actor = { kind: 'someone' };
  for (const { actor: other } of witnesses) if (weight(other) > weight(actor)) actor = other;
  let disputed: readonly Actor[] = [];
  for (const { actor: other } of witnesses) {
    if (mayBeTheSame(actor, other) || disputed.some(({ kind }) => kind === other.kind)) continue;
    disputed = [...disputed, other];
  }
  return { actor, disputed };
}

function weight(actor: Actor): number {
  const more = 'name' in actor || 'by' in actor || 'userId' in actor || 'staff' in actor ? 1 : 0;
  switch (actor.kind) {
    case 'someone':
      if (actor.reported === undefined) return 0;
      // A text tells a person more than a name out of HubSpot's code.
      return /^[A-Z_]+$/.test(actor.reported) ? 0.5 : 1;
    case 'hubspot':
      return 2;
    case 'integration':
      return 4 + more;
    case 'staff':
    case 'workflow':
    case 'import':
      return 6 + more;
    case 'this-card':
      return 8 + more;
    case 'contact':
      // Property history has one source for every link of the contact's; who says "preferences page" knows more.
      return actor.by === 'preferences' ? 12 : 10 + more;
  }
}

function mayBeTheSame(actor: Actor, other: Actor): boolean {
  if (other.kind === 'someone' || actor.kind === other.kind) return true;
  return actor.kind === 'this-card' && other.kind === 'integration';
}

function byRank(a: Witness, b: Witness): number {
  return (
    rankOf(a.source) - rankOf(b.source) ||
    (a.at < b.at ? -1 : a.at > b.at ? 1 : 0) ||
    (a.record < b.record ? -1 : a.record > b.record ? 1 : 0)
  );
}

function rankOf(source: SourceName): number {
  return RANK.get(source) ?? ORDER.length;
}
