import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import { aCustomer } from '../../test/case-people.js';
import type { Client } from '../../test/client.js';
import { opened, photo, reportByLabel, setPortal } from '../../test/reports.js';
import { signedInStaff } from '../../test/staff.js';
import { insertPlace, type Place, visiting } from '../../test/visits.js';
import { newId } from '../db/id.js';
import { first, rows } from '../db/sql.js';

const test = useApp();
let admin: Client;
let agent: Client;
let place: Place;
beforeAll(async () => {
  admin = (await signedInStaff(test, 'admin')).client;
  agent = (await signedInStaff(test, 'agent')).client;
  place = await insertPlace(test);
  await setPortal(test, place, { takes_photos: true });
});

const change = (client: Client, action: string, ids: string[]) => client.post('/cases/changes', { ids, action });

async function aReport(): Promise<{ id: string; follow: Client; followLink: string }> {
  const visit = await visiting(test, place);
  await rows(test.db, `DELETE FROM attempt_budgets`);
  const fileIds = [(await photo(visit)).body.id];
  const { body } = await reportByLabel(visit, { fileIds, description: 'canary-words' });
  return { id: body.id, followLink: body.followLink, follow: await opened(test, body.followLink) };
}

async function ofStaff(): Promise<string> {
  const customerId = await aCustomer(test);
  const draft = { customerId, subject: 'From staff', body: 'Keep me', fileIds: [] };
  return (await admin.post('/cases', draft, { 'idempotency-key': newId() })).body.id;
}

const countOf = async (table: string, caseId: string) =>
  (await rows(test.db, `SELECT 1 FROM ${table} WHERE case_id = $1`, [caseId])).length;

describe('POST /cases/changes', () => {
  it('closes many at once, by whatever way they came, and says what became of each (POR-8)', async () => {
    const [report, byStaff] = [await aReport(), await ofStaff()];
    const asked = [report.id, byStaff, report.id, place.deviceId];
    expect((await change(agent, 'close', asked)).body.items).toEqual([
      { id: report.id, result: 'closed' },
      { id: byStaff, result: 'closed' },
      { id: place.deviceId, result: 'not_found' },
    ]);
    expect((await change(agent, 'close', [byStaff])).body.items).toEqual([{ id: byStaff, result: 'unchanged' }]);
    expect((await admin.get(`/cases/${report.id}`)).body).toMatchObject({ status: 'closed', version: 2 });
    const { items } = (await admin.get(`/cases/${report.id}/messages`)).body;
    expect(items.at(-1)).toMatchObject({ event: 'closed' });
    expect((await report.follow.get('/portal/follow')).body.status).toBe('closed');
    const audited = await rows(
      test.db,
      `SELECT 1 FROM audit_events WHERE subject_id = $1 AND action = 'case.changed'`,
      [byStaff],
    );
    expect(audited).toHaveLength(1);
  });

  it('purges reports by label with files and follow links, and leaves no word of them on record (POR-8)', async () => {
    const [spam, kept] = [await aReport(), await aReport()];
    expect((await photo(spam.follow, '/portal/follow/files')).status).toBe(201);
    const purged = await change(admin, 'purge', [spam.id]);
    expect(purged.body.items).toEqual([{ id: spam.id, result: 'purged' }]);
    expect((await admin.get(`/cases/${spam.id}`)).status).toBe(404);
    for (const table of ['case_messages', 'case_files', 'case_follows', 'case_reads'])
      expect([table, await countOf(table, spam.id)]).toEqual([table, 0]);
    expect(await rows(test.db, `SELECT 1 FROM case_files WHERE case_id IS NULL`)).toEqual([]);
    expect((await spam.follow.get('/portal/follow')).status).toBe(401);
    await expect(opened(test, spam.followLink)).rejects.toThrow('link.invalid');
    const [event] = await rows<{ text: string }>(
      test.db,
      `SELECT e::text AS text FROM audit_events e WHERE subject_id = $1 AND action = 'case.purged'`,
      [spam.id],
    );
    expect(event?.text).toContain('number');
    expect(event?.text).not.toContain('canary');
    expect((await admin.get(`/cases/${kept.id}`)).status).toBe(200);
    expect(await countOf('case_files', kept.id)).toBe(1);
  });

  it('never purges what came another way, nor by who may not', async () => {
    const [report, byStaff] = [await aReport(), await ofStaff()];
    expect((await change(admin, 'purge', [byStaff])).body.items).toEqual([{ id: byStaff, result: 'not_by_label' }]);
    const refused = await change(agent, 'purge', [report.id]);
    expect([refused.status, refused.body.code]).toEqual([403, 'access.denied']);
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await change(viewer, 'close', [report.id])).status).toBe(403);
    expect((await change(test.client(), 'purge', [report.id])).status).toBe(401);
    expect((await change(report.follow, 'purge', [report.id])).status).toBe(401);
    expect(await first(test.db, `SELECT status FROM cases WHERE id = $1`, [report.id])).toEqual({ status: 'open' });
  });

  it('takes 1 to 200 ids and the two actions, nothing else', async () => {
    for (const body of [
      { ids: [], action: 'close' },
      { ids: Array.from({ length: 201 }, () => newId()), action: 'close' },
      { ids: [newId()], action: 'delete' },
      { ids: ['x'], action: 'close' },
      { ids: [newId()], action: 'close', all: true },
    ])
      expect((await admin.post('/cases/changes', body)).status).toBe(422);
  });
});
