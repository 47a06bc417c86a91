import { expect } from 'vitest';
import { rows } from '../src/db/sql.js';
import type { TestApp } from './app.js';

/** Something that is answered the same for everybody; answers with which status. */
export type Try = () => Promise<number>;

interface Limits {
  samples: number;
  most: number;
  /** Of every answer. */
  status?: number;
}

async function timed(attempt: Try, status: number): Promise<number> {
  const began = performance.now();
  expect(await attempt()).toBe(status);
  return performance.now() - began;
}

const median = (values: number[]): number => values.toSorted((one, other) => one - other)[values.length / 2] ?? 0;

/** Medians of both, taken in turn, so that whatever else this machine does troubles both alike. */
async function medians(
  test: TestApp,
  pair: readonly [Try, Try],
  { samples, status = 401 }: Limits,
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let sample = 0; sample < samples; sample += 1) {
    // Every try is one that is looked at: neither is ever made to wait.
    await rows(test.db, `DELETE FROM attempt_budgets`);
    const order = sample % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    for (const one of order) times[one].push(await timed(pair[one], status));
  }
  return [median(times[0]), median(times[1])];
}

/** How far apart the medians are, in parts of the smaller; measured once more when it is too much: the machine may have stumbled. */
export async function difference(test: TestApp, pair: readonly [Try, Try], limits: Limits): Promise<number> {
  const once = async () => {
    const [one, other] = await medians(test, pair, limits);
    return Math.abs(one - other) / Math.min(one, other);
  };
  const first = await once();
  return first < limits.most ? first : Math.min(first, await once());
}
