import type { ApprovalReply, BadRequest, NotAsked } from '../../contract/reply.ts';
import type { ApprovalRequest, Wish } from '../../contract/requests.ts';
import type { Approvable, ApprovalTask } from '../../gateway/ports.ts';
import { HubSpotTrouble } from '../../gateway/trouble.ts';
import { weighRefusal } from '../../ledger/refusals.ts';
import type { Who } from '../../ledger/statement.ts';
import { decide } from '../../policy/decide.ts';
import type { Decision } from '../../policy/decision.ts';
import { OrganisationRefused } from '../../policy/organisation.ts';
import { knownTypes } from '../facts-for.ts';
import { gather, type Evidence } from '../gather.ts';
import { glanceOf } from '../glance.ts';
import { earlierOf } from '../recording/earlier.ts';
import { entriesOf } from '../recording/ledger-of.ts';
import { explainNotKept, recorderOf, type Recording } from '../recording/recorder.ts';
import { settleOpen } from '../recording/settle-open.ts';
import { personalIn, refusalOf } from '../recording/statements.ts';
import { badRequest, explain } from '../troubles.ts';
import { planOf } from '../wishes/plan-of.ts';
import { askedIn } from '../wishes/wished.ts';
import type { World } from '../world.ts';
import { contentHashOf } from './content-hash.ts';
import { taskText } from './task-text.ts';

interface Asking {
  readonly request: ApprovalRequest;
  readonly who: Who;
  readonly record: { readonly id: string; readonly address: string | undefined };
}

/** No asking is folded into one before it, however the clocks of two functions differ. */
const NEVER_QUIET = -Infinity;
const DAY_MS = 86_400_000;
/** HubSpot ends a function after 15 s at most; what was under way then has ended. */
const LIFE_MS = 20_000;
/** How long another run of the same request is waited for. */
const LONGEST_MS = 6_000;
const LOOK_EVERY_MS = 500;
/** A task that went out without an answer may show late. */
const LOOKS: readonly number[] = [0, 500, 1_500];

/**
 * Parse, gather, decide, record that the wish is refused, make a task for the approver, answer. It is asked only where
 * policy refuses with that step, and changes nothing. The recorded refusal is what keeps one request from making two
 * tasks: only the run that recorded it makes one, and every other looks for it. Throws as `gather` does.
 */
export async function askForApproval(asking: Asking, world: World): Promise<ApprovalReply> {
  const { request, who, record } = asking;
  const { hubspot, organisation } = world;
  if (world.keys !== undefined) hubspot.ledger.prepare();
  const wish = wishIn(request);
  const before = await settleOpen(await gather(record, world), record, world);
  const glance = () => glanceOf(before, world, askedIn(wish));
  const notAsked = (because: NotAsked) =>
    ({ status: 'not-asked', because, glance: glance() }) as const;

  const earlier = earlierOf({ wish, who }, entriesOf(before.ledger), world);
  if (earlier.kind === 'refused') {
    return await answerOfOther(asking, earlier.asked.statement.at, before, world);
  }
  if (earlier.kind !== 'new') return reused(world);

  const plan = planOf(wish, {
    contactId: record.id,
    address: record.address ?? '',
    evidence: before,
    types: knownTypes(before, organisation),
    world,
  });
  const decision = plan === undefined ? undefined : decide(world.policy, plan.facts);
  if (plan === undefined || decision?.kind === 'unknown') return notAsked('not-known');
  if (decision?.kind === 'done') return { status: 'nothing-to-do', glance: glance() };
  if (decision?.kind !== 'deny') return notAsked('allowed');
  const { ownerId } = organisation.approver;
  if (!decision.remedies.includes('ask-for-approval') || ownerId === 'not-set') {
    return notAsked('not-to-be-approved');
  }

  const tasks = await hubspot.approvals.of(record.id);
  const same = tasks.find(({ requestId }) => requestId === request.requestId);
  if (same !== undefined) {
    if (!isSame(same.of, request.of) || isOther(same, request)) return reused(world);
    return { status: 'asked', at: same.at, glance: glance() };
  }
  const open = tasks.find((task) => isSame(task.of, request.of) && isFresh(task, world));
  if (open !== undefined) return { status: 'asked-already', at: open.at, glance: glance() };

  const stating = {
    wish,
    plan,
    who,
    before,
    policyVersion: world.policy.version,
    at: new Date(world.now()).toISOString(),
  };
  const recorded = await recordOnce(decision, stating, record.address ?? '', world);
  switch (recorded.kind) {
    case 'too-often':
      return notAsked('too-often');
    case 'conflicting': {
      const other = earlierOf({ wish, who }, [recorded.entry], world);
      if (other.kind !== 'refused') return reused(world);
      return await answerOfOther(asking, recorded.entry.statement.at, before, world);
    }
    case 'same':
      return await answerOfOther(asking, recorded.entry.statement.at, before, world);
    case 'travels':
    case 'not-kept':
      return { status: 'not-recorded', correlationId: world.correlationId };
    case 'kept':
      // In a chain with two ends another run may have recorded the same.
      if (recorded.isForked) return { status: 'not-recorded', correlationId: world.correlationId };
  }
  const at = await makeTask({ ...asking, ownerId, decision, before }, world);
  return at === undefined
    ? { status: 'not-known-yet', correlationId: world.correlationId }
    : { status: 'asked', at, glance: glance() };
}

/** The change that is asked about, as if it had been asked for. */
function wishIn({ of, requestId, claim, askedBy, evidence }: ApprovalRequest): Wish {
  return { ...of, requestId, claim, askedBy, evidence };
}

