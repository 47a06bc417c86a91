import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type TestApp, testConfig, useApp } from '../../../test/app.js';
import { type Mailbox, startMailbox } from '../../../test/mailbox.js';
import { enqueue, reach, registerTestKind, useMailServer } from '../../../test/messages.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';
import { DeliveryWorker } from './delivery.worker.js';

const ENV = { WORKER_SLOTS: '4', LEASE_SECONDS: '3' };

describe('workers that share a queue', () => {
  const test = useApp(ENV);
  let other: TestApp;
  let mailbox: Mailbox;

  beforeAll(async () => {
    mailbox = await startMailbox();
    other = await startApp(testConfig(test.config.database.url, ENV));
    for (const app of [test, other]) registerTestKind(app);
    await useMailServer(test, mailbox);
    for (const app of [test, other]) app.app.get(DeliveryWorker).start();
  });
  beforeEach(() => {
    mailbox.behave({ delay: 0, rcpt: null });
    mailbox.received.length = 0;
  });
  afterAll(async () => {
    await other.app.close();
    await mailbox.stop();
  });

  const many = (count: number, domain: string) =>
    Promise.all(Array.from({ length: count }, (_, index) => enqueue(test, { to: `person${index}@${domain}` })));
  /** As a process leaves a row behind when it is killed in the middle of a send. */
  const abandon = (id: string, deaths: number) =>
    rows(
      test.db,
      `UPDATE notifications SET state = 'sending', deaths = $2, lease_token = $3, lease_until = now() - interval '1 second' WHERE id = $1`,
      [id, deaths, newId()],
    );

  it('send every message once (R22)', async () => {
    mailbox.behave({ delay: 20 });
    const ids = (
      await Promise.all(['a.example', 'b.example', 'c.example', 'd.example'].map((domain) => many(15, domain)))
    ).flat();
    await mailbox.waitFor(60);
    for (const id of ids) await reach(test, id, (row) => row.state === 'accepted');
    expect(new Set(mailbox.received.map((one) => one.mail.messageId)).size).toBe(60);
    expect(mailbox.received).toHaveLength(60);
  });

  it('keep half of their slots for others when one receiver is slow (R6)', async () => {
    mailbox.open.mostByDomain.clear();
    mailbox.behave({ delay: (domain) => (domain === 'slow.example' ? 5_000 : 0) });
    await many(12, 'slow.example');
    await expect.poll(() => mailbox.open.mostByDomain.get('slow.example')).toBe(4);
    const quick = await many(8, 'quick.example');
    for (const id of quick) await reach(test, id, (row) => row.state === 'accepted');
    // None of the slow ones is through yet: the quick ones had slots of their own.
    expect(mailbox.received.map((one) => one.envelope.to[0]?.split('@')[1])).toEqual(quick.map(() => 'quick.example'));
    expect(mailbox.open.mostByDomain.get('slow.example')).toBe(4);
    mailbox.behave({ delay: 0 });
    await mailbox.waitFor(20);
  });

  it('do not send a slow message twice while its process lives, however short the lease (R6)', async () => {
    mailbox.behave({ delay: 5_000 });
    const id = await enqueue(test, { to: 'patient@slow.example' });
    await reach(test, id, (row) => row.state === 'accepted');
    expect(mailbox.received).toHaveLength(1);
    expect((await reach(test, id, () => true)).attempts).toBe(1);
  });

  it('take over what a dead process had in hand (R2)', async () => {
    const id = await enqueue(test, { to: 'heir@a.example', kind: 'test-kind' });
    await reach(test, id, (row) => row.state === 'accepted');
    await abandon(id, 0);
    const row = await reach(test, id, (one) => one.state === 'accepted' && one.events.length > 3);
    expect(row).toMatchObject({ deaths: 1 });
    expect(row.events).toContain('deferred');
  });

  it('send what many processes died with alone, set it aside if that dies too, and let staff start it again (R24)', async () => {
    const id = await enqueue(test, { to: 'poison@a.example' });
    await reach(test, id, (row) => row.state === 'accepted');
    mailbox.open.most = 0;
    await abandon(id, 4);
    expect(await reach(test, id, (row) => row.deaths === 5 && row.state === 'accepted')).toMatchObject({ deaths: 5 });

    await abandon(id, 5);
    const aside = await reach(test, id, (row) => row.state === 'failed');
    expect(aside).toMatchObject({ deaths: 6 });
    expect(aside.details.at(-1)).toContain('set aside');
    const others = await many(5, 'b.example');
    for (const one of others) await reach(test, one, (row) => row.state === 'accepted');

    const { client } = await signedInStaff(test, 'agent');
    expect((await client.post(`/notifications/${id}/retry`)).status).toBe(200);
    expect(await reach(test, id, (row) => row.state === 'accepted')).toMatchObject({ deaths: 0 });
  });

  it('at shutdown let sends finish and take nothing new (R15)', async () => {
    const third = await startApp(testConfig(test.config.database.url, { ...ENV, WORKER_SLOTS: '2' }));
    registerTestKind(third);
    mailbox.behave({ delay: 800 });
    const ids = [...(await many(12, 'c.example')), ...(await many(12, 'd.example'))];
    third.app.get(DeliveryWorker).start();
    await new Promise((resolve) => setTimeout(resolve, 400));
    await third.app.close();
    mailbox.behave({ delay: 0 });
    for (const id of ids) await reach(test, id, (row) => row.state === 'accepted');
    expect(mailbox.received).toHaveLength(24);
  });
});
