import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { type Mailbox, startMailbox } from '../../../test/mailbox.js';
import { enqueue, reach, registerTestKind, useMailServer } from '../../../test/messages.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';
import type { MailProfileList } from './mail-profiles.dto.js';
import { groupOf, orderFor } from './sender-order.js';

const test = useApp({ ROLE: 'all' });
let usual: Mailbox;
let further: Mailbox;
let staff: Client;

beforeAll(async () => {
  registerTestKind(test);
  registerTestKind(test, 'case-test');
  [usual, further] = await Promise.all([startMailbox(), startMailbox()]);
  staff = (await signedInStaff(test, 'owner')).client;
});
// Other settings make other connections: nothing of the test before rests.
beforeEach(() => useMailServer(test, usual, { footer: 'Usual footer', replyTo: 'office@nordic.example' }));
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => Promise.all([usual?.stop(), further?.stop()]));

const profile = (mailbox: Mailbox, more: object = {}) => ({
  name: 'Backup',
  groups: [] as string[],
  host: '127.0.0.1',
  port: mailbox.port,
  secure: 'none',
  user: '',
  fromName: 'Nordic backup',
  fromAddress: 'backup@nordic.example',
  replyTo: '',
  footer: '',
  ...more,
});
const items = async () => (await staff.get<MailProfileList>('/mail-profiles')).body.items;
const accepted = async (kind = 'test-kind') => {
  const id = await enqueue(test, { kind });
  const row = await reach(test, id, ({ state }) => state === 'accepted');
  const found = [usual, further].flatMap(({ received }) => received).find(({ raw }) => raw.includes(`<${id}@`));
  return { ...row, from: found?.mail.from?.address, mail: found?.mail };
};

describe('further senders', () => {
  it('stand in while the server of the usual one is in trouble, and give way when it is back (S2.17, R5)', async () => {
    expect((await staff.post('/mail-profiles', profile(further))).status).toBe(201);
    expect((await accepted()).from).toBe('portal@nordic.example');

    await usual.stop();
    const stoodIn = await accepted();
    expect(stoodIn.from).toBe('backup@nordic.example');
    expect(stoodIn.attempts).toBe(1);
    expect(stoodIn.events).toEqual(['queued', 'handed_over', 'handed_over', 'accepted']);
    expect(stoodIn.details[2]).toMatch(/^Backup, 127\.0\.0\.1:\d+; 127\.0\.0\.1:\d+ did not take it: .*ECONNREFUSED/);
    expect(stoodIn.mail?.replyTo?.[0]?.address).toBe('office@nordic.example');
    expect(stoodIn.mail?.text).toContain('Usual footer');
    // The one in trouble is not asked first again for a while: nobody waits for it.
    expect((await accepted()).events).toEqual(['queued', 'handed_over', 'accepted']);

    await usual.start();
    // Not the clock of the day: ids are made from it.
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + 31_000);
    expect((await accepted()).from).toBe('portal@nordic.example');
  });

  it('all in trouble let the message wait; a refusal of the message itself is nobody else’s to answer', async () => {
    usual.behave({ rcpt: { code: 550, text: 'Not you' } });
    const id = await enqueue(test);
    expect((await reach(test, id, ({ state }) => state === 'refused')).events).toEqual([
      'queued',
      'handed_over',
      'refused',
    ]);
    usual.behave({ rcpt: null });
    await Promise.all([usual.stop(), further.stop()]);
    const waits = await enqueue(test);
    const row = await reach(test, waits, ({ events }) => events.includes('deferred'));
    expect(row.events).toEqual(['queued', 'handed_over', 'handed_over', 'deferred']);
    await Promise.all([usual.start(), further.start()]);
    await rows(test.db, `UPDATE notifications SET next_at = now() WHERE id = $1`, [waits]);
    await reach(test, waits, ({ state }) => state === 'accepted');
  });

  it('take the messages they are meant for (S2.17)', async () => {
    const [backup] = await items();
    const changed = await staff.put(`/mail-profiles/${backup?.id}`, profile(further, { groups: ['cases'] }));
    expect(changed.status).toBe(200);
    expect((await accepted('case-test')).from).toBe('backup@nordic.example');
    expect((await accepted()).from).toBe('portal@nordic.example');
    expect(['case-replied', 'follow-link', 'staff-notice', 'lock-alert', 'password-reset', 'x'].map(groupOf)).toEqual([
      'cases',
      'cases',
      'staff',
      'staff',
      'access',
      'access',
    ]);
    const sender = (name: string, groups: string[] = []) => ({ name, groups, isDefault: name === 'usual' });
    const all = [sender('usual'), sender('one'), sender('cases', ['cases']), sender('two')];
    expect(orderFor('case-replied', all).map(({ name }) => name)).toEqual(['cases', 'usual', 'one', 'two']);
    expect(orderFor('password-reset', all).map(({ name }) => name)).toEqual(['usual', 'one', 'cases', 'two']);
  });

  it('are added, ordered, changed and removed; their passwords never come back (SES-6)', async () => {
    await staff.post('/mail-profiles', profile(usual, { name: 'Third', user: 'u', password: 'canary-of-third' }));
    expect((await items()).map(({ name, passwordIsSet }) => [name, passwordIsSet])).toEqual([
      ['Backup', false],
      ['Third', true],
    ]);
    expect((await staff.get<MailProfileList>('/mail-profiles')).body.hasUsual).toBe(true);
    expect(JSON.stringify(await items())).not.toContain('canary');
    const ids = (await items()).map(({ id }) => id).toReversed();
    await staff.put('/mail-profiles/order', { ids });
    expect((await items()).map(({ name }) => name)).toEqual(['Third', 'Backup']);
    const change = (more: object) => staff.put(`/mail-profiles/${ids[0]}`, profile(usual, { name: 'Third', ...more }));
    const hasPassword = async () => (await items()).map(({ passwordIsSet }) => passwordIsSet)[0];
    await change({ user: 'u2' });
    expect(await hasPassword()).toBe(true);
    await change({ host: 'localhost' });
    expect(await hasPassword()).toBe(false);
    expect((await staff.delete(`/mail-profiles/${ids[0]}`)).status).toBe(200);
    expect((await staff.delete(`/mail-profiles/${ids[0]}`)).status).toBe(404);
    expect((await change({})).status).toBe(404);
  });

  it('are tested each by itself, and set up by whoever may change settings (AZN-1)', async () => {
    const [backup] = await items();
    const tested = await staff.post('/settings/mail-test', { to: 'test@nordic.example', profileId: backup?.id });
    expect(tested.body).toMatchObject({ accepted: true });
    const { envelope } = further.received.at(-1) ?? {};
    expect(envelope).toEqual({ from: 'backup@nordic.example', to: ['test@nordic.example'] });
    const bad = profile(usual, { fromAddress: 'x\r\nBcc: y@z.example' });
    expect((await staff.post('/mail-profiles', bad)).status).toBe(422);
    const agent = (await signedInStaff(test, 'agent')).client;
    expect((await agent.post('/mail-profiles', profile(usual))).status).toBe(403);
    expect((await test.client().get('/mail-profiles')).status).toBe(401);
  });
});
