import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { startApp, useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, passwordOf } from '../../../test/logins.js';
import { type Mailbox, startMailbox } from '../../../test/mailbox.js';
import { useMailServer } from '../../../test/messages.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
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

  it('is amber in production without a mail server, and no new password would arrive', async () => {
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

  it('is red with the words of the server when messages hang, and green when they have left', async () => {
    const id = newId();
    await rows(
      test.db,
      `INSERT INTO notifications (id, kind, to_address, destination, language, subject, body, state, attempts, last_error, created_at)
       VALUES ($1, 'x', 'a@b.example', 'b.example', 'en', 's', 'b', 'queued', 2, '451 later', now() - interval '20 minutes')`,
      [id],
    );
    expect(await channel()).toMatchObject({
      state: 'red',
      cause: 'mail_hangs',
      facts: { error: '451 later' },
      fix: { act: 'test_mail' },
    });
    await rows(test.db, `UPDATE notifications SET state = 'accepted', accepted_at = now() WHERE id = $1`, [id]);
    expect(await channel()).toMatchObject({ state: 'green' });
  });
});
