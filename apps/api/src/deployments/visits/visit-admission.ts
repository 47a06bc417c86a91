import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fingerprint, randomToken } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { first } from '../../db/sql.js';
import type { Browser, VisitSession } from './visit-browser.js';
import { TAKE_BACK } from './visit-budgets.sql.js';
import type { Target } from './visit-lookup.js';

/** What this try had spent; null where it was not asked. */
export interface SpentKeys {
  address: string | null;
  browser: string;
  typos: string | null;
  hour: string | null;
  day: string | null;
  portal: string | null;
}

const LIFE = '12 hours';
const KNOWN_FOR = '90 days';

/**
 * The visit, the browser that is known from now on under a new token (its rows at other deployments come along), and what the
 * try had cost given back: one statement, together or not at all.
 */
const ADMIT = `
  WITH ${TAKE_BACK},
  ended AS (DELETE FROM sessions WHERE token_hash = $7 AND kind = 'visit'),
  kept AS (
    UPDATE visit_browsers SET token_hash = $9, pin_version = CASE WHEN deployment_id = $11 THEN $12 ELSE pin_version END,
           expires_at = CASE WHEN deployment_id = $11 THEN now() + interval '${KNOWN_FOR}' ELSE expires_at END
     WHERE token_hash = $8 RETURNING id, deployment_id),
  made AS (
    INSERT INTO visit_browsers (id, token_hash, deployment_id, pin_version, expires_at)
    SELECT $10, $9, $11, $12, now() + interval '${KNOWN_FOR}' WHERE NOT EXISTS (SELECT 1 FROM kept WHERE deployment_id = $11) RETURNING id)
  INSERT INTO sessions (id, token_hash, kind, method, label_id, deployment_id, pin_version, visit_browser_id, ip, user_agent, idle_expires_at, expires_at)
  SELECT $13, $14, 'visit', 'label', $15, $11, $12, coalesce((SELECT id FROM kept WHERE deployment_id = $11), (SELECT id FROM made)), $16, $17,
         now() + interval '${LIFE}', now() + interval '${LIFE}'
  RETURNING expires_at AS "expiresAt", now() + interval '${KNOWN_FOR}' AS "knownUntil"`;

@Injectable()
export class VisitAdmission {
  constructor(private readonly db: DataSource) {}

  /** The PIN was right. */
  async admit(
    target: Target,
    { pinVersion, spent }: { pinVersion: number; spent: SpentKeys },
    browser: Browser,
  ): Promise<VisitSession> {
    const [id, token] = [randomToken(), randomToken()];
    const stored = await first<{ expiresAt: Date; knownUntil: Date }>(this.db, ADMIT, [
      spent.address,
      spent.browser,
      spent.typos,
      spent.hour,
      spent.day,
      spent.portal,
      browser.sessionId === undefined ? null : fingerprint(browser.sessionId),
      browser.token === undefined ? null : fingerprint(browser.token),
      fingerprint(token),
      newId(),
      target.deploymentId,
      pinVersion,
      newId(),
      fingerprint(id),
      target.labelId,
      browser.ip,
      browser.userAgent?.slice(0, 300) ?? null,
    ]);
    if (!stored) throw new Error('The visit was not stored');
    return { id, expiresAt: stored.expiresAt, browser: { token, expiresAt: stored.knownUntil } };
  }

  /** Another device of the same deployment: the visit goes on there under a new id, and ends when it would have ended (D4.6). */
  async move(visitId: string, target: Target): Promise<VisitSession | undefined> {
    const id = randomToken();
    const moved = await first<{ expiresAt: Date }>(
      this.db,
      `UPDATE sessions SET token_hash = $2, label_id = $3, last_seen_at = now()
        WHERE id = $1 AND kind = 'visit' AND expires_at > now() RETURNING expires_at AS "expiresAt"`,
      [visitId, fingerprint(id), target.labelId],
    );
    return moved && { id, expiresAt: moved.expiresAt };
  }
}
