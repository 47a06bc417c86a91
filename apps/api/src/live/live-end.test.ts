import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { cloneDatabase, startApp, type TestApp, testConfig } from '../../test/app.js';
import { aCustomer, signedInContact } from '../../test/case-people.js';
import { listen } from '../../test/event-stream.js';
import { rows } from '../db/sql.js';

let test: TestApp;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await cloneDatabase();
  drop = database.drop;
  test = await startApp(testConfig(database.url));
});
afterEach(() => vi.useRealTimers());
afterAll(() => drop());

describe('a stream', () => {
  it('ends within 30 s after its session does, and does not keep an idle session open (INV-8)', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const person = await signedInContact(test, await aCustomer(test));
    const stream = await listen(person.client, '/portal/events');
    await rows(test.db, `UPDATE sessions SET last_seen_at = now() - interval '1 hour' WHERE contact_id = $1`, [
      person.contactId,
    ]);
    vi.advanceTimersByTime(31_000);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(stream.isEnded()).toBe(false);
    expect(
      await rows(
        test.db,
        `SELECT id FROM sessions WHERE contact_id = $1 AND last_seen_at < now() - interval '50 minutes'`,
        [person.contactId],
      ),
    ).toHaveLength(1);
    await rows(test.db, `UPDATE contacts SET is_portal_user = false WHERE id = $1`, [person.contactId]);
    vi.advanceTimersByTime(31_000);
    await expect.poll(() => stream.isEnded()).toBe(true);
  });

  it('ends when the process stops, at once', async () => {
    const person = await signedInContact(test, await aCustomer(test));
    const stream = await listen(person.client, '/portal/events');
    const started = Date.now();
    await test.app.close();
    await expect.poll(() => stream.isEnded()).toBe(true);
    // By itself it would have ended at the next look at its session, within 30 s.
    expect(Date.now() - started).toBeLessThan(12_000);
  });
});
