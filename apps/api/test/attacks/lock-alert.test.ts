import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rows } from '../../src/db/sql.js';
import { renderMessage } from '../../src/notifications/rendering/message-renderer.js';
import { useApp } from '../app.js';
import type { Client } from '../client.js';
import { aPerson, filled, passwordOf, pinOf, signIn, signInWith } from '../logins.js';
import { signedInStaff } from '../staff.js';

const test = useApp();
let staff: Client;
let agentEmail: string;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
  agentEmail = (await signedInStaff(test, 'agent')).email;
  await signedInStaff(test, 'viewer');
  const gone = await signedInStaff(test, 'owner');
  await rows(test.db, `UPDATE staff_members SET status = 'inactive' WHERE id = $1`, [gone.id]);
  await rows(test.db, `UPDATE staff_members SET language = 'sv' WHERE role = 'agent'`);
});
beforeEach(() => rows(test.db, `DELETE FROM notifications WHERE kind = 'lock-alert'`));

const alerts = () =>
  rows<{ id: string; to: string; language: string; subject: string; body: string; data: Record<string, string> }>(
    test.db,
    `SELECT id, to_address AS to, language, subject, body, data FROM notifications WHERE kind = 'lock-alert' ORDER BY to_address`,
  );

/** A wrong try from a new browser after so many that failed. */
async function tryAt(used: number, identifier: string): Promise<void> {
  const kind = identifier.includes('@') ? 'password' : 'pin';
  const late = `UPDATE attempt_budgets SET used = $1, next_at = now() - interval '1 hour' WHERE kind = $2 AND identity_id IS NOT NULL`;
  if (used > 0) await rows(test.db, late, [used, kind]);
  expect((await signIn(test, identifier, kind === 'pin' ? '000000' : 'not the password')).answer.status).toBe(401);
}

describe('the last try at a login', () => {
  it('tells those who may lift the lock, once a day, and stands in the activity (D6)', async () => {
    const person = await aPerson(staff, { firstName: 'Eva', lastName: '{{link}}' });
    await pinOf(staff, person.id);
    await tryAt(0, person.phone);
    await tryAt(48, person.phone);
    expect(await alerts()).toEqual([]);
    await tryAt(49, person.phone);
    expect(await alerts()).toMatchObject([
      { to: expect.stringContaining('admin'), language: 'en', subject: 'Sign-in by PIN is paused for {{person}}' },
      { to: agentEmail, language: 'sv', subject: 'Inloggning med PIN är pausad för {{person}}' },
    ]);
    await tryAt(50, person.phone);
    await tryAt(49, person.phone);
    expect(await alerts()).toHaveLength(2);
    const events = await rows(
      test.db,
      `SELECT detail FROM audit_events e JOIN identities i ON i.id = e.identity_id WHERE i.email = $1 AND action = 'sign_in.paused'`,
      [person.email],
    );
    expect(events).toMatchObject([{ detail: { method: 'pin', tries: 50 } }, { detail: { method: 'pin', tries: 50 } }]);
    expect(
      (await staff.get(`/contacts/${person.id}/activity`)).body.items.map((item: { action: string }) => item.action),
    ).toContain('sign_in.paused');
    expect((await staff.get(`/contacts/${person.id}/access`)).body).toMatchObject({
      access: 'locked',
      locks: [{ kind: 'pin', used: 50, isPaused: true }],
      deliveries: [],
    });
  });

  it('leads to the contact, and what people are called stays text', async () => {
    const person = await aPerson(staff, { firstName: 'Eva', lastName: '<b>{{link}}</b>' });
    const password = await passwordOf(staff, person.id);
    await tryAt(0, person.email);
    await tryAt(99, person.email);
    const [alert] = await alerts();
    const message = await filled(test, alert!.id);
    if ('cancelled' in message) throw new Error(message.cancelled);
    const frame = { company: 'Co', color: '#0f766e', footer: '', contact: { phone: '', email: '', text: '' } };
    const origins = {
      portalOrigin: test.config.portalOrigin,
      portalOrigins: [test.config.portalOrigin],
      adminOrigin: test.config.adminOrigin,
      language: 'en',
    };
    const { subject, text, html } = renderMessage({ ...alert!, ...message, secret: [] } as never, {
      ...frame,
      ...origins,
    });
    expect(subject).toBe('Sign-in by password is paused for Eva <b>{{link}}</b>');
    expect(text).toContain(`${test.config.adminOrigin}/admin/contacts/${person.id}`);
    expect(text).toContain('100 times');
    expect(html).not.toContain('<b>');
    expect(JSON.stringify(await alerts())).not.toContain(password);
  });

  it('comes sooner with a PIN of four digits: the tenth', async () => {
    const person = await aPerson(staff);
    await pinOf(staff, person.id);
    await rows(
      test.db,
      `UPDATE credentials SET length = 4 WHERE kind = 'pin' AND identity_id = (SELECT id FROM identities WHERE email = $1)`,
      [person.email],
    );
    await tryAt(0, person.phone);
    await tryAt(8, person.phone);
    expect(await alerts()).toEqual([]);
    await tryAt(9, person.phone);
    expect(await alerts()).toHaveLength(2);
  });

  it('tells staff too when it is spent on the own password, signed in', async () => {
    const person = await aPerson(staff);
    const password = await passwordOf(staff, person.id);
    const { client } = await signIn(test, person.email, password);
    const change = () =>
      client.put('/portal/password', { currentPassword: 'not it', newPassword: 'wolke sieben im regen' });
    await change();
    await rows(test.db, `UPDATE attempt_budgets SET used = 99 WHERE kind = 'password' AND identity_id IS NOT NULL`);
    expect((await change()).status).toBe(422);
    expect(await alerts()).toHaveLength(2);
  });

  it('tells of twenty people an hour, not more', async () => {
    for (let count = 0; count < 22; count += 1) {
      const person = await aPerson(staff);
      await pinOf(staff, person.id);
      await tryAt(0, person.phone);
      await tryAt(49, person.phone);
    }
    const people = `SELECT count(DISTINCT identity_id)::int AS n FROM notifications WHERE kind = 'lock-alert'`;
    // The tests above told of four more within this hour.
    expect(await rows(test.db, people)).toEqual([{ n: 16 }]);
  });
});

describe('nobody is told', () => {
  it('of a browser that used up its own tries, or of somebody who does not exist', async () => {
    const person = await aPerson(staff);
    const { client } = await signIn(test, person.phone, await pinOf(staff, person.id));
    for (let guess = 0; guess < 12; guess += 1) await signInWith(client, person.phone, '000000');
    await tryAt(0, 'nobody@nowhere.example');
    await rows(
      test.db,
      `UPDATE attempt_budgets SET used = 99, next_at = now() WHERE identity_id IS NULL AND kind = 'password'`,
    );
    await tryAt(0, 'nobody@nowhere.example');
    expect(await alerts()).toEqual([]);
  });
});
