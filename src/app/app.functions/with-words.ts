import * as z from 'zod/mini';
import { WordsWanted } from '../contract/requests.ts';
import { messagesIn } from '../words/languages.ts';
import type { Messages } from '../words/messages.ts';

const Asks = z.object({ words: WordsWanted });

/**
 * An answer together with the words to say it in, where the request wants them: also an answer that says what
 * went wrong, since nobody could say that otherwise.
 */
export function withWords<R extends object>(
  parameters: unknown,
  reply: R,
): R & { readonly words?: Messages } {
  const asked = Asks.safeParse(parameters);
  if (!asked.success) return reply;
  const { words } = asked.data;
  return { ...reply, words: messagesIn(words.in, words.for) };
}
