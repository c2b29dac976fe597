/** So many of the newest events, and as many of the evidence, an answer carries where the request says nothing. */
export const FIRST_EVENTS = 100;

/** So many at most, whatever is asked for. */
export const MOST_EVENTS = 10_000;

/** Which part of a timeline is wanted: of each list, without so many of the newest, so many. */
export interface Slice {
  readonly from?: number | undefined;
  readonly most?: number | undefined;
}
