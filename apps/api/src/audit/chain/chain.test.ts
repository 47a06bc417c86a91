import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { filled } from '../../../test/logins.js';
import { newCustomer } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { newId } from '../../db/id.js';
import { first, rows, transaction } from '../../db/sql.js';
import { BrokenAuditAlert } from '../../notifications/alerts/broken-audit-alert.js';
import { AuditService } from '../audit.service.js';
import { ChainCheck } from './chain-check.service.js';
import { ChainSealer } from './chain-sealer.service.js';
import type { AuditChainCheck } from './chain.dto.js';

describe('the chain over the audit (D26, CFG-6)', () => {
  const test = useApp();
  let client: Client;

  const check = async () => (await client.post<AuditChainCheck>('/audit-chain/check')).body;
  /** What somebody does who owns the database, not only the product's login. */
  const behindTheTrigger = (sql: string, values: unknown[] = []) =>
    transaction(test.db, async (tx) => {
      await rows(tx, 'SET LOCAL session_replication_role = replica');
      return rows<{ id: string }>(tx, sql, values);
    });
  const aLine = async (): Promise<string> => {
    await newCustomer(client);
    return (await first<{ id: string }>(test.db, `SELECT id FROM audit_events ORDER BY id DESC LIMIT 1`))?.id ?? '';
  };
  const TABLES = ['audit_events', 'audit_seals', 'audit_chain'];
  /** Runs statements behind the trigger, hands on what the check then finds, and puts everything back. */
  async function found(id: string, ...statements: string[]) {
    await test.app.get(ChainSealer).seal();
    const kept: unknown[] = [];
    for (const table of TABLES)
      kept.push(await rows(test.db, `SELECT * FROM (SELECT to_jsonb(t) AS row FROM ${table} t) x`));
    for (const sql of statements) await behindTheTrigger(sql, [id]);
    const result = await check();
    for (const [at, table] of TABLES.entries()) {
      await behindTheTrigger(`DELETE FROM ${table}`);
      const put = `INSERT INTO ${table} SELECT r.* FROM jsonb_array_elements($1::jsonb) x, jsonb_populate_record(NULL::${table}, x -> 'row') r`;
      await behindTheTrigger(put, [JSON.stringify(kept[at])]);
    }
    expect((await check()).broken).toBeNull();
    return result.broken;
  }

  beforeAll(async () => {
    ({ client } = await signedInStaff(test, 'admin'));
    await newCustomer(client);
  });

  describe('when somebody changes the table behind the product', () => {
    it('says that all lines stand unbroken, new ones included, and remembers it', async () => {
      const before = await check();
      const id = await aLine();
      const after = await check();
      expect(after.lines).toBe((before.lines ?? 0) + 1);
      expect(after.head.hash).not.toBe(before.head.hash);
      expect(after).toEqual({ ...(await client.get('/audit-chain')).body, next: null, done: after.lines });
      expect(after.checkedByName).toMatch(/^Staff/);
      const seal = await first(test.db, `SELECT position FROM audit_seals WHERE event_id = $1`, [id]);
      expect(seal).toEqual({ position: after.head.position });
    });

    it.each([
      ['what was done', `UPDATE audit_events SET action = 'customer.changed' WHERE id = $1`],
      ['who did it', `UPDATE audit_events SET actor_name = 'Somebody else' WHERE id = $1`],
      ['what it was about', `UPDATE audit_events SET customer_id = NULL WHERE id = $1`],
      ['a fact', `UPDATE audit_events SET detail = jsonb_set(detail, '{name}', '"Other"') WHERE id = $1`],
      ['the time, by a microsecond', `UPDATE audit_events SET at = at + interval '1 microsecond' WHERE id = $1`],
      ['the line and its MAC', `UPDATE audit_events SET ip = '10.0.0.1', mac = reverse(mac) WHERE id = $1`],
      ['called erased', `UPDATE audit_events SET detail = '{}', erased_mac = mac WHERE id = $1`],
      ['its seal', `UPDATE audit_seals SET hash = reverse(hash) WHERE event_id = $1`],
    ])('names the line when it is changed: %s', async (_what, sql) => {
      const id = await aLine();
      await aLine();
      expect(await found(id, sql)).toMatchObject({ kind: 'changed', eventId: id });
    });

    it('names the place of a line that was deleted, also when its seal went with it', async () => {
      const id = await aLine();
      await aLine();
      const line = `DELETE FROM audit_events WHERE id = $1`;
      const seal = `DELETE FROM audit_seals WHERE event_id = $1`;
      const gone = await found(id, line);
      expect(gone).toMatchObject({ kind: 'removed', eventId: id, at: null });
      expect(await found(id, line, seal)).toMatchObject({ kind: 'seals_changed', position: (gone?.position ?? 0) + 1 });
    });

    it('notices lines that were cut off at either end with their seals', async () => {
      const id = await aLine();
      const cut = [`DELETE FROM audit_events WHERE id = $1`, `DELETE FROM audit_seals WHERE event_id = $1`];
      expect(await found(id, ...cut)).toMatchObject({ kind: 'removed' });
      const back = `UPDATE audit_chain SET head_position = s.position, head_hash = s.hash FROM audit_seals s
                     WHERE s.position = (SELECT max(position) FROM audit_seals) AND $1::uuid IS NOT NULL`;
      expect(await found(id, ...cut, back)).toMatchObject({ kind: 'seals_changed' });
      const forward = `UPDATE audit_chain SET start_position = s.position, start_hash = s.hash, mac = '' FROM audit_seals s WHERE s.event_id = $1`;
      expect(await found(id, forward)).toMatchObject({ kind: 'seals_changed' });
    });

    it.each([
      ['now', null, 'NULL'],
      ['a year ago', '01900000-0000-7000-8000-000000000001', 'NULL'],
      ['a year ago, with a MAC of somebody else', '01900000-0000-7000-8000-000000000002', `'other'`],
    ])('names a line that was added: %s', async (_when, known, mac) => {
      await check();
      const id = known ?? newId();
      const sql = `INSERT INTO audit_events (id, action, actor_kind, mac) VALUES ($1, 'staff.signed_in', 'staff', ${mac})`;
      expect(await found(id, sql)).toMatchObject({
        kind: 'inserted',
        eventId: id,
        action: 'staff.signed_in',
      });
    });

    it('names a line that was added with a MAC of somebody else before its time was sealed', async () => {
      const sql = `INSERT INTO audit_events (id, action, actor_kind, mac) VALUES ($1, 'staff.signed_in', 'staff', 'other')`;
      const id = newId();
      expect(await found(id, sql)).toMatchObject({ kind: 'changed', eventId: id });
    });
  });

  it('is told by e-mail to who may read the audit, once for each break (D26)', async () => {
    await signedInStaff(test, 'viewer');
    const told = async () => {
      await test.app.get(BrokenAuditAlert).tellOnce();
      return rows<{ id: string; subject: string; body: string }>(
        test.db,
        `SELECT id, subject, body FROM notifications WHERE kind = 'audit-broken' ORDER BY id`,
      );
    };
    const id = await aLine();
    const name = (to: string) =>
      behindTheTrigger(`UPDATE audit_events SET actor_name = '${to}' || actor_name WHERE id = $1`, [id]);
    await check();
    expect(await told()).toEqual([]);
    await name('X');
    await check();
    expect(await told()).toMatchObject([{ body: expect.stringContaining('is not as it was written') }]);
    await check();
    const [mail, ...more] = await told();
    expect(more).toEqual([]);
    expect(await filled(test, mail?.id ?? '')).toMatchObject({
      values: { link: expect.stringMatching(/\/admin\/audit$/) },
    });
    await behindTheTrigger(`UPDATE audit_events SET actor_name = substr(actor_name, 2) WHERE id = $1`, [id]);
    await check();
    expect(await told()).toHaveLength(1);
    await name('Y');
    await check();
    expect(await told()).toHaveLength(2);
    await behindTheTrigger(`UPDATE audit_events SET actor_name = substr(actor_name, 2) WHERE id = $1`, [id]);
    expect((await check()).broken).toBeNull();
  });

  it('seals a line that was committed after younger ones, and lets writers go while it seals', async () => {
    const audit = test.app.get(AuditService);
    await transaction(test.db, async (tx) => {
      await audit.record(tx, { kind: 'system', name: 'test' }, 'test.done', { slow: true });
      await aLine();
      expect((await check()).broken).toBeNull();
    });
    const { lines } = await check();
    expect(await first(test.db, `SELECT count(*)::int AS lines FROM audit_events`)).toEqual({ lines });
    await transaction(test.db, async (tx) => {
      await rows(tx, `SELECT 1 FROM audit_chain FOR UPDATE`);
      expect(await aLine()).not.toBe('');
    });
  });

  it('takes turns when several processes seal at once: no line twice, none left', async () => {
    await check();
    await Promise.all([1, 2, 3, 4].map(aLine));
    const sealed = await Promise.all([1, 2, 3].map(() => test.app.get(ChainSealer).seal()));
    expect(sealed.reduce((sum, one) => sum + one, 0)).toBe(4);
    expect((await check()).broken).toBeNull();
  });

  it('is read in portions, whose places nobody else can name (CFG-6)', async () => {
    const all = await check();
    const chain = test.app.get(ChainCheck);
    const portions = [];
    let from: string | undefined;
    do {
      const part = await chain.check({ from, byName: null, portion: 4 });
      portions.push(part.done);
      expect(part.checkedByName === null).toBe(part.next === null);
      from = part.next ?? undefined;
    } while (from !== undefined);
    expect(portions).toEqual([...Array.from({ length: Math.floor(all.done / 4) }, (_, n) => 4 * (n + 1)), all.done]);
    const { next } = await chain.check({ byName: null, portion: 4 });
    const [position, hash] = JSON.parse(Buffer.from(next ?? '', 'base64url').toString()) as [number, string];
    const forged = Buffer.from(JSON.stringify([position + 4, hash, 'x'])).toString('base64url');
    expect((await client.post(`/audit-chain/check?from=${forged}`)).status).toBe(400);
    expect((await client.post<AuditChainCheck>(`/audit-chain/check?from=${next}`)).body).toMatchObject({
      lines: all.lines,
      broken: null,
    });
  });

  it('is checked once a day without anybody asking (CFG-6)', async () => {
    const chain = test.app.get(ChainCheck);
    await check();
    await chain.checkDaily();
    expect((await chain.last()).checkedByName).not.toBeNull();
    await rows(test.db, `UPDATE audit_chain SET checked_at = now() - interval '25 hours'`);
    await chain.checkDaily();
    const { checkedAt, checkedByName } = await chain.last();
    expect(checkedByName).toBeNull();
    expect(Date.now() - (checkedAt?.getTime() ?? 0)).toBeLessThan(60_000);
  });

  it('is refused to who may not read the audit, and to keys', async () => {
    const agent = await signedInStaff(test, 'agent');
    expect((await agent.client.get('/audit-chain')).status).toBe(403);
    expect((await agent.client.post('/audit-chain/check')).status).toBe(403);
    expect((await test.client().post('/audit-chain/check')).status).toBe(401);
  });

  it('still refuses every change by the product itself (INV-10)', async () => {
    const id = await aLine();
    const refused = (sql: string) => rows(test.db, sql, [id]);
    await expect(refused(`DELETE FROM audit_events WHERE id = $1`)).rejects.toThrow('append-only');
    await expect(refused(`UPDATE audit_events SET detail = '{}' WHERE id = $1`)).rejects.toThrow('append-only');
    const allowed = (mode: string, sql: string) =>
      transaction(test.db, async (tx) => {
        await rows(tx, `SELECT set_config('latchkey.audit', $1, true)`, [mode]);
        await rows(tx, sql, [id]);
      });
    await expect(allowed('forget', `DELETE FROM audit_events WHERE id = $1`)).rejects.toThrow('append-only');
    await expect(allowed('erase', `UPDATE audit_events SET action = 'x' WHERE id = $1`)).rejects.toThrow('append-only');
    await expect(allowed('erase', `UPDATE audit_events SET mac = 'x' WHERE id = $1`)).rejects.toThrow('append-only');
  });
});
