import { describe, expect, it } from 'vitest';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { signedInStaff } from '../../../test/staff.js';

const test = useApp();
let count = 0;
const content = (name = 'Robot does not move', more: object[] = []) => ({
  texts: { en: { name }, de: { name: 'Roboter fährt nicht' } },
  questions: [{ key: 'lamp', type: 'yes_no', required: true, labels: { en: 'Is the lamp red?' } }, ...more],
});
const draft = (more: object = {}) => ({ name: `Template ${(count += 1)}`, content: content(), ...more });
const admin = async () => (await signedInStaff(test, 'admin')).client;
const change = (client: Client, { id, version }: { id: string; version: number }, body: object) =>
  client.patch(`/case-templates/${id}`, body, { 'if-match': `"${version}"` });

describe('case templates (S1.10)', () => {
  it('are made with a first version, and read by everybody who handles cases', async () => {
    const staff = await signedInStaff(test, 'admin');
    const made = await staff.client.post('/case-templates', draft({ icon: 'robot', defaultAssigneeId: staff.id }));
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      icon: 'robot',
      priority: 'normal',
      status: 'active',
      defaultAssignee: { id: staff.id },
      models: [],
      versionNumber: 1,
      questionCount: 1,
      languages: ['de', 'en'],
      recentCases: 0,
      content: content(),
    });
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await viewer.get(`/case-templates/${made.body.id}`)).body).toEqual(made.body);
    expect((await viewer.post('/case-templates', draft())).status).toBe(403);
    expect((await test.client().get('/case-templates')).status).toBe(401);
    const audit = await rows(test.db, `SELECT action FROM audit_events WHERE subject_id = $1`, [made.body.id]);
    expect(audit).toEqual([{ action: 'case_template.created' }]);
  });

  it('make a new version of other content only; the old one stays as it was', async () => {
    const client = await admin();
    const one = (await client.post('/case-templates', draft())).body;
    const same = await change(client, one, { content: content(), priority: 'high' });
    expect(same.body).toMatchObject({ versionId: one.versionId, versionNumber: 1, priority: 'high', version: 2 });
    const other = await change(client, same.body, { content: content('Robot stands still') });
    expect(other.body).toMatchObject({ versionNumber: 2, version: 3 });
    expect(other.body.versionId).not.toBe(one.versionId);
    const old = await client.get(`/case-templates/${one.id}/versions/1`);
    expect(old.body).toMatchObject({ id: one.versionId, content: content(), isCurrent: false });
    expect((await client.get(`/case-templates/${one.id}/versions/3`)).status).toBe(404);
    expect((await change(client, one, { priority: 'low' })).status).toBe(412);
    expect((await change(client, { id: newId(), version: 1 }, { priority: 'low' })).status).toBe(404);
  });

  it('refuse content that cannot be answered, and names that are taken', async () => {
    const client = await admin();
    const later = {
      key: 'a',
      type: 'text',
      required: false,
      labels: { en: 'A' },
      shownWhen: { question: 'b', equals: true },
    };
    const refused = await client.post('/case-templates', draft({ content: content('x', [later]) }));
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map(({ pointer }) => pointer)).toEqual(['/content/questions/1/shownWhen']);
    const many = Array.from({ length: 30 }, (_, index) => ({
      key: `k${index}`,
      type: 'text',
      required: false,
      labels: { en: 'A' },
    }));
    expect((await client.post('/case-templates', draft({ content: content('x', many) }))).status).toBe(422);
    const made = draft({ key: 'stands-still' });
    expect((await client.post('/case-templates', made)).status).toBe(201);
    expect((await client.post('/case-templates', { ...made, key: 'other' })).body.code).toBe('template.name_taken');
    expect((await client.post('/case-templates', draft({ key: 'stands-still' }))).body.code).toBe('template.key_taken');
    expect((await client.post('/case-templates', draft({ defaultAssigneeId: newId() }))).status).toBe(422);
  });

  it('are listed by name, by model and by state; archived ones can come back', async () => {
    const client = await admin();
    const [m1, m2] = (
      await Promise.all([
        client.post('/case-templates', draft({ name: 'Filter A', models: ['RX-9'] })),
        client.post('/case-templates', draft({ name: 'Filter B', models: ['RX-1', 'RX-1'] })),
      ])
    ).map(({ body }) => body);
    const names = async (query: string) =>
      (await client.get(`/case-templates?q=filter&${query}`)).body.items.map(({ name }) => name);
    expect(await names('')).toEqual(['Filter A', 'Filter B']);
    expect(await names('model=RX-9')).toEqual(['Filter A']);
    const page = (await client.get('/case-templates?q=filter&limit=1')).body;
    expect((await client.get(`/case-templates?q=filter&cursor=${page.nextCursor}`)).body.items).toMatchObject([
      { id: m2?.id, models: ['RX-1'] },
    ]);
    expect((await client.post(`/case-templates/${m1?.id}/archive`)).body.status).toBe('archived');
    expect(await names('status=active')).toEqual(['Filter B']);
    expect((await client.post(`/case-templates/${m1?.id}/restore`)).body.status).toBe('active');
    expect((await client.post(`/case-templates/${newId()}/archive`)).status).toBe(404);
  });
});
