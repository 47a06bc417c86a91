import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { fingerprint, randomToken } from '../config/keys.js';
import { newId } from '../db/id.js';
import { type Db, first, rows } from '../db/sql.js';
import { SessionCookies } from './cookies.js';
import type { OpenedSession } from './sessions.service.js';

export type { OpenedSession } from './sessions.service.js';

const HANDOVER_LIFE = `interval '1 minute'`;
const VIEW_LIFE = `interval '15 minutes'`;

interface Looking {
  staffId: string;
  identityId: string;
  contactId: string;
  ip: string;
}

/**
 * Sessions in which staff look at the portal as a contact sees it. One row from the start: first it waits for the token of the
 * address (`handover`), then it holds the id in the cookie (`view`). It belongs to both: it ends with the staff member's sessions and with the person's.
 */
@Injectable()
export class ViewSessions {
  constructor(
    private readonly db: DataSource,
    private readonly cookies: SessionCookies,
  ) {}

  async prepare(tx: Db, looking: Looking): Promise<{ token: string; expiresAt: Date }> {
    const token = randomToken();
    const row = await first<{ expiresAt: Date }>(
      tx,
      `INSERT INTO sessions (id, token_hash, kind, staff_id, identity_id, contact_id, method, ip, idle_expires_at, expires_at)
       VALUES ($1, $2, 'view', $3, $4, $5, 'handover', $6, now() + ${HANDOVER_LIFE}, now() + ${HANDOVER_LIFE}) RETURNING expires_at AS "expiresAt"`,
      [newId(), fingerprint(token), looking.staffId, looking.identityId, looking.contactId, looking.ip],
    );
    if (!row) throw new Error('The session was not stored');
    return { token, expiresAt: row.expiresAt };
  }

  /** One statement: of many at once, one wins (REC-4). The id in the cookie is another one than the token. */
  async open(
    token: string,
    browser: { ip: string; userAgent?: string | undefined },
  ): Promise<OpenedSession | undefined> {
    const id = randomToken();
    const row = await first<{ rowId: string; expiresAt: Date }>(
      this.db,
      `UPDATE sessions SET token_hash = $2, method = 'view', ip = $3, user_agent = $4, last_seen_at = now(),
              idle_expires_at = now() + ${VIEW_LIFE}, expires_at = now() + ${VIEW_LIFE}
        WHERE token_hash = $1 AND kind = 'view' AND method = 'handover' AND expires_at > now() RETURNING id AS "rowId", expires_at AS "expiresAt"`,
      [fingerprint(token), fingerprint(id), browser.ip, browser.userAgent?.slice(0, 300) ?? null],
    );
    return row && { id, ...row };
  }

  async end(request: FastifyRequest): Promise<void> {
    const id = this.cookies.read(request, 'view');
    if (id) await rows(this.db, `DELETE FROM sessions WHERE token_hash = $1 AND kind = 'view'`, [fingerprint(id)]);
  }
}
