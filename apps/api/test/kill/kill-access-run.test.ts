import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { first, rows } from '../../src/db/sql.js';
import { plannedRun, setPace, workOn } from '../access-runs.js';
import { useApp } from '../app.js';
import { bundle } from '../bundle.js';
import type { Client } from '../client.js';
import { newContact, newCustomer } from '../people.js';
import { signedInStaff } from '../staff.js';

const CONTACTS = 40;
const KILL_AT = [8, 20];

describe('kill -9 of processes that give access to many', () => {
  const test = useApp();
  const children: ChildProcess[] = [];
  let staff: Client;

  beforeAll(async () => {
    staff = (await signedInStaff(test, 'agent')).client;
    await setPace(test, 100_000);
  });
  afterAll(() => children.forEach((child) => child.kill('SIGKILL')));

  async function started(file: string): Promise<ChildProcess> {
    const env = {
      MODE: 'test',
      ROLE: 'api',
      APP_SECRET: test.config.secret,
      DATABASE_URL: test.config.database.url,
      DATABASE_POOL: '4',
      LEASE_SECONDS: '2',
      LOG_LEVEL: 'silent',
    };
    const child = spawn(process.execPath, [file], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    await once(child.stdout, 'data');
    return child;
  }

  const given = async (id: string): Promise<number> => {
    const sql = `SELECT count(*)::int AS count FROM access_run_rows WHERE run_id = $1 AND state = 'given'`;
    return (await first<{ count: number }>(test.db, sql, [id]))?.count ?? 0;
  };

  it(
    'gives each contact one invitation: nobody twice, nobody forgotten (INV-1, R22, R24)',
    { timeout: 120_000 },
    async () => {
      const { id: customerId } = await newCustomer(staff);
      const ids: string[] = [];
      for (let count = 0; count < CONTACTS; count += 1)
        ids.push((await newContact(staff, customerId, { email: `k${count}@kill.example` })).id);
      const run = await plannedRun(test, staff, { contactIds: ids });
      const file = await bundle('./kill/access-run-process.ts');
      const workers = await Promise.all(KILL_AT.map(() => started(file)));
      await staff.post(`/access-runs/${run.id}/start`);
      for (const [index, count] of KILL_AT.entries()) {
        while ((await given(run.id)) < count) await sleep(5);
        workers[index]?.kill('SIGKILL');
      }
      // What the dead held is free when their connections have gone.
      await rows(test.db, `UPDATE access_runs SET lease_until = NULL WHERE id = $1`, [run.id]);
      while ((await given(run.id)) < CONTACTS) {
        await rows(
          test.db,
          `UPDATE access_runs SET lease_until = NULL, next_at = now() WHERE id = $1 AND state = 'running'`,
          [run.id],
        );
        await workOn(test);
      }
      await workOn(test);
      expect((await staff.get(`/access-runs/${run.id}`)).body).toMatchObject({
        state: 'done',
        counts: [{ state: 'given', verdict: 'email', count: CONTACTS }],
      });
      const [found] = await rows(
        test.db,
        `SELECT (SELECT count(*)::int FROM notifications WHERE contact_id = ANY ($1)) AS messages, (SELECT count(*)::int FROM invitations WHERE contact_id = ANY ($1)) AS invitations,
              (SELECT count(DISTINCT contact_id)::int FROM invitations WHERE contact_id = ANY ($1)) AS people, (SELECT count(*)::int FROM access_run_rows WHERE run_id = $2 AND notification_id IS NULL) AS without`,
        [ids, run.id],
      );
      expect(found).toEqual({ messages: CONTACTS, invitations: CONTACTS, people: CONTACTS, without: 0 });
    },
  );
});
