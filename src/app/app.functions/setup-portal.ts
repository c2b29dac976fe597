import {
  SetUpRequest,
  type PartReply,
  type SetUpPartName,
  type SetUpReply,
  type SigningKeyState,
} from '../contract/set-up.ts';
import type { HubSpot, SetUpState } from '../gateway/ports.ts';
import { HubSpotTrouble } from '../gateway/trouble.ts';
import { LedgerKeyTrouble, signerOf } from '../ledger/keys.ts';
import { badParameters, explain } from './troubles.ts';
import type { FunctionInput, World } from './world.ts';

/** What setting up touches: nothing of any contact. */
export interface SetUpWorld extends Pick<World, 'correlationId' | 'log'> {
  readonly hubspot: Pick<HubSpot, 'setUp'>;
  readonly signingKey: SigningKeyState;
}

const PARTS: readonly SetUpPartName[] = ['record', 'marketing-request'];

/**
 * Look, complete what is missing, look again. Safe to run at any time, by anybody and as often as they like: it
 * creates this product's own definitions, and changes and deletes nothing.
 */
export async function setUpPortal(input: FunctionInput, world: SetUpWorld): Promise<SetUpReply> {
  const request = SetUpRequest.safeParse(input.parameters ?? {});
  if (!request.success) return badParameters(request.error.issues, [], world);
  const { signingKey, correlationId, log } = world;
  const { setUp } = world.hubspot;
  try {
    const before = await setUp.look();
    const troubles = new Map<SetUpPartName, HubSpotTrouble>();
    for (const part of PARTS) {
      if (before[part] === 'there' || before[part] === 'not-ours') continue;
      try {
        await setUp.complete(part);
      } catch (error) {
        if (!(error instanceof HubSpotTrouble)) throw error;
        log({ level: 'error', correlationId, part, code: error.code });
        troubles.set(part, error);
      }
    }
    const after = PARTS.every((part) => before[part] === 'there') ? before : await setUp.look();
    const became = (part: SetUpPartName) =>
      partReply(before[part], after[part], troubles.get(part));
    return {
      status: 'set-up',
      parts: { record: became('record'), 'marketing-request': became('marketing-request') },
      signingKey,
      correlationId,
    };
  } catch (error) {
    return explain(error, world);
  }
}

/** What is there counts, not what a call answered: one that timed out may have done its work. */
function partReply(
  before: SetUpState,
  after: SetUpState,
  trouble: HubSpotTrouble | undefined,
): PartReply {
  switch (after) {
    case 'not-ours':
      return { state: 'not-ours' };
    case 'there':
      if (before === 'missing') return { state: 'created' };
      return { state: before === 'incomplete' ? 'completed' : 'there' };
    case 'missing':
    case 'incomplete': {
      const { code = 'rejected-by-hubspot', scope } = trouble ?? {};
      return { state: 'failed', code, ...(scope === undefined ? {} : { scope }) };
    }
  }
}

/** Whether the app secret can sign; of the key itself nothing is told. */
export function signingKeyState(secret: string | undefined): SigningKeyState {
  try {
    signerOf(secret);
    return 'there';
  } catch (error) {
    if (error instanceof LedgerKeyTrouble) return error.code;
    throw error;
  }
}
