import type { ReadReply } from '../contract/reply.ts';
import { ReadConsentRequest } from '../contract/requests.ts';
import { timeline } from '../evidence/timeline.ts';
import { gather } from './gather.ts';
import { glanceOf } from './glance.ts';
import { openRecord } from './record.ts';
import { badRequest, explain } from './troubles.ts';
import type { FunctionInput, World } from './world.ts';

/** Parse, gather, answer. The glance (verdict, states, locks) never waits for the history (timeline). */
export async function readConsent(input: FunctionInput, world: World): Promise<ReadReply> {
  const request = ReadConsentRequest.safeParse(input.parameters);
  if (!request.success) return badRequest(request.error.issues, ['part', 'claim']);
  const record = openRecord(input.propertiesToSend);
  if (record.kind === 'bad') return record.reply;
  try {
    const { part, claim } = request.data;
    if (part === 'glance') {
      const recorded = await gather(record, 'recorded', world);
      return {
        status: 'glance',
        glance: glanceOf(recorded, world, claim === undefined ? {} : { claim }),
      };
    }
    const evidence = await gather(record, 'all', world);
    return {
      status: 'history',
      history: {
        readAt: new Date(evidence.readAt).toISOString(),
        events: timeline(evidence.events),
        olderMayExist: evidence.historyMayBeCut,
      },
    };
  } catch (error) {
    return explain(error, world);
  }
}
