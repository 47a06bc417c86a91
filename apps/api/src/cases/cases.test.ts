import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import { aCustomer, noticesAbout, type Person, report, signedInContact } from '../../test/case-people.js';
import type { Client } from '../../test/client.js';
import { signedInStaff } from '../../test/staff.js';
import { newId } from '../db/id.js';
import { rows } from '../db/sql.js';

const test = useApp();
let agent: { client: Client; id: string; email: string };
let other: { client: Client; id: string; email: string };
let viewer: { client: Client };
let person: Person;

const version = (number: number) => ({ 'if-match': `"${number}"` });
const open = async (subject = 'Broken'): Promise<string> => (await report(person, subject)).body.id;

beforeAll(async () => {
  [agent, other, viewer] = [
    await signedInStaff(test, 'agent'),
    await signedInStaff(test, 'agent'),
    await signedInStaff(test, 'viewer'),
  ];
  person = await signedInContact(test, await aCustomer(test, 'Ångström AB'), { name: 'Eva', language: 'sv-SE' });
});

describe('POST /cases', () => {
  it('opens a case on behalf of a contact, who is told, and tells the assignee, but never oneself', async () => {
    const draft = {
      customerId: person.customerId,
      contactId: person.contactId,
      subject: 'By phone',
      body: 'She called.',
      priority: 'high',
    };
    const forOther = await agent.client.post('/cases', { ...draft, assigneeId: other.id });
    expect(forOther.status).toBe(201);
    expect(await noticesAbout(test, forOther.body.id)).toMatchObject([
      { kind: 'case-opened', to: person.email, language: 'sv' },
      { kind: 'case-assigned', to: other.email, language: 'en' },
    ]);
    const forMe = await agent.client.post('/cases', { ...draft, assigneeId: agent.id });
    expect(await noticesAbout(test, forMe.body.id)).toMatchObject([{ kind: 'case-opened' }]);
    expect((await agent.client.get(`/cases/${forOther.body.id}`)).body).toMatchObject({
      source: 'staff',
      status: 'open',
      priority: 'high',
      isUnread: false,
      version: 1,
      contact: { id: person.contactId, name: 'Eva' },
      customer: { name: 'Ångström AB' },
      assignee: { id: other.id },
    });
  });

  it('opens a case for just a customer, and tells nobody', async () => {
    const { body } = await agent.client.post('/cases', {
      customerId: person.customerId,
      subject: 'Plan',
      body: 'Spring check',
    });
    expect(await noticesAbout(test, body.id)).toEqual([]);
    expect((await agent.client.get(`/cases/${body.id}`)).body).toMatchObject({ contact: null, reporterName: null });
  });

  it('refuses a contact of another customer, unknown rows and a viewer (AZN-4, AZN-1)', async () => {
    const draft = { customerId: await aCustomer(test), subject: 's', body: 'b' };
    expect((await agent.client.post('/cases', { ...draft, contactId: person.contactId })).body.errors).toMatchObject([
      { pointer: '/contactId' },
    ]);
    expect((await agent.client.post('/cases', { ...draft, customerId: newId() })).body.errors).toMatchObject([
      { pointer: '/customerId' },
    ]);
    expect((await agent.client.post('/cases', { ...draft, assigneeId: newId() })).body.errors).toMatchObject([
      { pointer: '/assigneeId' },
    ]);
    expect((await agent.client.post('/cases', { ...draft, status: 'closed' })).status).toBe(422);
    expect((await viewer.client.post('/cases', draft)).status).toBe(403);
    expect((await person.client.post('/cases', draft)).status).toBe(401);
    expect(await rows(test.db, `SELECT id FROM cases WHERE customer_id = $1`, [draft.customerId])).toEqual([]);
  });
});

