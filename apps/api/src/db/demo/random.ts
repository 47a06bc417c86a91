import { v7 } from 'uuid';

/** Small deterministic generator (mulberry32): the demo is the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of a list; the list must not be empty. */
export function pick<T>(random: () => number, list: readonly T[]): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new Error('Nothing to pick from');
  return chosen;
}

export const DAY = 86_400_000;

/** So many days before now. */
export const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY);

/** An id as it would have been made then: lists that go by id show the demo in the order of its story. */
export const idAt = (at: Date): string => v7({ msecs: at.getTime() });
