import { createHash } from 'node:crypto';
import type { ApprovalRequest } from '../../contract/requests.ts';

/**
 * What tells two requests with one id apart: the first 64 bits of the SHA-256 of everything that a task says of the
 * request. It stands in the task beside that very text, since the note and the language are kept nowhere else.
 */
export function contentHashOf({ of, askedBy, evidence, note, language }: ApprovalRequest): string {
  const typeId = of.act === 'opt-in' ? of.typeId : '';
  const content = [of.act, typeId, askedBy?.by, askedBy?.on, evidence, note, language];
  // JSON has no `undefined`: an absent part is `null`.
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
