import type { ChangeReply, Refused } from '../contract/reply.ts';
import { ChangeConsentRequest } from '../contract/requests.ts';
import { HubSpotTrouble } from '../gateway/trouble.ts';
import { decide } from '../policy/decide.ts';
import type { Requirement } from '../policy/rule.ts';
import { factsFor, stateOf } from './facts-for.ts';
import { gather, type Evidence } from './gather.ts';
import { glanceOf } from './glance.ts';
import { openRecord } from './record.ts';
import { badRequest, explain } from './troubles.ts';
import type { FunctionInput, World } from './world.ts';

const FIELDS = ['typeId', 'to', 'legalBasis', 'explanation'];

interface Change extends ChangeConsentRequest {
  readonly address: string;
}

/** Parse, gather, decide, write, read back, answer. The card may ask; only this decides, and from fresh facts. */
export async function changeConsent(input: FunctionInput, world: World): Promise<ChangeReply> {
  const request = ChangeConsentRequest.safeParse(input.parameters);
  if (!request.success) return badRequest(request.error.issues, FIELDS);
  const record = openRecord(input.propertiesToSend);
  if (record.kind === 'bad') return record.reply;

  const { typeId, to } = request.data;
  try {
    const before = await gather(record, 'recorded', world);
    const direction = to === 'opted-in' ? 'opt-in' : 'opt-out';
    const decision = decide(world.policy, factsFor(direction, typeId, before, world.organisation));
    if (decision.kind !== 'allow') return refused(decision, before, world);
    const requires = decision.requires.filter((need) => !isGiven(need, request.data));
    if (requires.length > 0) return refused({ kind: 'lacking', requires }, before, world);
    if (stateOf(typeId, before) === to) {
      return { status: 'nothing-to-do', glance: glanceOf(before, world) };
    }
    // `decide` allows nothing without an address; a policy that did would still reach nobody.
    if (record.address === undefined) {
      return { status: 'bad-request', code: 'record-missing', paths: ['propertiesToSend.email'] };
    }
    const written = await write({ ...request.data, address: record.address }, world);
    return await settle(written, to, typeId, () => gather(record, 'recorded', world), world);
  } catch (error) {
    return explain(error, world);
  }
}

type Written = 'accepted' | 'refused' | 'not-known';

/** One attempt. Throws when it is certain that nothing was written. */
async function write(change: Change, { hubspot }: World): Promise<Written> {
  const { address, typeId, to, legalBasis, explanation } = change;
  try {
    if (to === 'opted-out') {
      await hubspot.consents.optOut(address, typeId);
      return 'accepted';
    }
    return await hubspot.consents.optIn(address, typeId, {
      ...(legalBasis === undefined ? {} : { legalBasis }),
      ...(explanation === undefined ? {} : { explanation }),
    });
  } catch (error) {
    if (error instanceof HubSpotTrouble && error.mayHaveTakenEffect) return 'not-known';
    throw error;
  }
}

/** Success is said only of what HubSpot says afterwards; a write may show a moment late. */
async function settle(
  written: Written,
  to: ChangeConsentRequest['to'],
  typeId: string,
  readBack: () => Promise<Evidence>,
  world: World,
): Promise<ChangeReply> {
  const notKnown = { status: 'not-known-yet', correlationId: world.correlationId } as const;
  try {
    for (const pause of [0, 400]) {
      if (pause > 0) await world.wait(pause);
      const after = await readBack();
      if (stateOf(typeId, after) === to)
        return { status: 'changed', glance: glanceOf(after, world) };
      if (written === 'refused') {
        return { status: 'refused-by-hubspot', glance: glanceOf(after, world) };
      }
    }
    return notKnown;
  } catch (error) {
    explain(error, world);
    return notKnown;
  }
}

function isGiven(need: Requirement, request: ChangeConsentRequest): boolean {
  return (need === 'legal-basis' ? request.legalBasis : request.explanation) !== undefined;
}

function refused(decision: Refused['decision'], evidence: Evidence, world: World): Refused {
  return { status: 'refused', decision, glance: glanceOf(evidence, world) };
}
