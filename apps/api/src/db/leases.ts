import { newId } from './id.js';
import { type Db, first, rows } from './sql.js';

/**
 * Work that outlives a request is a row with a lease (architecture.md). A table takes part by having the columns
 * `id uuid`, `lease_until timestamptz` and `lease_token uuid`; `state` and whatever says when a row is due are its own.
 *
 *   claim   takes due rows for this process, each row for one process only, however many ask at once;
 *   extend  keeps them while the work goes on;
 *   finish  writes the result, only where the lease is still ours: a process that was thought dead cannot overwrite its heir.
 *
 * A process that dies lets its leases lapse. Rows whose lease has lapsed are due again: say so in `where`, for example
 * `state = 'running' AND (lease_until IS NULL OR lease_until < now())`. All times are the database's (CFG-11).
 */
export interface Claim {
  /** Table name. Names and SQL pieces here are written in code, never taken from outside. */
  table: string;
  /** Which rows may be taken; the row is `job`. Values are $1, $2, ... of `values`. */
  where: string;
  values?: unknown[];
  /** Oldest first by default: 'job.id' (ids are UUIDv7). */
  orderBy?: string;
  limit: number;
  leaseSeconds: number;
  /** Further assignments of the claim, for example `state = 'sending', attempts = job.attempts + 1`. */
  set?: string;
  /** What to answer besides id and leaseToken, for example `job.kind, job.to_address AS "toAddress"`. */
  returning?: string;
}

export interface Lease {
  id: string;
  leaseToken: string;
}

/** Takes up to `limit` rows in one statement. Answers them with the token that finish and extend ask for. */
export async function claim<T extends object>(db: Db, wanted: Claim): Promise<(Lease & T)[]> {
  const values = wanted.values ?? [];
  const [token, seconds, limit] = [1, 2, 3].map((place) => `$${values.length + place}`);
  // MATERIALIZED: the rows are picked and locked once, whatever plan the update gets.
  return rows<Lease & T>(
    db,
    `WITH picked AS MATERIALIZED (
       SELECT job.id FROM ${wanted.table} job WHERE ${wanted.where} ORDER BY ${wanted.orderBy ?? 'job.id'} LIMIT ${limit} FOR UPDATE OF job SKIP LOCKED)
     UPDATE ${wanted.table} job SET lease_token = ${token}, lease_until = now() + make_interval(secs => ${seconds})${wanted.set ? `, ${wanted.set}` : ''}
       FROM picked WHERE job.id = picked.id
     RETURNING job.id, job.lease_token AS "leaseToken"${wanted.returning ? `, ${wanted.returning}` : ''}`,
    [...values, newId(), wanted.leaseSeconds, wanted.limit],
  );
}

/** Keeps leases for another `leaseSeconds`. Answers the ids that are still ours. */
export async function extend(
  db: Db,
  table: string,
  held: { leases: Lease[]; leaseSeconds: number },
): Promise<string[]> {
  const kept = await rows<{ id: string }>(
    db,
    `UPDATE ${table} job SET lease_until = now() + make_interval(secs => $3)
       FROM unnest($1::uuid[], $2::uuid[]) AS held (id, token) WHERE job.id = held.id AND job.lease_token = held.token RETURNING job.id`,
    [held.leases.map((lease) => lease.id), held.leases.map((lease) => lease.leaseToken), held.leaseSeconds],
  );
  return kept.map((row) => row.id);
}

export interface Result {
  /** Assignments with $1, $2, ... of `values`. */
  set: string;
  values?: unknown[];
  /** One more statement that happens together with it, for example `INSERT INTO events (job_id) SELECT id FROM done`. */
  also?: string;
}

/**
 * Ends the lease and writes what came of the work.
 * False when the lease was lost in the meantime: then nothing was written, and nothing may be.
 */
export async function finish(db: Db, lease: Lease & { table: string }, result: Result): Promise<boolean> {
  const values = result.values ?? [];
  const done = await first<{ id: string }>(
    db,
    `WITH done AS (
       UPDATE ${lease.table} SET lease_token = NULL, lease_until = NULL, ${result.set}
        WHERE id = $${values.length + 1} AND lease_token = $${values.length + 2} RETURNING id)
     ${result.also ? `, also AS (${result.also})` : ''} SELECT id FROM done`,
    [...values, lease.id, lease.leaseToken],
  );
  return done !== undefined;
}
