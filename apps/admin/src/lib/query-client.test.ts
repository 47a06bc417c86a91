import { describe, expect, it } from 'vitest';
import { createQueryClient, shouldRetry } from './query-client';

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

describe('createQueryClient', () => {
  it('reports a lost session from a query and from an action', async () => {
    let signedOut = 0;
    const client = createQueryClient(() => (signedOut += 1));
    await client.query({ queryKey: ['x'], queryFn: () => Promise.reject({ status: 401 }) }).catch(() => undefined);
    await client
      .getMutationCache()
      .build(client, { mutationFn: () => Promise.reject({ status: 401 }) })
      .execute(undefined)
      .catch(() => undefined);
    expect(signedOut).toBe(2);
  });
});
