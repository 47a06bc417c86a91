import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, LINK_MESSAGE } from '../../../test/logins.js';
import { insertCase, newCustomer } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { first, rows, transaction } from '../../db/sql.js';
import { RetentionService } from './retention.service.js';

const test = useApp();
let owner: Client;

beforeAll(async () => {
  owner = (await signedInStaff(test, 'owner')).client;
});

const sweep = (): Promise<void> => test.app.get(RetentionService).sweep();
const USUAL = { messageDays: 30, reporterMonths: 24, auditMonths: 24, importDays: 90 };
const preview = (kept: object) =>
  owner.get(`/settings/retention-preview?${new URLSearchParams({ ...USUAL, ...kept } as never).toString()}`);
const keep = async (retention: object) => {
  const { version } = (await owner.get('/settings')).body;
  expect((await owner.patch('/settings', { retention }, { 'if-match': `"${version}"` })).status).toBe(200);
};

describe('what is older than the company keeps (D24)', () => {
  it('loses the text of messages, not that they were sent; nobody sends an empty one again (D24, MSG-8)', async () => {
    const [old, young, waiting] = [await aPerson(owner), await aPerson(owner), await aPerson(owner)];
    for (const { id } of [old, young, waiting])
      await owner.post('/credential-sends', { contactIds: [id], draft: LINK_MESSAGE });
    const age = `UPDATE notifications SET state = $2, created_at = now() - make_interval(days => $3), expires_at = NULL WHERE contact_id = $1`;
    await rows(test.db, age, [old.id, 'failed', 31]);
    await rows(test.db, age, [young.id, 'failed', 29]);
    await rows(test.db, age, [waiting.id, 'queued', 31]);
    expect((await preview({})).body.messages).toBe(1);
    expect((await preview({ messageDays: 10 })).body.messages).toBe(2);
    await sweep();
    expect((await preview({})).body.messages).toBe(0);
    const kept = await rows<{ contact: string; id: string; hasText: boolean }>(
      test.db,
      `SELECT contact_id AS contact, id, body <> '' AS "hasText" FROM notifications WHERE contact_id = ANY ($1) ORDER BY id`,
      [[old.id, young.id, waiting.id]],
    );
    expect(kept.map(({ contact, hasText }) => [contact, hasText])).toEqual([
      [old.id, false],
      [young.id, true],
      [waiting.id, true],
    ]);
    const shown = (await owner.get(`/notifications/${kept[0]?.id}`)).body;
    expect(shown).toMatchObject({ content: { subject: LINK_MESSAGE.subject, text: '', html: '' } });
    expect(shown.allowedActions).not.toContain('retry');
    expect((await owner.post(`/notifications/${kept[0]?.id}/retry`)).body.code).toBe('notification.not_retryable');
  });

  it('loses who reported a case that ended long ago, and keeps the case, and those of contacts (D24)', async () => {
    const customer = await newCustomer(owner);
    const eva = await aPerson(owner);
    const past = async (months: number | null, by = { id: null as string | null, customerId: customer.id }) => {
      const id = await insertCase(test, by.customerId, by.id);
      await rows(
        test.db,
        `UPDATE cases SET reporter_name = 'Vera Visitor', reporter_email = 'vera@nordic.example', reporter_phone = '+46701234567',
                closed_at = now() - make_interval(months => $2), status = CASE WHEN $2::int IS NULL THEN 'open' ELSE 'closed' END WHERE id = $1`,
        [id, months],
      );
      await rows(
        test.db,
        `INSERT INTO case_messages (id, case_id, visibility, author_kind, author_name, body) VALUES ($1, $2, 'public', 'visitor', 'Vera Visitor', 'It leaks')`,
        [newId(), id],
      );
      return id;
    };
    const ids = [await past(25), await past(23), await past(null), await past(25, eva)];
    expect((await preview({})).body.reporters).toBe(1);
    expect((await preview({ reporterMonths: 12 })).body.reporters).toBe(2);
    await sweep();
    const left = await rows(
      test.db,
      `SELECT k.reporter_name AS name, k.reporter_email IS NULL AND k.reporter_phone IS NULL AS "isBare", m.author_name AS author, m.body
         FROM unnest($1::uuid[]) WITH ORDINALITY o(id, n) JOIN cases k ON k.id = o.id JOIN case_messages m ON m.case_id = k.id ORDER BY o.n`,
      [ids],
    );
    const whole = { name: 'Vera Visitor', isBare: false, author: 'Vera Visitor', body: 'It leaks' };
    expect(left).toEqual([
      { name: null, isBare: true, author: 'Erased person', body: 'It leaks' },
      whole,
      whole,
      whole,
    ]);
  });

  it('loses the uploaded file of an import that is done (D24)', async () => {
    const anImport = async (state: string, days: number) => {
      const id = newId();
      await rows(
        test.db,
        `INSERT INTO imports (id, file_name, state, finished_at) VALUES ($1, 'people.csv', $2, now() - make_interval(days => $3))`,
        [id, state, days],
      );
      await rows(test.db, `INSERT INTO import_chunks (import_id, position, data) VALUES ($1, 0, 'a;b')`, [id]);
      return id;
    };
    const [old, young, open] = [
      await anImport('done', 91),
      await anImport('undone', 89),
      await anImport('checked', 91),
    ];
    expect((await preview({})).body.importFiles).toBe(1);
    await sweep();
    const left = await rows<{ id: string }>(test.db, `SELECT import_id AS id FROM import_chunks`);
    expect(left.map(({ id }) => id).toSorted()).toEqual([young, open].toSorted());
    expect(await first(test.db, `SELECT state FROM imports WHERE id = $1`, [old])).toEqual({ state: 'done' });
  });

  it('shortens the audit at its start, unbroken and written down, and stops at a line that was changed (D24, D26, CFG-6)', async () => {
    const check = async () => (await owner.post<{ lines: number; broken: unknown }>('/audit-chain/check')).body;
    /** What only somebody who owns the database does. */
    const behindTheTrigger = (sql: string, values: unknown[] = []) =>
      transaction(test.db, async (tx) => {
        await rows(tx, 'SET LOCAL session_replication_role = replica');
        return rows(tx, sql, values);
      });
    const oldest = await rows<{ id: string }>(test.db, `SELECT id FROM audit_events ORDER BY id LIMIT 5`);
    const ids = oldest.map(({ id }) => id);
    await behindTheTrigger(`UPDATE audit_events SET at = now() - interval '25 months' WHERE id = ANY ($1)`, [ids]);
    const before = await check();
    expect(before.broken).toBeNull();
    await behindTheTrigger(`UPDATE audit_events SET detail = detail || '{"x": 1}' WHERE id = $1`, [ids[3]]);
    await sweep();
    expect(await check()).toMatchObject({ broken: { kind: 'changed', eventId: ids[3] } });
    await behindTheTrigger(`UPDATE audit_events SET detail = detail - 'x' WHERE id = $1`, [ids[3]]);
    await sweep();
    const after = await check();
    expect(after.broken).toBeNull();
    expect(await rows(test.db, `SELECT 1 FROM audit_events WHERE id = ANY ($1)`, [ids])).toEqual([]);
    const cuts = await rows<{ count: number }>(
      test.db,
      `SELECT (detail ->> 'count')::int AS count FROM audit_events WHERE action = 'audit.shortened' ORDER BY id`,
    );
    expect(cuts).toEqual([{ count: 3 }, { count: 2 }]);
    expect(after.lines).toBe(before.lines - 5 + 2);
  });

  it('is set by owners and admins, within limits', async () => {
    await keep({ messageDays: 60 });
    expect((await owner.get('/settings')).body.retention).toEqual({ ...USUAL, messageDays: 60 });
    await keep({ messageDays: 30 });
    for (const kept of [
      { messageDays: 6 },
      { auditMonths: 11 },
      { importDays: '1; DROP TABLE' },
      { reporterMonths: 1.5 },
    ])
      expect((await preview(kept)).status).toBe(400);
    const { client: agent } = await signedInStaff(test, 'agent');
    expect((await agent.get('/settings/retention-preview')).status).toBe(403);
    expect((await test.client().get('/settings/retention-preview')).status).toBe(401);
  });
});
