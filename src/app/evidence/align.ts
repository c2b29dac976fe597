/** Something that happened at one time, in milliseconds since the epoch. */
interface Timed {
  readonly ms: number;
}

/** Bursts with more pairs than this are paired first come, first served, so that time stays linear. */
const MOST_PAIRS = 4_096;

/**
 * Pairs two lists that tell of the same happenings, both sorted by time: at most `within` milliseconds
 * apart, one to one, never crossing, as many pairs as possible and of those the nearest. Only what `fits`
 * is paired. Returns for each of `b` the index of its partner in `a`, or -1.
 */
export function align<A extends Timed, B extends Timed>(
  a: readonly A[],
  b: readonly B[],
  within: number,
  fits: (one: A, other: B) => boolean,
): number[] {
  const partners = new Array<number>(b.length).fill(-1);
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const fromA = i;
    const fromB = j;
    let last = Math.min(msOf(a, i), msOf(b, j));
    for (;;) {
      if (i < a.length && msOf(a, i) - last <= within && msOf(a, i) <= msOf(b, j))
        last = msOf(a, i++);
      else if (j < b.length && msOf(b, j) - last <= within) last = msOf(b, j++);
      else break;
    }
    pairBurst(a, fromA, i, b, fromB, j, within, fits, partners);
  }
  return partners;
}

function msOf(list: readonly Timed[], at: number): number {
  return list[at]?.ms ?? Infinity;
}

/** Happenings without a pause longer than `within`. */
function pairBurst<A extends Timed, B extends Timed>(
  a: readonly A[],
  fromA: number,
  toA: number,
  b: readonly B[],
  fromB: number,
  toB: number,
  within: number,
  fits: (one: A, other: B) => boolean,
  partners: number[],
): void {
  const rows = toA - fromA;
  const columns = toB - fromB;
  if (rows === 0 || columns === 0) return;
  const isPair = (row: number, column: number): number => {
    const one = a[fromA + row];
    const other = b[fromB + column];
    if (one === undefined || other === undefined) return Infinity;
    const apart = Math.abs(one.ms - other.ms);
    return apart <= within && fits(one, other) ? apart : Infinity;
  };
  if (rows * columns === 1) {
    if (isPair(0, 0) !== Infinity) partners[fromB] = fromA;
    return;
  }
  if (rows * columns > MOST_PAIRS) {
    const isOver = (row: number, column: number) =>
      msOf(a, fromA + row) < msOf(b, fromB + column) - within;
    pairInOrder(rows, columns, isPair, isOver, (row, column) => {
      partners[fromB + column] = fromA + row;
    });
    return;
  }
  pairBest(rows, columns, isPair, (row, column) => {
    partners[fromB + column] = fromA + row;
  });
}

type Pair = (row: number, column: number) => void;

/** Most pairs first, then the least time apart; a pair counts for more than any sum of times. */
function pairBest(
  rows: number,
  columns: number,
  apart: (row: number, column: number) => number,
  pair: Pair,
): void {
  const A_PAIR = 1e9;
  const width = columns + 1;
  const worth = new Float64Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const skip = Math.max(
        at(worth, (row + 1) * width + column),
        at(worth, row * width + column + 1),
      );
      const both = A_PAIR - apart(row, column) + at(worth, (row + 1) * width + column + 1);
      worth[row * width + column] = Math.max(skip, both);
    }
  }
  let row = 0;
  let column = 0;
  while (row < rows && column < columns) {
    const here = at(worth, row * width + column);
    const both = A_PAIR - apart(row, column) + at(worth, (row + 1) * width + column + 1);
    if (here === both) pair(row++, column++);
    else if (here === at(worth, (row + 1) * width + column)) row += 1;
    else column += 1;
  }
}

function at(worth: Float64Array, index: number): number {
  return worth[index] ?? 0;
}

/** Looks this far for a partner that fits. */
const LOOK_AHEAD = 8;

function pairInOrder(
  rows: number,
  columns: number,
  apart: (row: number, column: number) => number,
  isOver: (row: number, column: number) => boolean,
  pair: Pair,
): void {
  let row = 0;
  for (let column = 0; column < columns; column += 1) {
    while (row < rows && isOver(row, column)) row += 1;
    for (let tried = row; tried < rows && tried < row + LOOK_AHEAD; tried += 1) {
      if (apart(tried, column) === Infinity) continue;
      pair(tried, column);
      row = tried + 1;
      break;
    }
  }
}
