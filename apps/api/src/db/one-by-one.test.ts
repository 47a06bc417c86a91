import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import type { Client } from '../../test/client.js';
import { aPerson, passwordOf } from '../../test/logins.js';
import { request, resetMails } from '../../test/resets.js';
import { signedInStaff } from '../../test/staff.js';
import { HelpWorker } from '../credentials/access-requests/help-worker.js';
import { ResetWorker } from '../credentials/resets/reset-worker.js';
import { newId } from './id.js';
import { rows, transaction } from './sql.js';

const test = useApp({ TRUSTED_PROXIES: '127.0.0.1' });
let staff: Client;

const sql = (text: string, ...values: unknown[]) => rows(test.db, text, values);
const waiting = () => sql(`SELECT id FROM password_resets WHERE outcome = 'asked' ORDER BY id`);

async function two(): Promise<[string, string]> {
  const people = [await aPerson(staff), await aPerson(staff)] as const;
  for (const { id, email } of people) {
    await passwordOf(staff, id);
    await request(test, email);
  }
  return [people[0].email, people[1].email];
}

/** The database refuses to write this row, as it does when a disk or a rule of its own stands in the way. */
async function refusing(table: string, id: string, work: () => Promise<unknown>): Promise<void> {
  await sql(
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not this one'; END $$`,
  );
  await sql(
    `CREATE TRIGGER refuse BEFORE UPDATE ON ${table} FOR EACH ROW WHEN (OLD.id = '${id}') EXECUTE FUNCTION refuse()`,
  );
  try {
    await work();
  } finally {
    await sql(`DROP FUNCTION refuse CASCADE`);
  }
}

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
});

describe('a request that cannot be decided', () => {
  it('holds up none behind it, is reported, and is decided when it can be (S2.22)', async () => {
    const [stuck, behind] = await two();
    const [{ id }] = (await waiting()) as [{ id: string }];
    const worker = test.app.get(ResetWorker);
    await refusing('password_resets', id, async () => {
      await expect(worker.decideAll()).rejects.toThrow('not this one');
      expect([await resetMails(test, stuck), await resetMails(test, behind)].map(({ length }) => length)).toEqual([
        0, 1,
      ]);
      expect(await waiting()).toEqual([{ id }]);
    });
    await worker.decideAll();
    expect(await resetMails(test, stuck)).toHaveLength(1);
  });

  it('waits for whoever changes that login just now, and the next is decided meanwhile', async () => {
    const [held, behind] = await two();
    const worker = test.app.get(ResetWorker);
    await transaction(test.db, async (tx) => {
      await rows(tx, `SELECT 1 FROM identities WHERE email_key = $1 FOR UPDATE`, [held]);
      await worker.decideAll();
      expect([await resetMails(test, held), await resetMails(test, behind)].map(({ length }) => length)).toEqual([
        0, 1,
      ]);
    });
    await worker.decideAll();
    expect(await resetMails(test, held)).toHaveLength(1);
  });

  it('nor does a cry for help that cannot be looked at (S4.10)', async () => {
    const [stuck, behind] = [newId(), newId()];
    await sql(
      `INSERT INTO access_requests (id, kind, typed, dedupe_key, is_looked) SELECT id, 'cannot_get_in', '{"login": "x"}', id, false FROM unnest($1::uuid[]) id`,
      [stuck, behind],
    );
    await refusing('access_requests', stuck, () =>
      expect(test.app.get(HelpWorker).lookAtAll()).rejects.toThrow('not this one'),
    );
    const looked = await sql(`SELECT id, is_looked AS looked FROM access_requests WHERE id = ANY ($1)`, [
      stuck,
      behind,
    ]);
    expect(looked).toEqual(
      expect.arrayContaining([
        { id: stuck, looked: false },
        { id: behind, looked: true },
      ]),
    );
  });
});
