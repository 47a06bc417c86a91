import { describe, expect, it } from 'vitest';
import { startApp, testConfig, useApp } from '../../test/app.js';
import { newId } from '../db/id.js';
import { rows } from '../db/sql.js';
import { BUDGET_RULES, pinRule } from './budget-rules.js';
import { type Attempt, BudgetsService } from './budgets.service.js';

describe('attempt budgets', () => {
  const test = useApp();
  const service = () => test.app.get(BudgetsService);
  const attempt = (subject: string, rule: Attempt['rule'] = BUDGET_RULES.password): Attempt => ({
    kind: 'password',
    subject,
    rule,
  });
  const spend = (one: Attempt) => service().spend(test.db, one);
  /** As if the wait had passed. */
  const passTime = (one: Attempt) =>
    rows(test.db, `UPDATE attempt_budgets SET next_at = now() - interval '1 second' WHERE key = $1`, [
      service().key(one),
    ]);

  it('lets exactly the free tries through when 300 come at once (AUT-1)', async () => {
    const spent = await Promise.all(Array.from({ length: 300 }, () => spend(attempt('eva@nordic.example'))));
    expect(spent.filter((one) => one.allowed)).toHaveLength(5);
    expect(spent.filter((one) => !one.allowed).every((one) => one.waitSeconds > 0 && one.waitSeconds <= 30)).toBe(true);
  });

  it('shares one budget between two processes on one database (AUT-1, R22)', async () => {
    const other = await startApp(testConfig(test.config.database.url));
    try {
      const one = attempt('shared@nordic.example');
      const both = [service(), other.app.get(BudgetsService)];
      const spent = await Promise.all(
        Array.from({ length: 100 }, (_, index) => both[index % 2]!.spend(index % 2 ? other.db : test.db, one)),
      );
      expect(spent.filter((answer) => answer.allowed)).toHaveLength(5);
    } finally {
      await other.app.close();
    }
  });

  it('waits 30 s after the free tries, twice as long after each further one, 15 minutes at most', async () => {
    const one = attempt('waits@nordic.example');
    const waits: number[] = [];
    for (let tries = 1; tries <= 12; tries += 1) {
      waits.push((await spend(one)).waitSeconds);
      await passTime(one);
    }
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
  });

  it.each([
    ['password', BUDGET_RULES.password, 100],
    ['PIN of six digits', pinRule(6), 50],
    ['PIN of four digits', pinRule(4), 10],
  ])('ends a %s at its cap, however long one waits (AUT-1)', async (name, rule, cap) => {
    const one = attempt(`cap of ${name}`, rule);
    let allowed = 0;
    for (let tries = 0; tries < cap + 3; tries += 1) {
      if ((await spend(one)).allowed) allowed += 1;
      await passTime(one);
    }
    expect(allowed).toBe(cap);
    expect(await spend(one)).toEqual({ allowed: false, used: cap, waitSeconds: 900 });
    expect((await service().state(test.db, service().key(one), rule))?.capped).toBe(true);
  });

  it('treats a known and an unknown identifier alike (AUT-4)', async () => {
    const known = { ...attempt('known@nordic.example'), identityId: newId() };
    const unknown = attempt('unknown@nordic.example');
    const answers = async (one: Attempt) => [
      await spend(one),
      await spend(one),
      await spend(one),
      await spend(one),
      await spend(one),
      await spend(one),
    ];
    expect(await answers(known)).toEqual(await answers(unknown));
  });

  it('gives a known device ten tries in fifteen minutes, then ten again (AUT-5)', async () => {
    const one = { ...attempt('device-1', BUDGET_RULES.knownDevice), kind: 'knownDevice' };
    const first = await Promise.all(Array.from({ length: 30 }, () => spend(one)));
    expect(first.filter((answer) => answer.allowed)).toHaveLength(10);
    expect(first.find((answer) => !answer.allowed)?.waitSeconds).toBeGreaterThan(890);
    await passTime(one);
    expect(await spend(one)).toMatchObject({ allowed: true, used: 1 });
  });

  it('forgets on success, gives one try back, and lets staff lift a lock', async () => {
    const identityId = newId();
    const one = { ...attempt('lifted@nordic.example'), identityId };
    for (let tries = 0; tries < 5; tries += 1) await spend(one);
    await service().refund(test.db, one);
    expect((await spend(one)).allowed).toBe(true);
    expect((await spend(one)).allowed).toBe(false);
    expect(await service().lift(test.db, identityId)).toBe(1);
    expect(await spend(one)).toMatchObject({ allowed: true, used: 1 });
    await service().clear(test.db, [service().key(one)]);
    expect(await service().state(test.db, service().key(one), BUDGET_RULES.password)).toBeUndefined();
  });

  it('keeps kinds and subjects apart and shows neither in the table', async () => {
    const keys = [
      ['password', 'a'],
      ['pin', 'a'],
      ['password', 'b'],
      ['passworda', ''],
    ].map(([kind = '', subject = '']) => service().key({ kind, subject }));
    expect(new Set(keys).size).toBe(4);
    expect(JSON.stringify(await rows(test.db, 'SELECT * FROM attempt_budgets'))).not.toContain('nordic');
  });
});
