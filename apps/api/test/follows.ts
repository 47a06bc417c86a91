import { fingerprint, randomToken } from '../src/config/keys.js';
import { newId } from '../src/db/id.js';
import { rows } from '../src/db/sql.js';
import type { TestApp } from './app.js';
import type { Client } from './client.js';
import { insertCase } from './people.js';

/** A browser that opened the follow link of a case of this customer. */
export async function following(test: TestApp, customerId: string): Promise<{ client: Client; caseId: string }> {
  const [id, secret, caseId] = [newId(), randomToken(), await insertCase(test, customerId)];
  await rows(
    test.db,
    `INSERT INTO case_follows (id, case_id, token_hash, is_reporter, expires_at) VALUES ($1, $2, $3, true, now() + interval '1 day')`,
    [id, caseId, fingerprint(secret)],
  );
  const client = test.client();
  const answer = await client.post('/portal/follow/session', { follow: id, secret });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return { client, caseId };
}
