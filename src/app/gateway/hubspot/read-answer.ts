import type * as z from 'zod/mini';
import { unreadable } from './client.ts';

/** An answer of the documented shape; anything else is trouble, never a guess. */
export function readAnswer<T>(shape: z.ZodMiniType<T>, answer: unknown): T {
  const parsed = shape.safeParse(answer);
  if (!parsed.success) throw unreadable();
  return parsed.data;
}
