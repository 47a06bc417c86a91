import { Injectable } from '@nestjs/common';
import { type Db, rows } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import type { OwnDevice } from './known-device.dto.js';

const IS_OPEN = `s.kind = 'contact' AND s.expires_at > now() AND s.idle_expires_at > now()`;
const IS_CURRENT = `s.id IS NOT DISTINCT FROM $2::uuid`;

/** Known browsers, and sessions whose browser was forgotten since: a new password forgets them all. */
const DEVICES = `
  SELECT d.id, coalesce(s.user_agent, d.user_agent) AS "userAgent", d.created_at AS "firstSeenAt",
         greatest(d.last_seen_at, s.last_seen_at) AS "lastSeenAt", s.id IS NOT NULL AS "isSignedIn", coalesce(s.is_current, false) AS "isCurrent"
    FROM known_devices d LEFT JOIN LATERAL (
         SELECT s.id, s.user_agent, s.last_seen_at, ${IS_CURRENT} AS is_current FROM sessions s
          WHERE s.identity_id = d.identity_id AND s.known_device_id = d.id AND ${IS_OPEN}
          ORDER BY ${IS_CURRENT} DESC, s.last_seen_at DESC LIMIT 1) s ON true
   WHERE d.identity_id = $1 AND d.expires_at > now()
  UNION ALL
  SELECT s.id, s.user_agent, s.created_at, s.last_seen_at, true, ${IS_CURRENT} FROM sessions s
   WHERE s.identity_id = $1 AND ${IS_OPEN}
     AND NOT EXISTS (SELECT 1 FROM known_devices d WHERE d.id = s.known_device_id AND d.identity_id = $1 AND d.expires_at > now())
   ORDER BY "isCurrent" DESC, "lastSeenAt" DESC, id LIMIT 100`;

/** The browsers of one login (SES-5): where it is signed in, and which are known. Every statement carries the identity: a foreign one is a 404. */
@Injectable()
export class KnownDevicesService {
  list(db: Db, identityId: string, currentSessionId: string | null = null): Promise<OwnDevice[]> {
    return rows<OwnDevice>(db, DEVICES, [identityId, currentSessionId]);
  }

  /** Signs the browser out and forgets it. Throws row.not_found. */
  async end(tx: Db, identityId: string, id: string): Promise<void> {
    const sessions = await rows(
      tx,
      `DELETE FROM sessions WHERE identity_id = $1 AND kind = 'contact' AND (known_device_id = $2 OR id = $2) RETURNING id`,
      [identityId, id],
    );
    const known = await rows(tx, `DELETE FROM known_devices WHERE identity_id = $1 AND id = $2 RETURNING id`, [
      identityId,
      id,
    ]);
    if (sessions.length + known.length === 0) throw new AppError('row.not_found');
  }

  /** All, or all but the one with this session. Answers how many were signed out. */
  async endAll(tx: Db, identityId: string, exceptSessionId: string | null = null): Promise<number> {
    const ended = await rows(
      tx,
      `DELETE FROM sessions WHERE identity_id = $1 AND kind = 'contact' AND id IS DISTINCT FROM $2::uuid RETURNING id`,
      [identityId, exceptSessionId],
    );
    await rows(
      tx,
      `DELETE FROM known_devices WHERE identity_id = $1 AND id IS DISTINCT FROM (SELECT known_device_id FROM sessions WHERE id = $2::uuid)`,
      [identityId, exceptSessionId],
    );
    return ended.length;
  }
}
