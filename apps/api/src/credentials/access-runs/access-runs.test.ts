import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, messagesAbout, passwordOf, signIn } from '../../../test/logins.js';
import { newContact, newCustomer } from '../../../test/people.js';
import { plannedRun, rowsOf, setPace, workOn } from '../../../test/access-runs.js';
import { signedInStaff } from '../../../test/staff.js';
import { first, rows } from '../../db/sql.js';
import { AccessRunsWorker } from './access-runs.worker.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'agent')).client;
  await setPace(test, 60_000);
});

const bounced = (email: string) =>
  rows(test.db, `INSERT INTO address_troubles (address_key, kind, detail) VALUES ($1, 'bounced', 'No such mailbox')`, [
    email,
  ]);
const verdicts = async (id: string) => (await rowsOf(staff, id)).map(({ state, verdict }) => `${state} ${verdict}`);
const invitationsOf = async (contactId: string) =>
  (await messagesAbout(test, contactId)).filter(({ kind }) => kind === 'portal-credentials').length;
const start = (id: string) => staff.post(`/access-runs/${id}/start`);

describe('a run over chosen contacts', () => {
  it('sorts them first and gives nothing, then gives what it showed, once (S0.13, S4.11, I5)', async () => {
    const [fresh, noMail, nobody, dead] = [
      await aPerson(staff),
      await aPerson(staff, { email: null }),
      await aPerson(staff, { email: null, phones: [] }),
      await aPerson(staff, { phones: [] }),
    ];
    await bounced(dead.email);
    const invited = await aPerson(staff);
    await staff.post(`/contacts/${invited.id}/access`, {});
    const closed = await aPerson(staff);
    await staff.post(`/contacts/${closed.id}/deactivate`);
    const inUse = await aPerson(staff);
    await signIn(test, inUse.email, await passwordOf(staff, inUse.id));
    const ids = [fresh, noMail, nobody, dead, invited, closed, inUse].map(({ id }) => id);
    const unknown = randomUUID();
    const run = await plannedRun(test, staff, { contactIds: [...ids, unknown] });
    const expected = [
      'waiting email',
      'waiting sms',
      'skipped no_email',
      'skipped bounced_before',
      'skipped already_invited',
      'skipped contact_inactive',
      'skipped already_active',
      'skipped not_found',
    ];
    expect(await verdicts(run.id)).toEqual(expected);
    expect((await rowsOf(staff, run.id)).map(({ to }) => to)).toEqual([
      fresh.email,
      noMail.phone,
      ...Array.from({ length: 6 }, () => null),
    ]);
    expect(run).toMatchObject({ state: 'planned', unplanned: 0, allowedActions: ['start', 'stop'], startedAt: null });
    expect(await invitationsOf(fresh.id)).toBe(0);
    expect((await start(run.id)).body).toMatchObject({ state: 'running', allowedActions: ['stop'] });
    await workOn(test);
    const done = (await staff.get(`/access-runs/${run.id}`)).body;
    expect(done).toMatchObject({ state: 'done', allowedActions: [], ending: null });
    expect((await verdicts(run.id)).slice(0, 3)).toEqual(['given email', 'given sms', 'skipped no_email']);
    const [row] = await rowsOf(staff, run.id);
    expect(row).toMatchObject({ to: fresh.email, delivery: 'queued', contact: { id: fresh.id, name: 'Eva Lind' } });
    expect([await invitationsOf(fresh.id), await invitationsOf(invited.id), await invitationsOf(inUse.id)]).toEqual([
      1, 1, 0,
    ]);
    expect((await start(run.id)).body.code).toBe('access_run.wrong_state');
  });

  it('is written down: planned, started and ended, each invitation in the name of who started it (INV-10)', async () => {
    const eva = await aPerson(staff);
    const run = await plannedRun(test, staff, { contactIds: [eva.id] });
    const { client, id: otherId } = await signedInStaff(test, 'admin');
    await client.post(`/access-runs/${run.id}/start`);
    await workOn(test);
    const events = await rows(
      test.db,
      `SELECT action, actor_kind AS kind, detail ->> 'given' AS given FROM audit_events WHERE subject_id = $1 ORDER BY id`,
      [run.id],
    );
    expect(events).toEqual([
      { action: 'access_run.planned', kind: 'staff', given: null },
      { action: 'access_run.started', kind: 'staff', given: '0' },
      { action: 'access_run.ended', kind: 'system', given: '1' },
    ]);
    const sent = `SELECT actor_id AS by FROM audit_events WHERE contact_id = $1 AND action = 'credential.sent'`;
    expect(await rows(test.db, sent, [eva.id])).toEqual([{ by: otherId }]);
  });

  it('looks again at the turn of each: what changed since the dry run counts (INV-1)', async () => {
    const [closed, deleted, active, merged, mate] = [
      await aPerson(staff),
      await aPerson(staff),
      await aPerson(staff),
      await aPerson(staff),
      await aPerson(staff),
    ];
    const twin = await newContact(staff, merged.customerId, { firstName: 'Eva' });
    await bounced(mate.email);
    const ids = [closed, deleted, active, merged].map(({ id }) => id);
    const run = await plannedRun(test, staff, { contactIds: ids });
    await staff.post(`/contacts/${closed.id}/deactivate`);
    await staff.delete(`/contacts/${deleted.id}`);
    await signIn(test, active.email, await passwordOf(staff, active.id));
    await staff.post(`/contacts/${merged.id}/merge`, { into: twin.id, take: ['email'] });
    await start(run.id);
    await workOn(test);
    expect((await verdicts(run.id)).toSorted()).toEqual([
      'given email',
      'skipped already_active',
      'skipped contact_inactive',
      'skipped gone',
    ]);
    expect(await invitationsOf(twin.id)).toBe(1);
  });

  it('stops: what was given stays, the rest is not sent, and it can go on', async () => {
    const people = [await aPerson(staff), await aPerson(staff), await aPerson(staff)];
    await setPace(test, 1);
    const run = await plannedRun(test, staff, { contactIds: people.map(({ id }) => id) });
    await setPace(test, 60_000);
    await start(run.id);
    await workOn(test);
    expect((await staff.post(`/access-runs/${run.id}/stop`)).body).toMatchObject({
      state: 'stopped',
      ending: 'by_staff',
      allowedActions: ['start'],
    });
    await rows(test.db, `UPDATE access_runs SET next_at = now() WHERE id = $1`, [run.id]);
    await workOn(test);
    expect(await verdicts(run.id)).toEqual(['given email', 'not_sent email', 'not_sent email']);
    expect((await rowsOf(staff, run.id, '&state=not_sent')).map(({ position }) => position)).toEqual([2, 3]);
    expect((await staff.post(`/access-runs/${run.id}/stop`)).body.code).toBe('access_run.wrong_state');
    await rows(test.db, `UPDATE access_runs SET per_minute = 60000 WHERE id = $1`, [run.id]);
    await start(run.id);
    await workOn(test);
    expect(await verdicts(run.id)).toEqual(['given email', 'given email', 'given email']);
  });

  it('keeps the pace of the settings: no turn before its time', async () => {
    await setPace(test, 120);
    const people = [await aPerson(staff), await aPerson(staff), await aPerson(staff)];
    const run = await plannedRun(test, staff, { contactIds: people.map(({ id }) => id) });
    await setPace(test, 60_000);
    expect(run.perMinute).toBe(120);
    await start(run.id);
    await workOn(test);
    await workOn(test);
    expect(await verdicts(run.id)).toEqual(['given email', 'given email', 'waiting email']);
    const wait = await first<{ seconds: number }>(
      test.db,
      `SELECT extract(epoch FROM next_at - started_at)::float AS seconds FROM access_runs WHERE id = $1`,
      [run.id],
    );
    expect(wait?.seconds).toBeCloseTo(1, 1);
    await staff.post(`/access-runs/${run.id}/stop`);
  });

  it('gives each contact one invitation when four workers take turns at it, and one login for one person (INV-4)', async () => {
    const customers = [await newCustomer(staff), await newCustomer(staff)];
    const ids: string[] = [];
    for (let count = 0; count < 24; count += 1)
      ids.push((await newContact(staff, customers[count % 2]?.id ?? '', { email: `p${count >> 1}@four.example` })).id);
    const run = await plannedRun(test, staff, { contactIds: ids });
    await start(run.id);
    const workers = Array.from({ length: 4 }, async () => {
      await rows(test.db, `UPDATE access_runs SET lease_until = NULL WHERE id = $1`, [run.id]);
      await test.app.get(AccessRunsWorker).work();
    });
    await Promise.all(workers);
    await workOn(test);
    expect(new Set(await verdicts(run.id))).toEqual(new Set(['given email']));
    const sent = await rows<{ count: number }>(
      test.db,
      `SELECT count(*)::int AS count FROM notifications WHERE contact_id = ANY ($1) GROUP BY contact_id`,
      [ids],
    );
    expect(sent.map(({ count }) => count)).toEqual(ids.map(() => 1));
    const logins = `SELECT count(DISTINCT identity_id)::int AS count FROM contacts WHERE id = ANY ($1)`;
    expect(await first(test.db, logins, [ids])).toEqual({ count: 12 });
    expect((await staff.get(`/access-runs/${run.id}`)).body.state).toBe('done');
  });

  it('ends when who started it may not give access any more', async () => {
    const agent = await signedInStaff(test, 'agent');
    const eva = await aPerson(staff);
    const run = await plannedRun(test, agent.client, { contactIds: [eva.id] });
    await agent.client.post(`/access-runs/${run.id}/start`);
    await rows(test.db, `UPDATE staff_members SET role = 'viewer' WHERE id = $1`, [agent.id]);
    await workOn(test);
    expect((await staff.get(`/access-runs/${run.id}`)).body).toMatchObject({
      state: 'stopped',
      ending: 'starter_gone',
    });
    expect(await invitationsOf(eva.id)).toBe(0);
  });

  it('is stopped when processes die with it again and again, and is forgotten after 90 days (R24)', async () => {
    const eva = await aPerson(staff);
    const run = await plannedRun(test, staff, { contactIds: [eva.id] });
    await start(run.id);
    await rows(test.db, `UPDATE access_runs SET deaths = 5 WHERE id = $1`, [run.id]);
    await workOn(test);
    expect((await staff.get(`/access-runs/${run.id}`)).body).toMatchObject({ state: 'stopped', ending: 'interrupted' });
    await rows(test.db, `UPDATE access_runs SET created_at = now() - interval '91 days' WHERE id = $1`, [run.id]);
    await test.app.get(AccessRunsWorker).forget();
    expect((await staff.get(`/access-runs/${run.id}`)).status).toBe(404);
    expect(await rows(test.db, `SELECT 1 FROM access_run_rows WHERE run_id = $1`, [run.id])).toEqual([]);
  });
});

