import { type Db, first } from '../db/sql.js';

/** So long a message may wait before the queue is said to hang. */
const HANGS_MINUTES = 10;

const OLDEST = `
  SELECT (SELECT min(created_at) FROM (SELECT created_at FROM notifications WHERE state = 'queued' AND channel = $1 ORDER BY id LIMIT 1) q) AS "oldestQueued",
         (SELECT last_error FROM notifications WHERE state = 'queued' AND channel = $1 AND attempts > 0 ORDER BY id LIMIT 1) AS error`;

/** How long the oldest message has waited, and what it was told last; undefined while that is no long time. */
export async function hanging(
  db: Db,
  channel: 'email' | 'sms',
): Promise<{ minutes: string; error: string } | undefined> {
  const found = await first<{ oldestQueued: Date | null; error: string | null }>(db, OLDEST, [channel]);
  const minutes = found?.oldestQueued ? (Date.now() - found.oldestQueued.getTime()) / 60_000 : 0;
  if (minutes <= HANGS_MINUTES) return undefined;
  return { minutes: String(Math.floor(minutes)), error: found?.error ?? '–' };
}
