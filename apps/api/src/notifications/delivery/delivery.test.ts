import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { type Mailbox, startMailbox } from '../../../test/mailbox.js';
import {
  CANARY,
  enqueue,
  reach,
  registerTestKind,
  stateOf,
  testValues,
  useMailServer,
} from '../../../test/messages.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';
import type { Filled } from '../message-kinds.js';
import { NotificationsService } from '../notifications.service.js';
import { DeliveryWorker } from './delivery.worker.js';

describe('delivery of messages', () => {
  const test = useApp({ WORKER_SLOTS: '4', LEASE_SECONDS: '3' });
  let mailbox: Mailbox;
  let give: () => Filled | { cancelled: string };

  beforeAll(async () => {
    mailbox = await startMailbox();
    registerTestKind(test, 'test-kind', () => give());
    await useMailServer(test, mailbox, { fromName: 'Nordic "Lifts", Inc.', replyTo: 'office@nordic.example' });
    test.app.get(DeliveryWorker).start();
  });
  beforeEach(() => {
    give = testValues;
    mailbox.behave({ rcpt: null, data: null, delay: 0 });
    mailbox.received.length = 0;
  });
  afterAll(() => mailbox.stop());

  const due = (id: string) => rows(test.db, `UPDATE notifications SET next_at = now() WHERE id = $1`, [id]);
  const finished = (id: string) => reach(test, id, (row) => !['queued', 'sending'].includes(row.state));

  it('arrives filled, with text, HTML and our headers only; the timeline holds the server and its words (MSG-2, MSG-3)', async () => {
    const id = await enqueue(test);
    const row = await finished(id);
    expect(row).toMatchObject({ state: 'accepted', attempts: 1, events: ['queued', 'handed_over', 'accepted'] });
    expect(row.details[1]).toBe(`127.0.0.1:${mailbox.port}`);
    expect(row.details[2]).toMatch(/^250 /);
    const [{ mail, envelope }] = (await mailbox.waitFor(1)) as [(typeof mailbox.received)[0]];
    expect(mail).toMatchObject({
      subject: 'For Eva',
      messageId: `<${id}@localhost>`,
      from: { name: 'Nordic "Lifts", Inc.', address: 'portal@nordic.example' },
    });
    expect(mail.replyTo).toMatchObject([{ address: 'office@nordic.example' }]);
    expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
    expect(mail.text).toContain(CANARY);
    expect(mail.html).toContain(CANARY);
    expect(envelope.to).toEqual(['eva@nordic.example']);
  });

  it('is sent when its transaction commits, and never when it rolls back (MSG-1, R2)', async () => {
    const notifications = test.app.get(NotificationsService);
    const draft = { kind: 'test-kind', language: 'en', subject: 's', body: 'b' };
    await expect(
      test.db.transaction(async (tx) => {
        await notifications.enqueue(tx, { ...draft, to: 'undone@nordic.example' });
        throw new Error('the change failed');
      }),
    ).rejects.toThrow('the change failed');
    await test.db.transaction((tx) => notifications.enqueue(tx, { ...draft, to: 'done@nordic.example' }));
    await mailbox.waitFor(1);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(mailbox.received.map((one) => one.envelope.to[0])).toEqual(['done@nordic.example']);
  });

  it('keeps a 550 at RCPT as refused for good, with the words of the server (MSG-8)', async () => {
    mailbox.behave({ rcpt: { code: 550, text: '5.1.1 Nobody of that name lives here' } });
    const row = await finished(await enqueue(test));
    expect(row).toMatchObject({ state: 'refused', attempts: 1, events: ['queued', 'handed_over', 'refused'] });
    expect(row.lastError).toContain('5.1.1 Nobody of that name lives here');
    expect(row.details[2]).toBe(row.lastError);
  });

  it('tries a 451 again, later each time, and then succeeds (R6)', async () => {
    mailbox.behave({ rcpt: { code: 451, text: '4.7.1 Greylisted, come back later' } });
    const id = await enqueue(test);
    const first = await reach(test, id, (row) => row.events.at(-1) === 'deferred');
    expect(first).toMatchObject({ state: 'queued', attempts: 1 });
    expect(Math.abs(first.waitSeconds - 5)).toBeLessThanOrEqual(1);
    await due(id);
    const second = await reach(test, id, (row) => row.attempts === 2 && row.state === 'queued');
    expect(Math.abs(second.waitSeconds - 10)).toBeLessThanOrEqual(2);
    mailbox.behave({ rcpt: null });
    await due(id);
    expect((await finished(id)).events).toEqual([
      'queued',
      'handed_over',
      'deferred',
      'handed_over',
      'deferred',
      'handed_over',
      'accepted',
    ]);
  });

  it('gives up after 24 hours and says so; staff can send it again (MSG-8)', async () => {
    mailbox.behave({ data: { code: 452, text: '4.3.1 Mailbox full' } });
    const id = await enqueue(test);
    await reach(test, id, (row) => row.events.at(-1) === 'deferred');
    await rows(
      test.db,
      `UPDATE notifications SET created_at = now() - interval '25 hours', next_at = now() WHERE id = $1`,
      [id],
    );
    expect(await finished(id)).toMatchObject({
      state: 'failed',
      events: ['queued', 'handed_over', 'deferred', 'handed_over', 'failed'],
    });
    mailbox.behave({ data: null });
    const { client } = await signedInStaff(test, 'agent');
    const { body } = await client.post(`/notifications/${id}/retry`);
    // The worker may have taken it already when the answer is read.
    expect(['queued', 'sending', 'accepted']).toContain(body.state);
    expect(body.lastError).toBeNull();
    expect((await finished(id)).events.slice(5)).toEqual(['retried', 'handed_over', 'accepted']);
  });

  it('waits while the mail server is down, and is sent when it is back (R5)', async () => {
    await mailbox.stop();
    const id = await enqueue(test);
    const row = await reach(test, id, (one) => one.events.at(-1) === 'deferred');
    expect(row.lastError).toContain('ECONNREFUSED');
    await mailbox.start();
    await due(id);
    expect((await finished(id)).state).toBe('accepted');
  });

  it('never sends what has expired (R5)', async () => {
    const id = await enqueue(test, { expiresAt: new Date(Date.now() - 1_000) });
    expect(await finished(id)).toMatchObject({ state: 'expired', events: ['queued', 'expired'] });
    expect(mailbox.received).toHaveLength(0);
  });

  it('does not send a message whose kind says it has lost its sense', async () => {
    give = () => ({ cancelled: 'The link was used' });
    expect(await finished(await enqueue(test))).toMatchObject({
      state: 'cancelled',
      details: [null, 'The link was used'],
    });
    expect(mailbox.received).toHaveLength(0);
  });

  it('lives on when a renderer throws or a kind is unknown: others flow, the row shows it (R24)', async () => {
    give = () => {
      throw new Error(`broken with ${CANARY}`);
    };
    const bad = await enqueue(test);
    const row = await reach(test, bad, (one) => one.events.includes('deferred'));
    const unknown = await enqueue(test, { kind: 'nobody-registered-this' });
    await reach(test, unknown, (one) => one.events.includes('deferred'));
    give = testValues;
    expect((await finished(await enqueue(test))).state).toBe('accepted');
    expect(JSON.stringify(row)).not.toContain(CANARY);
    await rows(test.db, `UPDATE notifications SET next_at = now(), attempts = 8 WHERE id = $1`, [unknown]);
    expect((await finished(unknown)).state).toBe('failed');
  });

  it('cannot be given another header, sender or receiver by what it holds (MSG-3, D2)', async () => {
    give = () => ({ values: { name: 'Eva\r\nBcc: victim@example.com\r\n\r\nbody', secret: 'x' }, secret: [] });
    await finished(await enqueue(test, { subject: 'For {{name}}\nX-Evil: 1', to: 'eva@nordic.example' }));
    const refused = await finished(await enqueue(test, { to: 'eva@nordic.example, victim@example.com' }));
    expect(refused.state).toBe('refused');
    const [one] = await mailbox.waitFor(1);
    expect(mailbox.received).toHaveLength(1);
    expect(one?.envelope.to).toEqual(['eva@nordic.example']);
    expect(one?.mail.headers.map(({ key }) => key)).not.toEqual(expect.arrayContaining(['bcc']));
    expect(one?.mail.headers.map(({ key }) => key)).not.toEqual(expect.arrayContaining(['x-evil']));
  });

  it('leaves the secret in no table (MSG-6)', async () => {
    await finished(await enqueue(test));
    expect((await mailbox.waitFor(1))[0]?.raw.replace(/=\r\n/g, '')).toContain(CANARY);
    const columns = await rows<{ table: string; column: string }>(
      test.db,
      `SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    expect(columns.length).toBeGreaterThan(100);
    for (const { table, column } of columns) {
      const found = await rows(test.db, `SELECT 1 FROM "${table}" WHERE "${column}"::text LIKE $1 LIMIT 1`, [
        `%${CANARY}%`,
      ]);
      expect(found, `${table}.${column}`).toEqual([]);
    }
  });

  it('sends two copies of one row alike to the byte but for the date (R2)', async () => {
    const id = await enqueue(test);
    await finished(id);
    await rows(test.db, `UPDATE notifications SET state = 'queued', next_at = now() WHERE id = $1`, [id]);
    await mailbox.waitFor(2);
    const [first, second] = mailbox.received.map((one) => one.raw.replace(/^Date: .*\r\n/m, ''));
    expect(second).toBe(first);
    expect((await stateOf(test, id)).attempts).toBe(2);
  });
});
