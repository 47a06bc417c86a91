import type pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';

/** Anything that runs SQL: the pool, or the transaction a caller is in. */
export type Db = DataSource | EntityManager;

/**
 * What runs a statement: TypeORM's own pool, or the connection of the transaction the caller is in; without the query
 * runner's events and logs for each call, because statements are many and small.
 */
function runnerOf(db: Db): pg.Pool | pg.ClientBase {
  const source = db instanceof DataSource ? db : db.dataSource;
  const held = db instanceof DataSource ? undefined : db.queryRunner;
  if (held) return (held as unknown as { databaseConnection: pg.ClientBase }).databaseConnection;
  return (source.driver as unknown as { master: pg.Pool }).master;
}

/** Rows of any statement, also of an UPDATE or DELETE with RETURNING. */
export async function rows<T>(db: Db, sql: string, values: unknown[] = []): Promise<T[]> {
  return (await runnerOf(db).query<T & pg.QueryResultRow>(sql, values)).rows;
}

/** The first row, or undefined. */
export async function first<T>(db: Db, sql: string, values: unknown[] = []): Promise<T | undefined> {
  return (await rows<T>(db, sql, values))[0];
}

/**
 * To be selected in a statement that is a transaction of its own: its commit does not wait for the disk. Everybody sees it at
 * once and no crash of ours loses it; a crash of PostgreSQL may lose the last half second. Never inside a transaction: it would hold for all of it.
 */
export const WITHOUT_WAITING = `set_config('synchronous_commit', 'off', true)`;

/**
 * Statements of one transaction that do not need each other's answers: they travel in one journey, in this order (pipeline).
 * All have ended when this settles, whatever failed; Promise.all would leave some running on a connection that others have by then.
 */
export async function together<T extends readonly unknown[]>(...work: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const ended = await Promise.allSettled(work);
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return ended.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as T;
}

/** Makes `%`, `_` and `\` ordinary characters in a LIKE pattern (INP-5). */
export const likeText = (text: string): string => text.replace(/[%_\\]/g, '\\$&');

const RETRY = new Set(['40001', '40P01']);

const TRIES = 5;
const LONGEST_PAUSE_MS = 50;

/** Those who collided do not meet again at the same moment. */
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_PAUSE_MS));

/** A short transaction, tried again when PostgreSQL says it collided (40001, 40P01). */
export async function transaction<T>(db: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(db, work);
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (!code || !RETRY.has(code) || attempt === TRIES) throw error;
      await aMoment();
    }
  }
}

async function once<T>(db: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  const runner = db.createQueryRunner();
  try {
    await runner.connect();
    // Not waited for: it travels with the first statement. If it failed, so does that one.
    const begun = rows(runner.manager, 'START TRANSACTION');
    begun.catch(() => undefined);
    const result = await work(runner.manager);
    await begun;
    await rows(runner.manager, 'COMMIT');
    return result;
  } catch (error) {
    await rows(runner.manager, 'ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
