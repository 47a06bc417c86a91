import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import { type Mailbox, startMailbox } from '../../test/mailbox.js';
import { CANARY, enqueue, registerTestKind, useMailServer } from '../../test/messages.js';
import { workbookOf } from '../../test/sheets.js';
import { signedInStaff } from '../../test/staff.js';
import { newId } from '../db/id.js';
import { rows } from '../db/sql.js';
import type { FailureCounts } from './notification.dto.js';

describe('notifications', () => {
  const test = useApp();
  let mailbox: Mailbox;
  let lostSense = false;
  const nothing = '01900000-0000-7000-8000-00000000dead';

  beforeAll(async () => {
    mailbox = await startMailbox();
    registerTestKind(test);
    registerTestKind(test, 'link-kind', () =>
      lostSense ? { cancelled: 'The link was used' } : { values: { name: 'Eva' }, secret: [] },
    );
  });
  afterAll(() => mailbox.stop());

  const setState = (id: string, state: string) =>
    rows(test.db, `UPDATE notifications SET state = $2, attempts = 3, last_error = '550 no' WHERE id = $1`, [
      id,
      state,
    ]);

  it('are listed newest first, page by page, and found by state, kind, person and address (MSG-8)', async () => {
    const { client } = await signedInStaff(test, 'viewer');
    const contactId = newId();
    const first = await enqueue(test, { to: 'Anna@find.example', contactId });
    const second = await enqueue(test, { to: 'anne@find.example', customerId: contactId });
    const third = await enqueue(test, { to: 'b_ert@other.example', kind: 'link-kind', caseId: contactId });
    await setState(second, 'refused');
    const ids = async (query: string) =>
      (await client.get(`/notifications?${query}`)).body.items.map((one: { id: string }) => one.id);
    expect(await ids('')).toEqual([third, second, first]);
    const page = (await client.get('/notifications?limit=2')).body;
    expect(page).toMatchObject({ delivery: 'outbox', items: [{ id: third }, { id: second }] });
    expect(await ids(`limit=2&cursor=${page.nextCursor}`)).toEqual([first]);
    expect(await ids('state=refused')).toEqual([second]);
    expect(await ids('kind=link-kind')).toEqual([third]);
    expect(await ids(`contactId=${contactId}`)).toEqual([first]);
    expect(await ids(`customerId=${contactId}`)).toEqual([second]);
    expect(await ids(`caseId=${contactId}`)).toEqual([third]);
    expect(await ids('q=ann')).toEqual([second, first]);
    expect(await ids('q=anna@find.example')).toEqual([first]);
    expect(await ids('q=@find.example')).toEqual([second, first]);
    expect(await ids('q=b%25')).toEqual([]);
  });

  it('show what is sent with dots for secrets, the timeline and the Message-ID (MSG-6)', async () => {
    const { client } = await signedInStaff(test, 'viewer');
    const id = await enqueue(test, { createdBy: { id: newId(), name: 'Olle' } });
    const { body } = await client.get(`/notifications/${id}`);
    expect(body).toMatchObject({
      id,
      messageId: `<${id}@localhost>`,
      lostSense: null,
      createdByName: 'Olle',
      events: [{ event: 'queued', detail: 'Olle' }],
    });
    expect(body.content.subject).toBe('For Eva');
    expect(body.content.text).toContain('your secret is ••••••.');
    expect(JSON.stringify(body)).not.toContain(CANARY);
    expect((await client.get('/audit-events')).status).toBe(403);
  });

  it('say why one would not be sent any more, and still show its text', async () => {
    const { client } = await signedInStaff(test, 'agent');
    const id = await enqueue(test, { kind: 'link-kind', body: 'Hello {{name}}' });
    lostSense = true;
    const { body } = await client.get(`/notifications/${id}`);
    expect(body).toMatchObject({ lostSense: 'The link was used' });
    expect(body.content.text).toContain('Hello ••••••');
    await setState(id, 'refused');
    expect((await client.post(`/notifications/${id}/retry`)).body).toMatchObject({
      status: 409,
      code: 'notification.not_retryable',
      detail: 'The link was used',
    });
    // What would be refused is not offered, neither on the message nor in the list (MSG-8).
    const offered = async (): Promise<unknown[]> => [
      (await client.get(`/notifications/${id}`)).body.allowedActions,
      (await client.get('/notifications?state=refused')).body.items.find((one) => one.id === id)?.allowedActions,
    ];
    expect(await offered()).toEqual([[], []]);
    lostSense = false;
    expect(await offered()).toEqual([['retry'], ['retry']]);
  });

  it('can be sent again when refused or failed, with an audit event; not when accepted or too late (MSG-8, INV-10)', async () => {
    const { client, id: staffId } = await signedInStaff(test, 'owner');
    const id = await enqueue(test);
    for (const state of ['refused', 'failed']) {
      await setState(id, state);
      expect((await client.get(`/notifications/${id}`)).body.allowedActions).toEqual(['retry']);
      expect((await client.post(`/notifications/${id}/retry`)).body).toMatchObject({
        state: 'queued',
        attempts: 0,
        lastError: null,
      });
    }
    const audit = (await client.get('/audit-events?action=notification.retried')).body.items;
    expect(audit).toHaveLength(2);
    expect(audit[0]!.actor.id).toBe(staffId);
    await setState(id, 'accepted');
    expect((await client.post(`/notifications/${id}/retry`)).body.code).toBe('notification.not_retryable');
    const late = await enqueue(test, { expiresAt: new Date(Date.now() - 1_000) });
    await setState(late, 'expired');
    expect((await client.post(`/notifications/${late}/retry`)).status).toBe(409);
  });

  it('can be stopped while they wait, with an audit event, and only then (INV-10)', async () => {
    const { client } = await signedInStaff(test, 'owner');
    const id = await enqueue(test);
    expect((await client.post(`/notifications/${id}/cancel`)).body).toMatchObject({
      state: 'cancelled',
      allowedActions: [],
    });
    expect((await client.post(`/notifications/${id}/cancel`)).body.code).toBe('notification.not_cancellable');
    expect((await client.get('/audit-events?action=notification.cancelled')).body.items).toHaveLength(1);
  });

  it('refuse nobody, viewers who press buttons, foreign ids and bad parameters', async () => {
    const id = await enqueue(test);
    expect((await test.client().get('/notifications')).status).toBe(401);
    expect((await test.client().get(`/notifications/${id}`)).status).toBe(401);
    const viewer = (await signedInStaff(test, 'viewer')).client;
    expect((await viewer.post(`/notifications/${id}/retry`)).status).toBe(403);
    expect((await viewer.post(`/notifications/${id}/cancel`)).status).toBe(403);
    const { client } = await signedInStaff(test, 'agent');
    for (const path of [`/notifications/${nothing}`]) expect((await client.get(path)).status).toBe(404);
    for (const act of ['retry', 'cancel'])
      expect((await client.post(`/notifications/${nothing}/${act}`)).status).toBe(404);
    for (const query of ['state=lost', 'contactId=1', 'cursor=x', 'cursor=WyJub3QtYS11dWlkIl0', 'limit=101', 'else=1'])
      expect((await client.get(`/notifications?${query}`)).status).toBe(400);
  });

  it('are counted by why they did not arrive, found by it, and exported without their text (A15, MSG-8, INV-10)', async () => {
    const contactId = newId();
    const reasons = [
      ['refused', '550 5.1.1 <eva@x.example> user unknown', 'no_mailbox'],
      ['bounced', 'No such person here: mailbox does not exist', 'no_mailbox'],
      ['refused', '552 5.2.2 over quota', 'mailbox_full'],
      ['refused', '552 5.3.4 message too big', 'too_large'],
      ['refused', '550 5.7.1 rejected: our policy', 'blocked'],
      ['failed', 'connect ECONNREFUSED', 'other'],
      ['expired', null, 'too_late'],
    ];
    for (const [state, error] of reasons) {
      const id = await enqueue(test, { to: '=cmd@why.example', contactId });
      await rows(test.db, `UPDATE notifications SET state = $2, last_error = $3 WHERE id = $1`, [id, state, error]);
    }
    const sms = await enqueue(test, { to: '+46701740605', contactId });
    const limit = 'No more than 3 SMS within 10 minutes to one number';
    const refuse = `UPDATE notifications SET state = 'refused', channel = 'sms', last_error = $2 WHERE id = $1`;
    await rows(test.db, refuse, [sms, limit]);
    await enqueue(test, { contactId });
    const { client } = await signedInStaff(test, 'admin');
    const { counts, more } = (
      await client.get<FailureCounts>(`/notifications/failures?contactId=${contactId}&state=queued`)
    ).body;
    expect([counts[0], more]).toEqual([{ reason: 'no_mailbox', count: 2 }, false]);
    expect(counts.slice(1).map(({ reason }) => reason)).toEqual([
      'blocked',
      'mailbox_full',
      'other',
      'sms_limit',
      'too_large',
      'too_late',
    ]);
    const since = `contactId=${contactId}&to=${new Date(0).toISOString()}`;
    expect((await client.get(`/notifications/failures?${since}`)).body.counts).toEqual([]);
    const { items } = (await client.get(`/notifications?contactId=${contactId}&reason=no_mailbox`)).body;
    expect(items.map(({ failure, state }: { failure?: string; state?: string }) => [failure, state])).toEqual([
      ['no_mailbox', 'bounced'],
      ['no_mailbox', 'refused'],
    ]);

    const { lines } = await workbookOf(client, `/exports/messages.xlsx?contactId=${contactId}&q=%3Dcmd`);
    expect(lines.slice(1).map((cells) => [cells[2], cells[4], cells[6], cells[5]])).toEqual(
      reasons.toReversed().map((reason) => ['=cmd@why.example', ...reason]),
    );
    const csv = (await client.get<string>(`/exports/messages.csv?contactId=${contactId}&reason=sms_limit`)).body;
    expect(csv).toContain(`,'+46701740605,`);
    expect((await (await signedInStaff(test, 'agent')).client.get('/exports/messages.csv')).status).toBe(403);
  });

  describe('the test button of the settings', () => {
    const send = async (role: 'owner' | 'agent', body: unknown = { to: 'olle@nordic.example' }) =>
      (await signedInStaff(test, role)).client.post('/settings/mail-test', body);

    it('says so when no mail server is set up', async () => {
      await useMailServer(test, null);
      expect((await send('owner')).body).toMatchObject({ accepted: false, answer: 'No mail server is set up' });
    });

    it('sends through the saved settings at once and answers the words of the server, with an audit event (INV-10)', async () => {
      await useMailServer(test, mailbox);
      const { client } = await signedInStaff(test, 'owner');
      const { body } = await client.post('/settings/mail-test', { to: 'olle@nordic.example' });
      expect(body).toMatchObject({
        accepted: true,
        answer: expect.stringMatching(/^250 /),
        milliseconds: expect.any(Number),
      });
      expect((await mailbox.waitFor(1))[0]).toMatchObject({
        mail: { subject: 'Test message' },
        envelope: { to: ['olle@nordic.example'] },
      });
      mailbox.behave({ rcpt: { code: 554, text: '5.7.1 Relay access denied' } });
      expect((await client.post('/settings/mail-test', { to: 'olle@nordic.example' })).body).toMatchObject({
        accepted: false,
        answer: expect.stringContaining('Relay access denied'),
      });
      expect(
        (await client.get('/audit-events?action=mail.tested')).body.items.map(
          (one: { detail: { accepted: boolean } }) => one.detail.accepted,
        ),
      ).toEqual([false, true, false]);
    });

    it('stops after five in an hour and refuses others, lists and groups (MSG-4)', async () => {
      const { client } = await signedInStaff(test, 'owner');
      const tries = await Promise.all(
        Array.from({ length: 9 }, () => client.post('/settings/mail-test', { to: 'olle@nordic.example' })),
      );
      expect(tries.map((one) => one.status).filter((status) => status === 200)).toHaveLength(5);
      expect(tries.find((one) => one.status === 429)?.headers.get('retry-after')).toBeTruthy();
      expect((await send('agent')).status).toBe(403);
      expect((await test.client().post('/settings/mail-test', { to: 'olle@nordic.example' })).status).toBe(401);
      for (const to of ['a@x.example, b@x.example', '"a@evil.example"@x.example', 'a@x.example\nBcc: b@x.example', ''])
        expect((await send('owner', { to })).status).toBe(422);
    });
  });
});
