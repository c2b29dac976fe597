import type { ReadReply } from '../contract/reply.ts';
import { ReadConsentRequest } from '../contract/requests.ts';
import { statesAsOf } from './as-of.ts';
import { gather } from './gather.ts';
import { glanceOf } from './glance.ts';
import { historyOf } from './history.ts';
import { preferenceLink } from './preference-link.ts';
import { settleOpen } from './recording/settle-open.ts';
import { openRecord } from './record.ts';
import { badParameters, explain } from './troubles.ts';
import { withNames } from './with-names.ts';
import type { FunctionInput, World } from './world.ts';

const FIELDS = ['part', 'after', 'on', 'typeId', 'claim', 'words', 'from', 'most'];

/**
 * Parse, gather, answer. The glance (verdict, states, locks) never waits for the history (timeline). Where a change was
 * cut off or could not be recorded, whoever reads next ends it.
 */
export async function readConsent(input: FunctionInput, world: World): Promise<ReadReply> {
  const request = ReadConsentRequest.safeParse(input.parameters);
  if (!request.success) return badParameters(request.error.issues, FIELDS, world);
  const record = openRecord(input.propertiesToSend, world);
  if (record.kind === 'bad') return record.reply;
  world.hubspot.noChangeFollows();
  try {
    const asked = request.data;
    if (asked.part === 'glance') {
      const { claim } = asked;
      const evidence = await settleOpen(await gather(record, world), record, world);
      const glance = glanceOf(evidence, world, claim === undefined ? {} : { claim });
      return await withNames({ status: 'glance', glance }, world);
    }
    if (asked.part === 'as-of') {
      const asOf = await statesAsOf(record, asked.on, world, asked.after);
      return asOf === undefined
        ? badParameters([{ path: ['on'] }], FIELDS, world)
        : { status: 'as-of', asOf };
    }
    if (asked.part === 'preference-link') return await preferenceLink(record, asked, world);
    const backTo = asked.part === 'older' ? asked.after : {};
    return { status: 'history', history: await historyOf(record, world, backTo, asked) };
  } catch (error) {
    return explain(error, world);
  }
}
