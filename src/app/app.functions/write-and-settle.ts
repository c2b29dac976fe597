import type { ChangeReply } from '../contract/reply.ts';
import type { Wish } from '../contract/requests.ts';
import { subjectKey } from '../evidence/consent-event.ts';
import type { Who } from '../ledger/statement.ts';
import type { Write } from '../policy/rule.ts';
import { knownOf } from './fresh-no.ts';
import { gather, withEntries, type Evidence } from './gather.ts';
import { glanceOf } from './glance.ts';
import { isPerhapsDone } from './recording/perhaps-done.ts';
import type { Recorder } from './recording/recorder.ts';
import { outcomeOf } from './recording/statements.ts';
import { settle, type Settled } from './settle.ts';
import { explain } from './troubles.ts';
import type { Plan, Written } from './wishes/plan.ts';
import { keyOf, standingOf } from './wishes/standing.ts';
import { askedIn } from './wishes/wished.ts';
import type { World } from './world.ts';

interface Going {
  readonly wish: Wish;
  readonly plan: Plan;
  readonly who: Who;
  readonly before: Evidence;
  /** When the change was requested. */
  readonly at: string;
  readonly record: { readonly id: string; readonly address: string | undefined };
  readonly recorder: Recorder;
}

/** Writes what was decided and recorded, reads what came of it, records that and answers. */
export async function writeAndSettle(how: Write, going: Going, world: World): Promise<ChangeReply> {
  const { wish, plan, before, recorder } = going;
  let settled: Settled;
  try {
    settled = await writeUntilItHolds(how, going, world);
  } catch (error) {
    const trouble = explain(error, world);
    await conclude('not-done', before, 'code' in trouble ? trouble.code : undefined);
    return trouble;
  }
  if (settled.kind === 'not-known') {
    await conclude('not-known', before);
    const { correlationId } = world;
    return {
      status: 'not-known-yet',
      correlationId,
      ...(settled.isSent ? { isSent: true } : {}),
      ...(settled.after === undefined ? {} : { glance: shown(settled.after) }),
      ...unsavedIn(recorder),
    };
  }
  const { kind, after } = settled;
  const asked = {
    requestId: wish.requestId,
    subject: plan.subject,
    change: plan.change,
    before: standingOf(plan.subject, before),
    at: going.at,
  };
  if (kind === 'done') await conclude('done', after);
  if (kind === 'overtaken') await conclude('done', after, 'overtaken');
  // Another run of this same request may have done it: then whoever reads next says how it ended.
  if (kind === 'already-so' && !isPerhapsDone(asked, after)) {
    await conclude('not-done', after, 'already-so');
  }
  if (kind === 'not-done') await conclude('not-done', after, settled.because);
  const glance = shown(after);
  const unsaved = unsavedIn(recorder);
  switch (kind) {
    case 'requested':
      return { status: 'requested', glance, ...unsaved };
    case 'done':
      return { status: 'changed', glance, ...unsaved };
    case 'already-so':
      return { status: 'nothing-to-do', glance };
    case 'overtaken':
      return { status: 'overtaken', glance, ...unsaved };
    case 'not-done':
      return { status: 'not-done', because: settled.because, glance, ...unsaved };
  }

  function shown(evidence: Evidence) {
    return glanceOf(withEntries(evidence, recorder.entries()), world, askedIn(wish));
  }

  async function conclude(
    result: 'done' | 'not-done' | 'not-known',
    evidence: Evidence,
    because?: string,
  ): Promise<void> {
    const at = new Date(world.now()).toISOString();
    const after =
      result === 'not-known' ? ({ state: 'unknown' } as const) : standingOf(plan.subject, evidence);
    await recorder.record(outcomeOf(result, after, because, { ...going, at }), {});
  }
}

/** A way out that another way in of this product overtook goes out once more; everything else is written once. */
async function writeUntilItHolds(how: Write, going: Going, world: World): Promise<Settled> {
  const { plan } = going;
  const settled = await writeOnce(how, going, world);
  const isOutrun =
    plan.goal === 'opted-out' && settled.kind === 'overtaken' && isLetInByUs(plan, settled.after);
  if (!isOutrun) return settled;
  try {
    return await writeOnce(how, { ...going, before: settled.after }, world);
  } catch (error) {
    // The first write was done all the same.
    explain(error, world);
    return settled;
  }
}

async function writeOnce(
  how: Write,
  { wish, plan, before, record }: Going,
  world: World,
): Promise<Settled> {
  const written: Written = await plan.write(how);
  const { subject } = plan;
  const known =
    // Whatever is not an opt-out may go in over a "no" of the same moment.
    plan.goal !== 'opted-out' && subject.kind === 'subscription'
      ? { known: knownOf(subject.typeId, wish.requestId, before) }
      : {};
  return settle(
    {
      plan,
      written,
      before,
      ...known,
      requestId: wish.requestId,
      address: record.address ?? '',
      readBack: () => gather(record, world),
    },
    world,
  );
}

function isLetInByUs({ subject }: Plan, { timeline }: Evidence): boolean {
  const key = keyOf(subject);
  const latest = timeline.find(({ about }) => subjectKey(about) === key);
  return latest?.actor.kind === 'this-card' && latest.change !== 'opted-out';
}

function unsavedIn(
  recorder: Recorder,
): Pick<Extract<ChangeReply, { status: 'kept' }>, 'unsaved' | 'isUnrecorded'> {
  const unsaved = recorder.unsaved();
  if (unsaved.length > 0) return { unsaved };
  return recorder.hasLost() ? { isUnrecorded: true } : {};
}
