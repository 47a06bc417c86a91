import type pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';

/** Anything that runs SQL: the pool, or the transaction a caller is in. */
export type Db = DataSource | EntityManager;

/**
 * TypeORM's own pool, without the query runner and its events that it makes for each call: hot reads are many and small.
 * Inside a transaction the manager's runner is what holds the connection.
 */
const poolOf = (db: DataSource): pg.Pool => (db.driver as unknown as { master: pg.Pool }).master;

/** Rows of any statement. TypeORM answers UPDATE and DELETE with [rows, count]; here it is always rows (use RETURNING). */
export async function rows<T>(db: Db, sql: string, values: unknown[] = []): Promise<T[]> {
  if (db instanceof DataSource) return (await poolOf(db).query<T & pg.QueryResultRow>(sql, values)).rows;
  const result: unknown = await db.query(sql, values);
  if (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number')
    return result[0] as T[];
  return result as T[];
}

/** The first row, or undefined. */
export async function first<T>(db: Db, sql: string, values: unknown[] = []): Promise<T | undefined> {
  return (await rows<T>(db, sql, values))[0];
}

/** Makes `%`, `_` and `\` ordinary characters in a LIKE pattern (INP-5). */
export const likeText = (text: string): string => text.replace(/[%_\\]/g, '\\$&');

const RETRY = new Set(['40001', '40P01']);

/** A short transaction, tried again up to three times when PostgreSQL says it collided (40001, 40P01). */
export async function transaction<T>(db: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(work);
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (!code || !RETRY.has(code) || attempt === 3) throw error;
    }
  }
}
