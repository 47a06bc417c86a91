import { expect } from 'vitest';
import { rows } from '../src/db/sql.js';
import type { TestApp } from './app.js';

/** Something that is refused, and answers with which status. */
export type Try = () => Promise<number>;

async function timed(attempt: Try): Promise<number> {
  const began = performance.now();
  expect(await attempt()).toBe(401);
  return performance.now() - began;
}

const median = (values: number[]): number => values.toSorted((one, other) => one - other)[values.length / 2] ?? 0;

/** Medians of both, taken in turn, so that whatever else this machine does troubles both alike. */
async function medians(test: TestApp, pair: readonly [Try, Try], samples: number): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let sample = 0; sample < samples; sample += 1) {
    // Every try is one that is looked at: neither is ever made to wait.
    await rows(test.db, `DELETE FROM attempt_budgets`);
    const order = sample % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    for (const one of order) times[one].push(await timed(pair[one]));
  }
  return [median(times[0]), median(times[1])];
}

/** How far apart the medians are, in parts of the smaller; measured once more when it is too much: the machine may have stumbled. */
export async function difference(
  test: TestApp,
  pair: readonly [Try, Try],
  { samples, most }: { samples: number; most: number },
): Promise<number> {
  const once = async () => {
    const [one, other] = await medians(test, pair, samples);
    return Math.abs(one - other) / Math.min(one, other);
  };
  const first = await once();
  return first < most ? first : Math.min(first, await once());
}
