import { MailerService } from '@nestjs-modules/mailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import { type Mailbox, startMailbox } from '../../../test/mailbox.js';
import { enqueue, reach, registerTestKind, stateOf, useMailServer } from '../../../test/messages.js';
import { signedInStaff } from '../../../test/staff.js';
import type { Config } from '../../config/config.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';
import { SettingsService } from '../../settings/settings.service.js';
import { MailProfilesService } from '../senders/mail-profiles.service.js';
import { Senders } from '../senders/senders.js';
import { SmsServer } from '../sms/sms-server.js';
import { Deliveries } from './deliveries.js';
import { Delivery } from './delivery.js';
import { DeliveryWorker } from './delivery.worker.js';
import { MailServer, type Outlet } from './mail-server.js';

describe('mail servers', () => {
  const test = useApp();
  let encrypted: Mailbox;
  const message = { subject: 's', text: 't', html: '<p>t</p>' };

  beforeAll(async () => {
    // smtp-server brings a certificate that it signed itself, for localhost.
    encrypted = await startMailbox({
      disabledCommands: [],
      authOptional: false,
      onAuth: ({ username, password }, _session, done) =>
        username === 'nordic' && password === 'pass word'
          ? done(null, { user: username })
          : done(new Error('Invalid username or password')),
    });
    registerTestKind(test);
  });
  afterAll(() => encrypted.stop());

  const inProduction = (): [MailServer, Config] => {
    const config: Config = { ...test.config, mode: 'production', worker: { slots: 2, leaseSeconds: 3 } };
    const settings = test.app.get(SettingsService);
    const senders = new Senders(settings, test.app.get(MailProfilesService), config);
    return [new MailServer(test.app.get(MailerService), settings, senders, config), config];
  };

  it('with a certificate nobody vouches for are refused in production and taken in development (MSG-9)', async () => {
    const { client } = await signedInStaff(test, 'owner');
    const { version } = (await client.get('/settings')).body;
    const mail = {
      host: '127.0.0.1',
      port: encrypted.port,
      secure: 'starttls',
      user: 'nordic',
      password: 'pass word',
      fromAddress: 'portal@nordic.example',
    };
    expect((await client.patch('/settings', { mail }, { 'if-match': `"${version}"` })).status).toBe(200);
    const [production] = inProduction();
    await expect(production.sendOnce({ id: newId(), to: 'eva@nordic.example', message }, null)).rejects.toThrow(
      /self-signed|certificate/,
    );
    expect(encrypted.received).toHaveLength(0);
    expect((await client.post('/settings/mail-test', { to: 'eva@nordic.example' })).body).toMatchObject({
      accepted: true,
    });
    expect(encrypted.received).toHaveLength(1);
  });

  it('with a wrong password say so in their own words, and the message waits until the settings are mended (R31, MSG-8)', async () => {
    const { client } = await signedInStaff(test, 'owner');
    const change = async (mail: object) =>
      client.patch('/settings', { mail }, { 'if-match': `"${(await client.get('/settings')).body.version}"` });
    await change({ password: 'canary-wrong-password' });
    test.app.get(DeliveryWorker).start();
    const id = await enqueue(test);
    const row = await reach(test, id, (one) => one.events.at(-1) === 'deferred');
    expect(row.lastError).toContain('Invalid username or password');
    expect(JSON.stringify(row)).not.toContain('canary');
    await change({ password: 'pass word' });
    expect((await client.post(`/notifications/${id}/retry`)).status).toBe(200);
    expect((await reach(test, id, (one) => one.state === 'accepted')).events).toContain('retried');
    await test.app.get(DeliveryWorker).stop();
  });

  it('that are not set up let messages wait in production, and let them expire; the list says so (R31)', async () => {
    await useMailServer(test, null);
    const [mail, config] = inProduction();
    expect(await mail.mode()).toBe('off');
    const sms = new SmsServer(test.db, test.app.get(SettingsService), mail, config);
    const worker = new DeliveryWorker(test.app.get(Deliveries), test.app.get(Delivery), mail, sms, config);
    const late = await enqueue(test, { expiresAt: new Date(Date.now() - 1_000) });
    const lateSms = await enqueue(test, { channel: 'sms', to: '+46701234567', expiresAt: new Date(0) });
    const id = await enqueue(test);
    worker.start();
    await reach(test, late, (row) => row.state === 'expired');
    expect((await reach(test, lateSms, (row) => row.state === 'expired')).details.at(-1)).toContain('no SMS provider');
    expect(await stateOf(test, id)).toMatchObject({ state: 'queued', attempts: 0 });
    await worker.stop();
  });
});

describe('a mail server whose settings change', () => {
  const test = useApp();

  it('still takes what it was given before, and gets no more (R31, S2.17)', async () => {
    const [before, after] = await Promise.all([startMailbox(), startMailbox()]);
    const server = test.app.get(MailServer);
    const send = (outlet: Outlet) =>
      outlet.send({ id: newId(), to: 'eva@nordic.example', message: { subject: 's', text: 't', html: '<p>t</p>' } });
    try {
      before.behave({ delay: 200 });
      await useMailServer(test, before);
      const outlet = await server.outlet();
      // One more than it has connections: that one is still in our hands when the settings change.
      const given = Array.from({ length: test.config.worker.slots + 1 }, () => send(outlet));
      await useMailServer(test, after);
      await send(await server.outlet());
      await Promise.all(given);
      expect([before.received.length, after.received.length]).toEqual([given.length, 1]);
    } finally {
      server.close();
      await Promise.all([before.stop(), after.stop()]);
    }
  });
});

describe('the worker when its connections are cut', () => {
  const test = useApp();

  it('listens again by itself, and is quick again (R7)', async () => {
    registerTestKind(test);
    test.app.get(DeliveryWorker).start();
    await reach(test, await enqueue(test), (row) => row.state === 'accepted');
    const listening = () =>
      rows<{ pid: number }>(
        test.db,
        `SELECT pid FROM pg_stat_activity WHERE application_name = 'latchkey listen' AND datname = current_database() AND query LIKE 'LISTEN%'`,
      );
    const [before] = await listening();
    await rows(
      test.db,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    const until = Date.now() + 8_000;
    let after = await listening().catch(() => []);
    while ((after.length === 0 || after[0]?.pid === before?.pid) && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      after = await listening().catch(() => []);
    }
    expect(after).toHaveLength(1);
    expect(after[0]?.pid).not.toBe(before?.pid);
    const id = await enqueue(test);
    await reach(test, id, (row) => row.state === 'accepted');
  });
});