describe('PATCH /cases/:id', () => {
  it('assigns: the assignee is told, the history says so, the customer sees who', async () => {
    const id = await open();
    const changed = await agent.client.patch(
      `/cases/${id}`,
      { assigneeId: other.id, priority: 'urgent', subject: 'Broken for good' },
      version(1),
    );
    expect(changed.body).toMatchObject({
      assignee: { id: other.id },
      priority: 'urgent',
      subject: 'Broken for good',
      version: 2,
    });
    expect((await noticesAbout(test, id)).map(({ kind, to }) => [kind, to])).toEqual([
      ['case-opened', person.email],
      ['case-assigned', other.email],
    ]);
    expect((await person.client.get(`/portal/cases/${id}`)).body).toMatchObject({
      assigneeName: changed.body.assignee.name,
      messages: [{}, { event: 'assigned', body: changed.body.assignee.name }],
    });
    const taken = await agent.client.patch(`/cases/${id}`, { assigneeId: agent.id }, version(2));
    expect(taken.status).toBe(200);
    expect(await noticesAbout(test, id)).toHaveLength(2);
    expect((await agent.client.patch(`/cases/${id}`, { assigneeId: null }, version(3))).body.assignee).toBeNull();
  });

  it('moves along the rules, and tells the reporter when it is solved', async () => {
    const id = await open();
    expect((await agent.client.patch(`/cases/${id}`, { status: 'solved' }, version(1))).body).toMatchObject({
      status: 'solved',
      closedAt: expect.any(String),
    });
    expect((await noticesAbout(test, id)).at(-1)).toMatchObject({
      kind: 'case-solved',
      to: person.email,
      subject: expect.stringContaining('Löst'),
    });
    await agent.client.patch(`/cases/${id}`, { status: 'closed' }, version(2));
    expect((await agent.client.patch(`/cases/${id}`, { status: 'waiting' }, version(3))).body).toMatchObject({
      code: 'case.status_not_allowed',
      from: 'closed',
      to: 'waiting',
    });
    expect((await agent.client.patch(`/cases/${id}`, { status: 'open' }, version(3))).body).toMatchObject({
      status: 'open',
      closedAt: null,
    });
  });

  it('changes nothing on an old version, an unknown row, a wrong value or without the right', async () => {
    const id = await open();
    expect((await agent.client.patch(`/cases/${id}`, { priority: 'low' })).status).toBe(428);
    expect((await agent.client.patch(`/cases/${id}`, { priority: 'low' }, version(7))).body.code).toBe('row.changed');
    expect((await agent.client.patch(`/cases/${newId()}`, { priority: 'low' }, version(1))).status).toBe(404);
    expect((await agent.client.patch(`/cases/${id}`, { customerId: newId() }, version(1))).status).toBe(422);
    expect((await agent.client.patch(`/cases/${id}`, { assigneeId: newId() }, version(1))).body.errors).toMatchObject([
      { pointer: '/assigneeId' },
    ]);
    expect((await viewer.client.patch(`/cases/${id}`, { priority: 'low' }, version(1))).status).toBe(403);
    expect((await agent.client.get(`/cases/${id}`)).body).toMatchObject({ version: 1, priority: 'normal' });
    expect((await viewer.client.get(`/cases/${id}`)).body.allowedActions).toEqual([]);
  });

  it('lets one of two changes through that are made at once', async () => {
    const id = await open();
    const answers = await Promise.all(
      ['low', 'high'].map((priority) => agent.client.patch(`/cases/${id}`, { priority }, version(1))),
    );
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 412]);
  });
});

