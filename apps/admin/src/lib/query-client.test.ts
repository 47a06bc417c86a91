import { describe, expect, it } from 'vitest';
import { shouldRetry } from './query-client';

describe('shouldRetry', () => {
  it.each([400, 401, 403, 404, 412, 422, 429])('does not repeat a request that was refused with %i', (status) => {
    expect(shouldRetry(0, { status })).toBe(false);
  });

  it('repeats what may pass by itself, twice', () => {
    expect(shouldRetry(0, { status: 503 })).toBe(true);
    expect(shouldRetry(1, new TypeError('Failed to fetch'))).toBe(true);
    expect(shouldRetry(2, { status: 503 })).toBe(false);
  });
});
