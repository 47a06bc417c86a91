import { describe, expect, it } from 'vitest';
import { useApp } from '../../test/app.js';
import { aCustomer, report, signedInContact } from '../../test/case-people.js';
import { signedInStaff } from '../../test/staff.js';
import { newId } from '../db/id.js';
import { rows } from '../db/sql.js';
import type { Dashboard } from './overview.dto.js';

const test = useApp();

const message = (state: string, to: string) =>
  rows(
    test.db,
    `INSERT INTO notifications (id, kind, to_address, destination, language, subject, body, state) VALUES ($1, 'x', $2, 'x', 'en', 'PIN {{pin}}', 'b', $3)`,
    [newId(), to, state],
  );

describe('GET /dashboard', () => {
  it('is empty at first, for staff only', async () => {
    const { client } = await signedInStaff(test, 'viewer');
    const none = { count: 0, more: false };
    expect((await client.get('/dashboard')).body).toEqual({
      peopleWithoutWayIn: none,
      pendingInvitations: none,
      failedMessages: none,
      lockedPeople: none,
      openCases: none,
      unassignedCases: none,
      accessRequests: none,
      peopleWithoutReset: none,
      needsYou: [],
    });
    expect((await test.client().get('/dashboard')).status).toBe(401);
    const person = await signedInContact(test, await aCustomer(test));
    expect((await person.client.get('/dashboard')).status).toBe(401);
  });

  it('counts people, messages and cases as the lists behind them show them, and names what needs somebody (ADR 42)', async () => {
    const { client, id: staffId } = await signedInStaff(test, 'agent');
    const customerId = await aCustomer(test, 'Counted');
    const person = await signedInContact(test, customerId);
    await rows(test.db, `UPDATE contacts SET way_in = 'both' WHERE identity_id IS NOT NULL`);
    for (const wayIn of ['never_invited', 'invitation_undelivered', 'contact_inactive', 'not_portal_user', 'waiting']) {
      await rows(test.db, `INSERT INTO contacts (id, customer_id, name_key, way_in) VALUES ($1, $2, 'x', $3)`, [
        newId(),
        customerId,
        wayIn,
      ]);
    }
    const [{ identity_id: identityId }] = (await rows<{ identity_id: string }>(
      test.db,
      `SELECT identity_id FROM contacts WHERE id = $1`,
      [person.contactId],
    )) as [{ identity_id: string }];
    for (const kind of ['pin', 'password']) {
      await rows(
        test.db,
        `INSERT INTO attempt_budgets (key, kind, identity_id, used, next_at) VALUES ($1, $1, $2, 7, now() + interval '5 minutes')`,
        [kind, identityId],
      );
    }
    for (const state of ['failed', 'refused', 'accepted', 'queued']) await message(state, `${state}@x.example`);
    const [unassigned, assigned, closed] = [
      (await report(person, 'Nobody has it')).body,
      (await report(person)).body,
      (await report(person)).body,
    ];
    await rows(test.db, `UPDATE cases SET assignee_id = $2 WHERE id = $1`, [assigned.id, staffId]);
    await rows(test.db, `UPDATE cases SET status = 'closed' WHERE id = $1`, [closed.id]);
    const { body } = await client.get<Dashboard>('/dashboard');
    const { needsYou, ...counts } = body;
    const counted = Object.fromEntries(Object.entries(counts).map(([name, { count }]) => [name, count]));
    expect(counted).toEqual({
      peopleWithoutWayIn: 3,
      pendingInvitations: 1,
      failedMessages: 2,
      lockedPeople: 1,
      openCases: 2,
      unassignedCases: 1,
      accessRequests: 0,
      peopleWithoutReset: 0,
    });
    for (const [name, list] of [
      ['peopleWithoutWayIn', '/reports/access?state=cannot&open=true'],
      ['pendingInvitations', '/reports/access?state=waiting'],
      ['lockedPeople', '/reports/access?reason=locked'],
      ['lockedPeople', '/contacts?access=locked'],
    ] as const)
      expect((await client.get(list)).body.items, list).toHaveLength(counted[name] ?? -1);
    expect(needsYou.map(({ kind, title }) => [kind, title])).toEqual([
      ['unassigned_case', `#${unassigned.number} Nobody has it`],
      ['failed_message', 'refused@x.example'],
      ['failed_message', 'failed@x.example'],
    ]);
  });

  it('stops counting at 10,000, and names at most ten', async () => {
    const { client } = await signedInStaff(test, 'agent');
    await rows(
      test.db,
      `INSERT INTO cases (id, number, customer_id, subject, source) SELECT gen_random_uuid(), nextval('case_number'), (SELECT id FROM customers LIMIT 1), 'Many', 'api' FROM generate_series(1, 10001)`,
    );
    for (let at = 0; at < 8; at += 1) await message('failed', `f${at}@x.example`);
    const { body } = await client.get('/dashboard');
    expect([body.openCases, body.unassignedCases, body.peopleWithoutWayIn]).toEqual([
      { count: 10_000, more: true },
      { count: 10_000, more: true },
      { count: 3, more: false },
    ]);
    expect(body.needsYou).toHaveLength(10);
    expect(body.needsYou.filter(({ kind }: { kind: string }) => kind === 'failed_message')).toHaveLength(5);
  });
});
