import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { startApp, useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, passwordOf } from '../../../test/logins.js';
import { type Mailbox, startMailbox } from '../../../test/mailbox.js';
import { enqueue, reach, registerTestKind, useMailServer } from '../../../test/messages.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { DeliveryWorker } from '../../notifications/delivery/delivery.worker.js';
import type { AccessCheckDto } from './access-check.dto.js';
import { AccessCheckService } from './access-check.service.js';

type Check = z.output<typeof AccessCheckDto>;

const test = useApp();
let staff: Client;
let mailbox: Mailbox;
let contactId: string;

beforeAll(async () => {
  mailbox = await startMailbox();
  staff = (await signedInStaff(test, 'owner')).client;
  ({ id: contactId } = await aPerson(staff));
  await passwordOf(staff, contactId);
  await rows(test.db, `DELETE FROM notifications`);
});
afterAll(() => mailbox?.stop());

const look = async (): Promise<Check> => (await staff.get<Check>(`/contacts/${contactId}/access-check`)).body;
const channel = async () => (await look()).checks.find(({ key }) => key === 'mail_channel');

describe('whether mail leaves at all (S4.10, S2.23)', () => {
  it('is no trouble where messages stay in the Outbox, and a new password would go there', async () => {
    expect(await channel()).toMatchObject({ state: 'green', cause: 'mail_to_outbox' });
    expect((await look()).answer.resetTo).toMatch(/@nordic\.example$/);
  });

  it('is amber in production without a mail server, and no new password would arrive; a server in the settings mends it', async () => {
    const production = await startApp({ ...test.config, mode: 'production' });
    try {
      const by = { permissions: new Set(['settings:write']) } as unknown as StaffActor;
      const { answer, checks } = await production.app.get(AccessCheckService).ofContact(contactId, by);
      expect(checks.find(({ key }) => key === 'mail_channel')).toMatchObject({
        state: 'amber',
        cause: 'mail_not_set_up',
        fix: { act: 'set_up_mail', isAllowed: true },
      });
      expect(answer.resetTo).toBeNull();
      const { version } = (await staff.get('/settings')).body;
      const mail = { host: '127.0.0.1', port: mailbox.port, secure: 'none', fromAddress: 'portal@nordic.example' };
      expect((await staff.patch('/settings', { mail }, { 'if-match': `"${version}"` })).status).toBe(200);
      const mended = await production.app.get(AccessCheckService).ofContact(contactId, by);
      expect(mended.checks.find(({ key }) => key === 'mail_channel')).toMatchObject({ cause: 'mail_untested' });
      expect(mended.answer.resetTo).toMatch(/@nordic\.example$/);
    } finally {
      await production.app.close();
    }
  });

  it('is amber until the server was tested, and green when the test is accepted', async () => {
    await useMailServer(test, mailbox);
    const found = await channel();
    expect(found).toMatchObject({ state: 'amber', cause: 'mail_untested' });
    const { method, path } = found!.fix!;
    expect((await staff.send({ method, path, body: { to: 'me@x.example' }, headers: {} })).body.accepted).toBe(true);
    expect(await channel()).toMatchObject({ state: 'green', cause: 'mail_works' });
  });

  it('is red with the words of the server when messages hang; a test that is accepted lets them leave, and it is green', async () => {
    mailbox.behave({ rcpt: { code: 451, text: 'Later' } });
    registerTestKind(test);
    test.app.get(DeliveryWorker).start();
    const id = await enqueue(test);
    await reach(test, id, ({ events }) => events.includes('deferred'));
    await rows(
      test.db,
      `UPDATE notifications SET created_at = now() - interval '20 minutes', next_at = now() + interval '1 hour' WHERE id = $1`,
      [id],
    );
    const found = await channel();
    expect(found).toMatchObject({ state: 'red', cause: 'mail_hangs', facts: { error: '451 Later' } });
    const { method, path } = found!.fix!;
    const press = () => staff.send({ method, path, body: { to: 'me@x.example' }, headers: {} });
    expect((await press()).body).toMatchObject({ accepted: false, answer: '451 Later' });
    expect(await channel()).toMatchObject({ state: 'red' });
    mailbox.behave({ rcpt: null });
    expect((await press()).body.accepted).toBe(true);
    await reach(test, id, ({ state }) => state === 'accepted');
    expect(await channel()).toMatchObject({ state: 'green', cause: 'mail_works' });
    await test.app.get(DeliveryWorker).stop();
  });

  it('is nothing of a text message that waits', async () => {
    await rows(
      test.db,
      `INSERT INTO notifications (id, kind, channel, to_address, destination, language, subject, body, state, created_at)
       VALUES ($1, 'x', 'sms', '+46701234567', 'sms', 'en', '', 'b', 'queued', now() - interval '20 minutes')`,
      [newId()],
    );
    expect(await channel()).toMatchObject({ state: 'green' });
  });
});
