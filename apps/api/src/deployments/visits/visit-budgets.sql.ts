import type { WindowRule } from '../../budgets/budget-rules.js';
import { COUNTED, COUNTED_FROM, MOST_WRONG_TRIES } from '../portal/portal-tries.js';
import {
  ADDRESS_RULE,
  FREE_TRIES,
  LABEL_DAY,
  LABEL_HOUR,
  MOST_TAKEN_BACK,
  TYPOS_SECONDS,
  WAITS_SECONDS,
} from './visit-rules.js';

/** When a browser may try again after `n` tries at one label. The free tries leave the time in the past. */
const browserNextAt = (n: string) =>
  `CASE WHEN ${n} < ${FREE_TRIES} THEN now() - interval '1 hour'
        ELSE now() + make_interval(secs => (ARRAY[${WAITS_SECONDS.join(', ')}])[least(${n} - ${FREE_TRIES - 1}, ${WAITS_SECONDS.length})]) END`;

/** Spends one of a window that starts with the first try; no row where none is left. `when`: where the new row comes from. */
const spendWindow = (key: string, { kind, rule, when }: { kind: string; rule: WindowRule; when: string }) => `
    INSERT INTO attempt_budgets AS b (key, kind, used, next_at)
    SELECT ${key}::text, ${kind}, 1, now() + interval '${rule.windowSeconds} seconds' ${when}
    ON CONFLICT (key) DO UPDATE
      SET used = CASE WHEN b.next_at <= now() THEN 1 ELSE b.used + 1 END,
          next_at = CASE WHEN b.next_at <= now() THEN excluded.next_at ELSE b.next_at END, updated_at = now()
      WHERE b.next_at <= now() OR b.used < ${rule.max}
    RETURNING b.used`;

/** Known to be spent when the statement began: no row is locked then that everybody shares, and nothing of the label is spent while strangers are paused. */
const SPENT = `
  SELECT 1 FROM attempt_budgets b
   WHERE (b.key = $4 AND b.next_at > now() AND b.used >= ${LABEL_HOUR.max}) OR (b.key = $5 AND b.next_at > now() AND b.used >= ${LABEL_DAY.max})
      OR (b.key = $6 AND ${COUNTED} >= ${MOST_WRONG_TRIES})`;

/**
 * $1 address, $2 browser, $3 typos, $4 hour, $5 day, $6 portal: keys; $7 the address did its work; $8, $9 kinds of the shared rows.
 * One after the other, always in this order, each only when the one before had a try left: what comes first is the least
 * to lose, and parallel tries cannot lock each other out.
 */
export const SPEND_TRY = `
  WITH address AS (${spendWindow('$1', { kind: `'visit-address'`, rule: ADDRESS_RULE, when: 'WHERE NOT $7::boolean' })}),
  browser AS (
    INSERT INTO attempt_budgets AS b (key, kind, used, next_at)
    SELECT $2::text, 'visit-browser', 1, ${browserNextAt('1')} WHERE $7::boolean OR EXISTS (SELECT 1 FROM address)
    ON CONFLICT (key) DO UPDATE SET used = b.used + 1, next_at = ${browserNextAt('(b.used + 1)')}, updated_at = now()
      WHERE b.next_at <= now()
    RETURNING b.next_at),
  typos AS (${spendWindow('$3', { kind: `'visit-typos'`, rule: { max: 1_000_000, windowSeconds: TYPOS_SECONDS }, when: 'FROM browser' })}),
  hour AS (${spendWindow('$4', { kind: '$8', rule: LABEL_HOUR, when: `FROM typos WHERE NOT EXISTS (${SPENT})` })}),
  day AS (${spendWindow('$5', { kind: '$8', rule: LABEL_DAY, when: 'FROM hour' })}),
  portal AS (
    INSERT INTO attempt_budgets AS b (key, kind, used, next_at) SELECT $6::text, $9, 1, now() FROM day
    ON CONFLICT (key) DO UPDATE SET used = ${COUNTED} + 1, next_at = ${COUNTED_FROM}, updated_at = now()
      WHERE ${COUNTED} < ${MOST_WRONG_TRIES}
    RETURNING b.used)
  SELECT $7::boolean OR EXISTS (SELECT 1 FROM address) AS "isAddressOpen", (SELECT used FROM portal) AS counted,
         greatest(0, ceil(extract(epoch FROM coalesce((SELECT next_at FROM browser),
           (SELECT b.next_at FROM attempt_budgets b WHERE b.key = $2), now()) - now())))::int AS "waitSeconds"`;

/** Takes `n` back; `after` names the step before, so that rows are locked in the order of SPEND_TRY. */
const takeBack = (key: string, n: string, after: string) =>
  `UPDATE attempt_budgets SET used = greatest(0, used - ${n}) WHERE key = ${key} AND (SELECT count(*) FROM ${after}) >= 0 RETURNING 1`;

/**
 * $1-$6 as in SPEND_TRY, with null for what was not spent. This try was no guess; and of this browser's own wrong tries of the
 * last ten minutes up to three were none either (D4.5): only who knows the PIN can cause it.
 */
export const TAKE_BACK = `
  typos AS MATERIALIZED (
    SELECT 1 + least(${MOST_TAKEN_BACK}, coalesce((SELECT b.used - 1 FROM attempt_budgets b WHERE b.key = $3 AND b.next_at > now()), 0)) AS n),
  address AS (UPDATE attempt_budgets SET used = greatest(0, used - 1) WHERE key = $1 RETURNING 1),
  own AS (DELETE FROM attempt_budgets WHERE key IN ($2, $3) AND (SELECT count(*) FROM address) >= 0 AND (SELECT n FROM typos) > 0 RETURNING 1),
  hour AS (${takeBack('$4', '(SELECT n FROM typos)', 'own')}),
  day AS (${takeBack('$5', '(SELECT n FROM typos)', 'hour')}),
  portal AS (${takeBack('$6', '(SELECT n FROM typos)', 'day')})`;
