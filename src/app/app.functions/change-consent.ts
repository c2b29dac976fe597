import { hasBegunSomewhere } from '../contract/day.ts';
import type { ApprovalReply, BadRequest, ChangeReply, Refused } from '../contract/reply.ts';
import { ChangeConsentRequest } from '../contract/requests.ts';
import type { Entry } from '../ledger/entry.ts';
import { decide } from '../policy/decide.ts';
import { lacking, type Decision } from '../policy/decision.ts';
import { askForApproval } from './approval/ask-for-approval.ts';
import { knownTypes } from './facts-for.ts';
import { gather, type Evidence } from './gather.ts';
import { glanceOf } from './glance.ts';
import { openRecord } from './record.ts';
import { askerOf } from './recording/asker.ts';
import { answerTo, earlierOf, endOfOther, type Request } from './recording/earlier.ts';
import { keepUnsaved } from './recording/keep-unsaved.ts';
import { entriesOf } from './recording/ledger-of.ts';
import { requestIn } from './recording/marketing-asked.ts';
import { isPerhapsDone } from './recording/perhaps-done.ts';
import { recorderOf } from './recording/recorder.ts';
import { recordRefusal } from './recording/refused.ts';
import { settleOpen } from './recording/settle-open.ts';
import { intentOf, outcomeOf, personalIn, refusalOf } from './recording/statements.ts';
import { badParameters, badRequest, explain } from './troubles.ts';
import { planOf } from './wishes/plan-of.ts';
import type { Plan } from './wishes/plan.ts';
import { goalOf, standingOf } from './wishes/standing.ts';
import { askedIn } from './wishes/wished.ts';
import { withNames } from './with-names.ts';
import type { FunctionInput, World } from './world.ts';
import { writeAndSettle } from './write-and-settle.ts';

const FIELDS = [
  'act',
  'requestId',
  'typeId',
  'shown',
  'claim',
  'askedBy',
  'evidence',
  'legalBasis',
  'explanation',
  'confirmed',
  'explicitYes',
  'undoes',
  'unsaved',
  'of',
  'note',
  'language',
];

interface Asking extends Request {
  readonly record: { readonly id: string; readonly address: string | undefined };
}

/**
 * Parse, gather, decide, record the intent, write, read back, record the outcome, answer. Whoever asks may ask; only
 * this decides, and from fresh facts. A way in does not go without its record; a way out never waits for one.
 */
export async function changeConsent(
  input: FunctionInput,
  world: World,
): Promise<ChangeReply | ApprovalReply> {
  const request = ChangeConsentRequest.safeParse(input.parameters);
  if (!request.success) return badParameters(request.error.issues, FIELDS, world);
  if (isFutureDay(request.data, world)) {
    const issue = { path: ['askedBy', 'on'], message: 'in-the-future' };
    return badParameters([issue], FIELDS, world);
  }
  const record = openRecord(input.propertiesToSend, world);
  if (record.kind === 'bad') return record.reply;
  try {
    if (request.data.act === 'keep-record') {
      return await keepUnsaved(request.data.unsaved, record.id, world);
    }
    const who = askerOf(input, request.data.claim);
    if (request.data.act === 'ask-for-approval') {
      const asked = await askForApproval({ request: request.data, who, record }, world);
      return await withNames(asked, world);
    }
    return await withNames(await carryOut({ wish: request.data, who, record }, world), world);
  } catch (error) {
    return explain(error, world);
  }
}

/** A day on which nobody can have asked yet, wherever they are. */
function isFutureDay(request: ChangeConsentRequest, { now }: World): boolean {
  const on = 'askedBy' in request ? request.askedBy?.on : undefined;
  return on !== undefined && !hasBegunSomewhere(on, now());
}

