import type { DataSource, EntityManager } from 'typeorm';
import { transaction } from './sql.js';

/** Of one round, so that a flood does not hold it for ever. */
const AT_ONCE = 100;

/** Somebody else holds a row that is needed: PostgreSQL says so at once where it was asked with NOWAIT. */
const LOCK_NOT_AVAILABLE = '55P03';

export interface OneByOne<Row extends { id: string }> {
  /** The oldest that waits and is not among `passed`, its row locked; undefined when there is none. */
  take: (tx: EntityManager, passed: readonly string[]) => Promise<Row | undefined>;
  work: (tx: EntityManager, row: Row) => Promise<unknown>;
}

/**
 * Rows that wait to be worked on, each in a transaction of its own; several processes may do it at once. One that fails stays for the next
 * round and holds up none behind it. Throws what failed first when the others are done.
 */
export async function oneByOne<Row extends { id: string }>(
  db: DataSource,
  { take, work }: OneByOne<Row>,
): Promise<void> {
  const passed: string[] = [];
  const failures: unknown[] = [];
  for (let count = 0; count < AT_ONCE; count += 1) {
    let taken: Row | undefined;
    try {
      await transaction(db, async (tx) => {
        taken = await take(tx, passed);
        if (taken) await work(tx, taken);
      });
      if (!taken) break;
    } catch (error) {
      if (!taken) throw error;
      passed.push(taken.id);
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
