import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { type ImapServer, startImapServer } from '../../../test/imap-server.js';
import { type Mailbox, startMailbox } from '../../../test/mailbox.js';
import { enqueue, reach, registerTestKind, stateOf, useMailServer } from '../../../test/messages.js';
import { messageIdOf, ordinaryMail, statusMail } from '../../../test/report-mails.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';
import { BounceLooks } from './bounce-looks.js';

const test = useApp({ ROLE: 'all' });
/** As JSON brings it. */
interface Settings {
  mailbox: { passwordIsSet: boolean } | null;
  look: { found: number; error: string | null } | null;
}

let mailbox: Mailbox;
let imap: ImapServer;
let staff: Client;

beforeAll(async () => {
  registerTestKind(test);
  [mailbox, imap] = await Promise.all([startMailbox(), startImapServer()]);
  await useMailServer(test, mailbox);
  staff = (await signedInStaff(test, 'owner')).client;
});
afterAll(() => Promise.all([mailbox?.stop(), imap?.stop()]));

async function sent(to: string) {
  const id = await enqueue(test, { to });
  await reach(test, id, ({ state }) => state === 'accepted');
  return { id, report: statusMail({ messageId: messageIdOf(id), to }) };
}
const look = async () => (await staff.post<Settings>('/settings/bounces/look')).body.look;

describe('the mailbox that messages come back to', () => {
  it('is read for reports about our messages; everything else stays as it lies there, unread (S4.11)', async () => {
    const set = await staff.put('/settings/bounces/mailbox', imap.settings);
    const { password: _, ...shown } = imap.settings;
    expect(set.body).toMatchObject({ mailbox: { ...shown, passwordIsSet: true }, look: null });
    const [one, late] = [await sent('one@nordic.example'), await sent('late@nordic.example')];
    const foreign = statusMail({ messageId: messageIdOf(newId()), to: 'x@nordic.example' });
    imap.put(ordinaryMail(), one.report, foreign);
    expect(await look()).toMatchObject({ found: 1, error: null });
    expect((await stateOf(test, one.id)).state).toBe('bounced');
    expect(imap.flags()).toEqual([[], ['\\Seen'], []]);
    imap.put(late.report);
    expect(await look()).toMatchObject({ found: 1, error: null });
    expect((await stateOf(test, late.id)).state).toBe('bounced');
    expect(await look()).toMatchObject({ found: 0, error: null });
  });

  it('is read by one process at a time, and again when that one died', async () => {
    const { id, report } = await sent('held@nordic.example');
    imap.put(report);
    const lease = (until: string) =>
      rows(test.db, `UPDATE bounce_intake SET lease_token = $1, lease_until = now() + $2::interval`, [newId(), until]);
    await lease('1 minute');
    await test.app.get(BounceLooks).look();
    expect((await stateOf(test, id)).state).toBe('accepted');
    await lease('-1 second');
    await test.app.get(BounceLooks).look();
    expect((await stateOf(test, id)).state).toBe('bounced');
  });

  it('says in the settings why it cannot be read, and forgets the password with the server', async () => {
    await staff.put('/settings/bounces/mailbox', { ...imap.settings, password: 'wrong' });
    expect((await look())?.error).toMatch(/\w/);
    const { password: _, ...other } = imap.settings;
    const kept = await staff.put<Settings>('/settings/bounces/mailbox', { ...other, folder: 'Nowhere' });
    expect(kept.body.mailbox?.passwordIsSet).toBe(true);
    const moved = await staff.put<Settings>('/settings/bounces/mailbox', { ...other, host: 'localhost' });
    expect(moved.body.mailbox?.passwordIsSet).toBe(false);
    expect((await staff.delete('/settings/bounces/mailbox')).body).toMatchObject({ mailbox: null, look: null });
    expect(await look()).toBeNull();
  });
});
