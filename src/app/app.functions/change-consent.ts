import type { ChangeReply, Refused } from '../contract/reply.ts';
import { ChangeConsentRequest } from '../contract/requests.ts';
import { HubSpotTrouble } from '../gateway/trouble.ts';
import { lacking } from '../policy/decision.ts';
import { decide } from '../policy/decide.ts';
import { offerOf } from './carry-out.ts';
import { factsForType, knownTypes, stateOf, type Asked } from './facts-for.ts';
import { gather, type Evidence } from './gather.ts';
import { glanceOf } from './glance.ts';
import { openRecord } from './record.ts';
import { badRequest, explain } from './troubles.ts';
import type { FunctionInput, World } from './world.ts';

const FIELDS = ['typeId', 'to', 'shown', 'claim', 'legalBasis', 'explanation'];

interface Change extends ChangeConsentRequest {
  readonly address: string;
}

/** Parse, gather, decide, write, read back, answer. The card may ask; only this decides, and from fresh facts. */
export async function changeConsent(input: FunctionInput, world: World): Promise<ChangeReply> {
  const request = ChangeConsentRequest.safeParse(input.parameters);
  if (!request.success) return badRequest(request.error.issues, FIELDS);
  const record = openRecord(input.propertiesToSend);
  if (record.kind === 'bad') return record.reply;

  const { typeId, to, legalBasis, explanation } = request.data;
  const asked = askedIn(request.data);
  try {
    const before = await gather(record, world);
    const change = to === 'opted-in' ? 'opt-in' : 'opt-out';
    const types = knownTypes(before, world.organisation);
    const facts = factsForType(change, typeId, types, before, world.organisation, asked);
    const offer = offerOf(change, decide(world.policy, facts));
    if (offer.kind === 'done') {
      return { status: 'nothing-to-do', glance: glanceOf(before, world, drawnAnew(asked)) };
    }
    if (offer.kind !== 'allow') return refused(offer, before, world, asked);
    const requires = lacking(offer.requires, { 'legal-basis': legalBasis, explanation });
    if (requires.length > 0) return refused({ kind: 'lacking', requires }, before, world, asked);
    // `decide` allows nothing without an address; a policy that did would still reach nobody.
    if (record.address === undefined) {
      return { status: 'bad-request', code: 'record-missing', paths: ['propertiesToSend.email'] };
    }
    const written = await write({ ...request.data, address: record.address }, world);
    return await settle(written, request.data, () => gather(record, world), world);
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
  request: ChangeConsentRequest,
  readBack: () => Promise<Evidence>,
  world: World,
): Promise<ChangeReply> {
  const { to, typeId } = request;
  const asked = drawnAnew(askedIn(request));
  const notKnown = { status: 'not-known-yet', correlationId: world.correlationId } as const;
  try {
    for (const pause of [0, 400]) {
      if (pause > 0) await world.wait(pause);
      const after = await readBack();
      if (stateOf(typeId, after) === to)
        return { status: 'changed', glance: glanceOf(after, world, asked) };
      if (written === 'refused') {
        return { status: 'refused-by-hubspot', glance: glanceOf(after, world, asked) };
      }
    }
    return notKnown;
  } catch (error) {
    explain(error, world);
    return notKnown;
  }
}

function askedIn({ claim, shown }: ChangeConsentRequest): Asked {
  return { ...(claim === undefined ? {} : { claim }), ...(shown === undefined ? {} : { shown }) };
}

/** The glance that comes with an answer is drawn anew: what was shown before has no part in it. */
function drawnAnew({ claim }: Asked): Asked {
  return claim === undefined ? {} : { claim };
}

function refused(
  decision: Refused['decision'],
  evidence: Evidence,
  world: World,
  asked: Asked,
): Refused {
  return { status: 'refused', decision, glance: glanceOf(evidence, world, drawnAnew(asked)) };
}