/** Each asking has an entry of its own, with its evidence; within the hour there are not many. */
async function recordOnce(
  decision: Extract<Decision, { kind: 'deny' }>,
  stating: Parameters<typeof refusalOf>[2],
  address: string,
  world: World,
): Promise<Recording | { readonly kind: 'too-often' }> {
  const { ledger } = stating.before;
  if (ledger.kind !== 'read' || ledger.state !== 'ready') return { kind: 'not-kept' };
  try {
    const draft = { ...refusalOf(decision, 0, stating), chain: ledger.chain };
    const meaning = weighRefusal(ledger.entries, draft, NEVER_QUIET);
    if (meaning.kind === 'fold') {
      await world.hubspot.ledger.countRepeat(meaning.into);
      return { kind: 'too-often' };
    }
    const { last } = meaning;
    const repeats = last === undefined ? 0 : await world.hubspot.ledger.repeatsOf(last);
    return await recorderOf(ledger, world).record(
      { ...draft, repeats },
      personalIn(stating, address),
    );
  } catch (error) {
    explainNotKept(error, world);
    return { kind: 'not-kept' };
  }
}

interface Making extends Asking {
  readonly ownerId: string;
  readonly decision: Extract<Decision, { kind: 'deny' }>;
  readonly before: Evidence;
}

/** When the task was made; `undefined` where HubSpot does not tell whether it was. Throws where it certainly was not. */
async function makeTask(making: Making, world: World): Promise<string | undefined> {
  const { request, who, record, ownerId, decision, before } = making;
  const { approvals, installation, sources } = world.hubspot;
  const userId = who.kind === 'staff' ? who.userId : undefined;
  const [timeZone, names] = await Promise.all([
    // What makes the text easier to read is not worth a refusal.
    orNothing(installation.timeZone(), world),
    userId === undefined ? undefined : orNothing(sources.userNames([userId]), world),
  ]);
  const userName = userId === undefined ? undefined : names?.get(userId);
  const type = before.types.find(
    ({ id }) => request.of.act === 'opt-in' && id === request.of.typeId,
  );
  const text = taskText({
    request,
    who,
    ...(userName === undefined ? {} : { userName }),
    contactId: record.id,
    typeNames: type === undefined ? {} : { ...type.names, '': type.name },
    because: decision.because,
    timeZone: timeZone ?? 'UTC',
  });
  try {
    return await approvals.ask(record.id, {
      requestId: request.requestId,
      of: request.of,
      contentHash: contentHashOf(request),
      ownerId,
      ...text,
      dueAt: new Date(world.now() + DAY_MS).toISOString(),
    });
  } catch (error) {
    if (!(error instanceof HubSpotTrouble)) throw error;
    if (!error.mayHaveTakenEffect) throw await blamed(error, ownerId, world);
    explain(error, world);
    return await foundTask(making, world);
  }
}

/** HubSpot's refusal of a task for somebody who is no owner is about the organisation's choice, not about this asking. */
async function blamed(error: HubSpotTrouble, ownerId: string, world: World): Promise<Error> {
  if (error.code !== 'rejected-by-hubspot') return error;
  const isOwner = await orNothing(world.hubspot.approvals.isOwner(ownerId), world);
  return isOwner === false
    ? new OrganisationRefused('approver.ownerId', 'name an owner of this account by its id')
    : error;
}

/** The task of this request, looked for a few times. */
async function foundTask(
  { request, record }: Asking,
  world: World,
): Promise<ApprovalTask['at'] | undefined> {
  for (const pause of LOOKS) {
    if (pause > 0) await world.wait(pause);
    const tasks = await orNothing(world.hubspot.approvals.of(record.id), world);
    const found = tasks?.find(({ requestId }) => requestId === request.requestId);
    if (found !== undefined) return found.at;
  }
  return undefined;
}

/** Another run of the same request has recorded it: its task is the answer to this one too. It is never made twice. */
async function answerOfOther(
  { request, record }: Asking,
  recordedAt: string,
  before: Evidence,
  world: World,
): Promise<ApprovalReply> {
  const { hubspot, now, wait } = world;
  const glance = () => glanceOf(before, world, askedIn(wishIn(request)));
  for (;;) {
    const tasks = await hubspot.approvals.of(record.id);
    const found = tasks.find(({ requestId }) => requestId === request.requestId);
    if (found !== undefined) {
      if (isOther(found, request)) return reused(world);
      return { status: 'asked', at: found.at, glance: glance() };
    }
    if (now() - Date.parse(recordedAt) > LIFE_MS) {
      return { status: 'not-asked', because: 'not-made', glance: glance() };
    }
    if (now() - before.readAt > LONGEST_MS) {
      return { status: 'not-known-yet', correlationId: world.correlationId };
    }
    await wait(LOOK_EVERY_MS);
  }
}

function isSame(one: Approvable, other: Approvable): boolean {
  if (one.act !== 'opt-in' || other.act !== 'opt-in') return one.act === other.act;
  return one.typeId === other.typeId;
}

/** A task of the same id whose text says other things. Tasks made before there was a hash are taken as the same. */
function isOther({ contentHash }: ApprovalTask, request: ApprovalRequest): boolean {
  return contentHash !== undefined && contentHash !== contentHashOf(request);
}

/** HubSpot's clock and ours differ by less than matters here. */
function isFresh({ isOpen, at }: ApprovalTask, { now }: World): boolean {
  return isOpen && now() - Date.parse(at) < DAY_MS;
}

async function orNothing<T>(asked: Promise<T>, world: World): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    explain(error, world);
    return undefined;
  }
}

function reused(world: World): BadRequest {
  return badRequest('request-reused', ['parameters.requestId'], world);
}
