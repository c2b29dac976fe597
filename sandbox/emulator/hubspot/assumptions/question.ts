/**
 * One thing that HubSpot does not document, or documents in two ways, and that the emulator has to settle somehow.
 * Each needs a real account to confirm. `today` is what the emulator does; the product's tests run under every other
 * answer too.
 */
export interface Switch<T> {
  readonly question: string;
  /**
   * What speaks for one answer or another: a place in the team's research notes, one of HubSpot's pages, or a recorded
   * answer of a real account. `no source found` where a search brought nothing.
   */
  readonly source: string;
  readonly today: T;
  readonly others: readonly [T, ...T[]];
}

export function open<T>(
  question: string,
  source: string,
  today: T,
  ...others: readonly [T, ...T[]]
): Switch<T> {
  return { question, source, today, others };
}