describe('POST /cases/:id/messages', () => {
  it('answers the reporter in their language and waits for them (A12)', async () => {
    const id = await open();
    const answer = await agent.client.post(`/cases/${id}/messages`, {
      visibility: 'public',
      body: 'On our way {{case_link}} <b>',
    });
    expect(answer.body).toMatchObject({ visibility: 'public', author: { kind: 'staff', id: agent.id }, event: null });
    expect((await noticesAbout(test, id)).at(-1)).toMatchObject({
      kind: 'case-replied',
      to: person.email,
      language: 'sv',
    });
    const seen = (await person.client.get(`/portal/cases/${id}`)).body;
    expect(seen).toMatchObject({ status: 'waiting', needsMe: true, staffMessageAt: expect.any(String) });
    expect(seen.messages.at(-1)).toMatchObject({
      body: 'On our way {{case_link}} <b>',
      author: { kind: 'staff', name: answer.body.author.name },
      isMine: false,
    });
    expect(
      (await agent.client.post(`/cases/${id}/messages`, { visibility: 'public', body: 'Done', status: 'solved' }))
        .status,
    ).toBe(201);
    expect((await agent.client.get(`/cases/${id}`)).body).toMatchObject({ status: 'solved', version: 3 });
  });

  it('does not answer a closed case unless it is opened again', async () => {
    const id = await open();
    await agent.client.patch(`/cases/${id}`, { status: 'closed' }, version(1));
    expect((await agent.client.post(`/cases/${id}/messages`, { visibility: 'public', body: 'x' })).body.code).toBe(
      'case.not_open',
    );
    expect((await agent.client.post(`/cases/${id}/messages`, { visibility: 'internal', body: 'x' })).status).toBe(201);
    expect(
      (await agent.client.post(`/cases/${id}/messages`, { visibility: 'public', body: 'x', status: 'open' })).status,
    ).toBe(201);
  });

  it('refuses a viewer, a contact, an unknown case, empty text and a missing visibility (AZN-1)', async () => {
    const id = await open();
    const message = { visibility: 'public', body: 'x' };
    expect((await viewer.client.post(`/cases/${id}/messages`, message)).status).toBe(403);
    expect((await person.client.post(`/cases/${id}/messages`, message)).status).toBe(401);
    expect((await agent.client.post(`/cases/${newId()}/messages`, message)).status).toBe(404);
    expect((await agent.client.post(`/cases/${id}/messages`, { ...message, body: ' ' })).status).toBe(422);
    expect((await agent.client.post(`/cases/${id}/messages`, { body: 'x' })).status).toBe(422);
  });

  it('keeps an internal note from contacts in every route, mail and live event (AZN-3)', async () => {
    const id = await open('Secret');
    const before = await rows(test.db, `SELECT activity_at, staff_message_at, status FROM cases WHERE id = $1`, [id]);
    const notices = (await noticesAbout(test, id)).length;
    const note = await agent.client.post(`/cases/${id}/messages`, { visibility: 'internal', body: 'PASSPHRASE-42' });
    expect(note.status).toBe(201);
    const paths = ['/portal/cases', `/portal/cases/${id}`, '/portal/session', `/portal/cases?status=active`];
    for (const path of paths)
      expect(JSON.stringify((await person.client.get(path)).body)).not.toContain('PASSPHRASE-42');
    expect(
      (await person.client.post(`/portal/cases/${id}/messages`, { body: 'Any news?' }, { 'idempotency-key': newId() }))
        .body.body,
    ).toBe('Any news?');
    expect(JSON.stringify((await person.client.post(`/portal/cases/${id}/close`)).body)).not.toContain('PASSPHRASE-42');
    expect(await noticesAbout(test, id)).toHaveLength(notices);
    expect(
      await rows(
        test.db,
        `SELECT id FROM notifications WHERE body LIKE '%PASSPHRASE%' OR data::text LIKE '%' || $1 || '%'`,
        [note.body.id],
      ),
    ).toEqual([]);
    expect(await rows(test.db, `SELECT id FROM audit_events WHERE detail::text LIKE '%PASSPHRASE%'`)).toEqual([]);
    expect(before).toHaveLength(1);
    const all = (await agent.client.get(`/cases/${id}/messages`)).body.items;
    expect(all.map((item: { body: string }) => item.body)).toContain('PASSPHRASE-42');
  });

  it('moves nothing that a contact could notice by a note', async () => {
    const id = await open();
    const before = (await person.client.get(`/portal/cases/${id}`)).body;
    await agent.client.post(`/cases/${id}/messages`, { visibility: 'internal', body: 'x' });
    expect((await person.client.get(`/portal/cases/${id}`)).body).toEqual(before);
  });
});
