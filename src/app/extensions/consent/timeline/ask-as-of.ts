import { PROPERTIES_TO_SEND } from '#contract/record.ts';
import type { ReadReply } from '#contract/reply.ts';
import type { ReadBackTo, ReadConsentRequest } from '#contract/requests.ts';
import type { AsOf } from '#contract/snapshot.ts';
import type { Asked, Problem, Serverless } from '../ask.ts';

/** Asks for the states at the end of a day, `YYYY-MM-DD` in the portal's time zone. */
export type AskAsOf = (on: string, after?: ReadBackTo) => Promise<Asked<AsOf>>;

/** Apart from the card's other questions, since only the tab asks it and the sidebar is to stay small. */
export function askAsOfThrough(serverless: Serverless): AskAsOf {
  return async (on, after) => {
    const parameters: ReadConsentRequest = {
      part: 'as-of',
      on,
      ...(after === undefined ? {} : { after }),
    };
    try {
      const reply = (await serverless('read-consent', {
        parameters: parameters as Parameters<Serverless>[1]['parameters'],
        propertiesToSend: [...PROPERTIES_TO_SEND],
      })) as ReadReply;
      return reply.status === 'as-of'
        ? { kind: 'got', value: reply.asOf }
        : { kind: 'problem', problem: reply as Problem };
    } catch {
      return { kind: 'problem', problem: { kind: 'not-reached' } };
    }
  };
}