async function carryOut(asking: Asking, world: World): Promise<ChangeReply> {
  const { wish, who, record } = asking;
  if (world.keys !== undefined) world.hubspot.ledger.prepare();
  const before = await settleOpen(await gather(record, world), record, world);
  const earlier = earlierOf(asking, entriesOf(before.ledger), world);
  const draw = (evidence: Evidence) => glanceOf(evidence, world, askedIn(wish));
  if (earlier.kind === 'reused') return requestReused(world);
  if (earlier.kind === 'ended') {
    // What was read may be older than what the other run did.
    const isOlder = before.readAt <= Date.parse(earlier.end.at);
    const now = isOlder ? await gather(record, world) : before;
    return { ...answerTo(earlier.end), glance: draw(now) };
  }
  if (earlier.kind === 'under-way') {
    return await answerOfOther(asking, earlier.asked, before, world);
  }

  const address = record.address ?? '';
  const types = knownTypes(before, world.organisation);
  const plan = planOf(wish, { contactId: record.id, address, evidence: before, types, world });
  if (plan === undefined) return nothingToUndo(before, world);
  const stating = {
    wish,
    plan,
    who,
    before,
    policyVersion: world.policy.version,
    at: new Date(world.now()).toISOString(),
  };
  const decision = decide(world.policy, plan.facts);
  if (decision.kind === 'done') return { status: 'nothing-to-do', glance: draw(before) };
  const said = complete(decision, plan);
  if (said.kind !== 'allow') {
    if (earlier.kind === 'new') {
      const refusal = refusalOf(said, 0, stating);
      await recordRefusal(before.ledger, refusal, personalIn(stating, address), world);
    }
    return { status: 'refused', decision: said, glance: draw(before) };
  }
  // It was refused under this id; what is allowed now is another click's.
  if (earlier.kind === 'refused') {
    return { status: 'not-done', because: 'changed-meanwhile', glance: draw(before) };
  }
  if (isWaiting(plan, before, world)) return { status: 'requested', glance: draw(before) };

  const recorder = recorderOf(before.ledger, world);
  const intent = await recorder.record(intentOf(said, stating), personalIn(stating, address));
  if (intent.kind === 'conflicting') {
    const other = earlierOf(asking, [...entriesOf(before.ledger), intent.entry], world);
    if (other.kind === 'under-way') return await answerOfOther(asking, other.asked, before, world);
    // Another run of the same request was refused a moment ago, when things stood otherwise.
    return other.kind === 'refused'
      ? { status: 'not-done', because: 'changed-meanwhile', glance: draw(before) }
      : requestReused(world);
  }
  if (intent.kind === 'same') return await answerOfOther(asking, intent.entry, before, world);
  if (plan.isWayIn && (intent.kind !== 'kept' || intent.isForked)) {
    if (intent.kind === 'kept') {
      const standing = standingOf(plan.subject, before);
      await recorder.record(outcomeOf('not-done', standing, 'ledger-forked', stating), {});
    }
    return { status: 'not-recorded', correlationId: world.correlationId };
  }
  return await writeAndSettle(said.write, { ...stating, record, recorder }, world);
}

/** Another run of the same request is under way or was cut off: its end is the answer to this one too. */
async function answerOfOther(
  asking: Asking,
  asked: Entry,
  before: Evidence,
  world: World,
): Promise<ChangeReply> {
  const { wish, record } = asking;
  if (wish.act === 'to-marketing' || wish.act === 'to-non-marketing') {
    return { status: 'requested', glance: glanceOf(before, world, askedIn(wish)) };
  }
  world.hubspot.noChangeFollows();
  const notKnown = { status: 'not-known-yet', correlationId: world.correlationId } as const;
  if (before.ledger.kind !== 'read') return notKnown;
  try {
    const found = await endOfOther(asking, before.ledger.chain, world, before.readAt).catch(
      (error: unknown) => {
        explain(error, world);
        return { kind: 'under-way', asked } as const;
      },
    );
    if (found.kind === 'reused') return requestReused(world);
    const now = await gather(record, world);
    const glance = glanceOf(now, world, askedIn(wish));
    const last =
      found.kind === 'under-way' ? earlierOf(asking, entriesOf(now.ledger), world) : found;
    if (last.kind === 'ended') return { ...answerTo(last.end), glance };
    // Its end is not recorded yet, and HubSpot's state may tell it all the same.
    if (found.kind !== 'under-way') return { ...notKnown, glance };
    if (isReached(found.asked, now)) return { status: 'changed', glance };
    return isOvertaken(found.asked, now)
      ? { status: 'overtaken', glance }
      : { ...notKnown, glance };
  } catch (error) {
    explain(error, world);
    return notKnown;
  }
}

function isReached({ statement }: Entry, now: Evidence): boolean {
  if (statement.kind !== 'intent' && statement.kind !== 'undo') return false;
  return standingOf(statement.subject, now).state === goalOf(statement.change);
}

function isOvertaken({ statement }: Entry, now: Evidence): boolean {
  if (statement.kind !== 'intent' && statement.kind !== 'undo') return false;
  return standingOf(statement.subject, now).state !== 'unknown' && isPerhapsDone(statement, now);
}

/** The same has been asked for, and HubSpot holds it for the workflow: asking again would only fill the record. */
function isWaiting({ isRequest, goal }: Plan, before: Evidence, { organisation }: World): boolean {
  if (isRequest !== true) return false;
  const request = requestIn(before, organisation);
  return request?.state === 'pending' && request.by === 'this-product' && request.to === goal;
}

/** What an allowed change still lacks makes it no change yet. */
function complete(
  decision: Exclude<Decision, { kind: 'done' }>,
  plan: Plan,
): Extract<Decision, { kind: 'allow' }> | Refused['decision'] {
  if (decision.kind !== 'allow') return decision;
  const requires = lacking(decision.requires, plan.given);
  return requires.length > 0 ? { kind: 'lacking', requires } : decision;
}

/** The record has no such change of this product, or none that has a way back; or it could not be read. */
function nothingToUndo({ ledger }: Evidence, world: World): ChangeReply {
  return ledger.kind === 'read'
    ? badRequest('invalid-parameters', ['parameters.undoes'], world)
    : { status: 'not-recorded', correlationId: world.correlationId };
}

function requestReused(world: World): BadRequest {
  return badRequest('request-reused', ['parameters.requestId'], world);
}
