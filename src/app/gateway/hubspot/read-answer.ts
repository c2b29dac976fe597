import * as z from 'zod/mini';
import { unreadable } from './client.ts';

/** An answer of the documented shape; anything else is trouble, never a guess. */
export function readAnswer<T>(shape: z.ZodMiniType<T>, answer: unknown): T {
  const parsed = shape.safeParse(answer);
  if (!parsed.success) throw unreadable();
  return parsed.data;
}

/**
 * A list in HubSpot's envelope (OpenAPI: `ActionResponseWithResults…`, `BatchResponse…`), which may tell that it is not
 * whole. `SUCCESS` stands in one of HubSpot's own examples (hubspot/apis.md §1.3), and the field may be left out.
 */
const Envelope = z.object({
  status: z.optional(z.enum(['COMPLETE', 'SUCCESS'])),
  errors: z.nullish(z.array(z.object({ category: z.string() }))),
  numErrors: z.nullish(z.number()),
});

/**
 * A whole list: HubSpot is done with it and reports no error beside it. `mayLack`: where the list was asked for by
 * names, those that HubSpot does not have are an error of their own beside the others (207), and are left out.
 */
export function readList<T>(
  shape: z.ZodMiniType<T>,
  answer: unknown,
  { mayLack = false }: { readonly mayLack?: boolean } = {},
): T {
  const { errors, numErrors } = readAnswer(Envelope, answer);
  const known = errors ?? [];
  const isLack = ({ category }: { readonly category: string }) =>
    mayLack && category === 'OBJECT_NOT_FOUND';
  if (!known.every(isLack) || ((numErrors ?? 0) > 0 && known.length === 0)) throw unreadable();
  return readAnswer(shape, answer);
}

/** HubSpot's id of anything: a whole number above zero, as text or as a number that JSON carries exactly; text here. */
export const Id = idFrom(1);

/** HubSpot's id of a brand, where "0" is the account's default. */
export const BrandId = idFrom(0);

export const Count = z.number().check(z.refine((count) => isWhole(count, 0)));

function idFrom(least: number) {
  const sent = z.union([z.string(), z.number()]).check(z.refine((id) => isWhole(id, least)));
  return z.pipe(sent, z.transform(String));
}

function isWhole(id: string | number, least: number): boolean {
  if (typeof id === 'number') return Number.isSafeInteger(id) && id >= least;
  return /^(0|[1-9]\d{0,17})$/.test(id) && Number(id) >= least;
}
