import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { aCustomer, noticesAbout, type Person, report, signedInContact } from '../../../test/case-people.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';

const test = useApp();
let person: Person;
let id: string;
let assignee: Awaited<ReturnType<typeof signedInStaff>>;

const status = async (): Promise<string> => (await person.client.get(`/portal/cases/${id}`)).body.status;
const set = (to: string, days = 0) =>
  rows(test.db, `UPDATE cases SET status = $2, closed_at = now() - make_interval(days => $3) WHERE id = $1`, [
    id,
    to,
    days,
  ]);

beforeAll(async () => {
  person = await signedInContact(test, await aCustomer(test));
  assignee = await signedInStaff(test, 'agent');
  await rows(test.db, `UPDATE staff_members SET language = 'sv' WHERE id = $1`, [assignee.id]);
  id = (await report(person)).body.id;
  await rows(test.db, `UPDATE cases SET assignee_id = $2 WHERE id = $1`, [id, assignee.id]);
});

describe('POST /portal/cases/:id/messages', () => {
  it.each(['open', 'waiting', 'solved'])(
    'makes a case that is %s open again, and tells the assignee in their language',
    async (before) => {
      await set(before);
      const answer = await person.client.post(`/portal/cases/${id}/messages`, { body: `Was ${before}` });
      expect(answer.status).toBe(201);
      expect(answer.body).toMatchObject({ isMine: true, body: `Was ${before}`, event: null, files: [] });
      expect(await status()).toBe('open');
      expect((await noticesAbout(test, id)).at(-1)).toMatchObject({
        kind: 'case-customer-replied',
        to: assignee.email,
        language: 'sv',
        subject: expect.stringContaining('Svar'),
      });
      expect((await assignee.client.get('/cases?assigneeId=me')).body.items).toMatchObject([{ id, isUnread: true }]);
    },
  );

  it('is written once for one key (D12)', async () => {
    const headers = { 'idempotency-key': newId() };
    const before = (await noticesAbout(test, id)).length;
    const first = await person.client.post(`/portal/cases/${id}/messages`, { body: 'Once' }, headers);
    const second = await person.client.post(`/portal/cases/${id}/messages`, { body: 'Once' }, headers);
    expect(second.body).toEqual(first.body);
    expect(await noticesAbout(test, id)).toHaveLength(before + 1);
  });

  it('is refused for a closed case, an old solved one, a foreign one, without text and with unknown fields', async () => {
    await set('closed');
    expect((await person.client.post(`/portal/cases/${id}/messages`, { body: 'x' })).body.code).toBe('case.not_open');
    await set('solved', 61);
    expect((await person.client.post(`/portal/cases/${id}/messages`, { body: 'x' })).body.code).toBe('case.not_open');
    await set('open');
    const foreign = await signedInContact(test, await aCustomer(test));
    expect((await foreign.client.post(`/portal/cases/${id}/messages`, { body: 'x' })).status).toBe(404);
    expect((await person.client.post(`/portal/cases/${id}/messages`, { body: '' })).status).toBe(422);
    expect(
      (await person.client.post(`/portal/cases/${id}/messages`, { body: 'x', visibility: 'internal' })).status,
    ).toBe(422);
    expect((await test.client().post(`/portal/cases/${id}/messages`, { body: 'x' })).status).toBe(401);
  });
});

describe('POST /portal/cases/:id/close and /reopen', () => {
  it('closes, says who did it, and opens again with the reason', async () => {
    await set('open');
    const closed = await person.client.post(`/portal/cases/${id}/close`);
    expect(closed.body).toMatchObject({ status: 'closed', allowedActions: ['reopen'] });
    expect(closed.body.closedAt).not.toBeNull();
    expect(closed.body.messages.at(-1)).toMatchObject({ event: 'closed', body: '', author: { kind: 'system' } });
    expect((await person.client.post(`/portal/cases/${id}/close`)).status).toBe(200);
    const reopened = await person.client.post(`/portal/cases/${id}/reopen`, { body: 'Still drips' });
    expect(reopened.body).toMatchObject({ status: 'open', closedAt: null, allowedActions: ['reply', 'close'] });
    expect(reopened.body.messages.slice(-2)).toMatchObject([
      { event: 'opened' },
      { body: 'Still drips', isMine: true },
    ]);
    const actions = await rows<{ action: string }>(
      test.db,
      `SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY id DESC LIMIT 2`,
      [id],
    );
    expect(actions.map(({ action }) => action)).toEqual(['case.reopened', 'case.closed']);
  });

  it('tells the assignee also without a reason', async () => {
    await set('solved');
    expect((await person.client.post(`/portal/cases/${id}/reopen`, {})).body.status).toBe('open');
    expect((await noticesAbout(test, id)).at(-1)).toMatchObject({ kind: 'case-reopened', to: assignee.email });
  });

  it('opens again for 60 days only, and only what is over', async () => {
    await set('closed', 61);
    expect((await person.client.get(`/portal/cases/${id}`)).body.allowedActions).toEqual([]);
    expect((await person.client.post(`/portal/cases/${id}/reopen`, {})).body.code).toBe('case.status_not_allowed');
    await set('closed', 59);
    expect((await person.client.post(`/portal/cases/${id}/reopen`, {})).status).toBe(200);
    expect((await person.client.post(`/portal/cases/${id}/reopen`, {})).body.code).toBe('case.status_not_allowed');
  });

  it('needs the right, and a case of one’s own (AZN-1, AZN-2)', async () => {
    const without = await signedInContact(test, person.customerId, { rightsRemoved: ['case:close'] });
    const foreign = await signedInContact(test, await aCustomer(test));
    const colleague = await signedInContact(test, person.customerId);
    for (const path of [`/portal/cases/${id}/close`, `/portal/cases/${id}/reopen`]) {
      expect((await without.client.post(path, {})).body.code).toBe('access.denied');
      expect((await foreign.client.post(path, {})).status).toBe(404);
      expect((await colleague.client.post(path, {})).status).toBe(404);
      expect((await test.client().post(path, {})).status).toBe(401);
    }
  });
});
