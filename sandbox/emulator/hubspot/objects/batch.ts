import type { Result } from '../call.ts';
import { envelope } from '../formatters.ts';
import type { Refusal } from '../refusals.ts';
import { textIn } from './given.ts';

/** One error of a batch. */
export interface Trouble {
  readonly refusal: Refusal;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

export function troubleOf(input: Readonly<Record<string, unknown>>, refusal: Refusal): Trouble {
  const traced = textIn(input, 'objectWriteTraceId');
  const id = textIn(input, 'id');
  return {
    refusal,
    context: {
      ...(traced === undefined ? {} : { objectWriteTraceId: [traced] }),
      ...(id === undefined ? {} : { ids: [id] }),
    },
  };
}

/** With errors the answer is 207, which v3's OpenAPI file declares and the dated one does not. */
export function batchAnswer(
  results: readonly object[],
  errors: readonly Trouble[],
  now: number,
  status = 200,
): Result {
  const answer = envelope(results, now);
  return errors.length === 0
    ? { status, body: answer }
    : {
        status: 207,
        body: { ...answer, numErrors: errors.length, errors: errors.map(sentTrouble) },
      };
}

/** `StandardError` of the OpenAPI files: category, context, errors, links, message and status are required. */
function sentTrouble({ refusal: { body }, context }: Trouble): object {
  const { message, category, errors } = body;
  return {
    status: 'error',
    category,
    message,
    context,
    errors: errors ?? [],
    links: {},
  };
}