describe('who may', () => {
  it('is who may give access; starting asks for the password again after 15 minutes (SES-6)', async () => {
    const eva = await aPerson(staff);
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await viewer.post('/access-runs', { contactIds: [eva.id] })).status).toBe(403);
    const late = await signedInStaff(test, 'agent');
    const run = await plannedRun(test, late.client, { contactIds: [eva.id] });
    await rows(test.db, `UPDATE sessions SET authenticated_at = now() - interval '16 minutes' WHERE staff_id = $1`, [
      late.id,
    ]);
    expect((await late.client.post(`/access-runs/${run.id}/start`)).body.code).toBe(
      'session.reauthentication_required',
    );
    expect((await staff.get(`/access-runs/${randomUUID()}`)).status).toBe(404);
    expect((await staff.get(`/access-runs/${randomUUID()}/rows`)).status).toBe(404);
    expect((await staff.post('/access-runs', {})).status).toBe(422);
    for (const two of [{ contactIds: [eva.id], filter: {} }, { filter: {}, report: {} }, { report: { reason: 'x' } }])
      expect((await staff.post('/access-runs', two)).status).toBe(422);
  });

  it('plans once, however often the same request comes', async () => {
    const eva = await aPerson(staff);
    const key = { 'idempotency-key': randomUUID() };
    const [one, same] = [
      await staff.post('/access-runs', { contactIds: [eva.id] }, key),
      await staff.post('/access-runs', { contactIds: [eva.id] }, key),
    ];
    expect([one.status, same.body.id]).toEqual([202, one.body.id]);
    expect((await staff.get('/access-runs?limit=1')).body).toMatchObject({ items: [{ id: one.body.id }] });
  });
});
