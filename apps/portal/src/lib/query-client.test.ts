import { expect, it } from 'vitest';
import { isWorthRetrying } from './query-client';

it('asks again after a lost answer or a broken server, twice at most', () => {
  expect([isWorthRetrying(0, new Error('lost')), isWorthRetrying(1, { status: 503 })]).toEqual([true, true]);
  expect(isWorthRetrying(2, { status: 503 })).toBe(false);
});

it('takes a refusal as the answer (INV-8)', () => {
  expect([401, 403, 404, 409, 422, 429].map((status) => isWorthRetrying(0, { status }))).not.toContain(true);
});
