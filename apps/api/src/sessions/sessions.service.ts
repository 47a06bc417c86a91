import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fingerprint, randomToken } from '../config/keys.js';
import { newId } from '../db/id.js';
import { type Db, first, rows } from '../db/sql.js';
import { DEFAULT_SETTINGS } from '../settings/settings.dto.js';

interface Opening {
  kind: 'staff' | 'contact';
  staffId?: string;
  identityId?: string;
  contactId?: string | null;
  method: 'password' | 'pin' | 'link';
  mustChange?: boolean;
  /** May only set up the second step of sign-in. */
  mustEnrol?: boolean;
  knownDeviceId?: string | undefined;
  /** Absolute life, when shorter than usual: until the password that must change is changed. */
  minutes?: number | undefined;
  ip: string;
  userAgent?: string | undefined;
}

export type StaffOpening = Pick<Opening, 'method' | 'ip' | 'userAgent'> & { staffId: string };

export interface OpenedSession {
  /** The random id for the cookie: the only place where it is ever whole. */
  id: string;
  rowId: string;
  expiresAt: Date;
}

type Limit = keyof typeof DEFAULT_SETTINGS.sessions;

/** A limit of the settings (D13), read where it is used: a change holds for the next session. */
const limit = (unit: 'mins' | 'hours' | 'days', name: Limit): string =>
  `make_interval(${unit} => coalesce((SELECT data -> 'sessions' ->> '${name}' FROM settings WHERE id = 1)::int, ${DEFAULT_SETTINGS.sessions[name]}))`;

/** Absolute life of a session. */
const ABSOLUTE = { staff: limit('hours', 'staffHours'), contact: limit('days', 'contactDays') } as const;

const USUAL_LIFE = `CASE kind WHEN 'staff' THEN ${ABSOLUTE.staff} ELSE ${ABSOLUTE.contact} END`;

/** How long a session may lie idle. */
const IDLE = { staff: limit('mins', 'staffIdleMinutes'), contact: limit('days', 'contactIdleDays') } as const;

@Injectable()
export class SessionsService {
  constructor(private readonly db: DataSource) {}

  /** Opens a session under a new random id (SES-1). */
  async open(tx: Db, opening: Opening): Promise<OpenedSession> {
    const id = randomToken();
    const row = await first<{ id: string; expiresAt: Date }>(
      tx,
      `INSERT INTO sessions (id, token_hash, kind, staff_id, identity_id, contact_id, method, must_change, must_enrol, ip, user_agent, known_device_id, idle_expires_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $13, now() + ${IDLE[opening.kind]},
               now() + coalesce(make_interval(mins => $12::int), ${ABSOLUTE[opening.kind]}))
       RETURNING id, expires_at AS "expiresAt"`,
      [
        newId(),
        fingerprint(id),
        opening.kind,
        opening.staffId ?? null,
        opening.identityId ?? null,
        opening.contactId ?? null,
        opening.method,
        opening.mustChange ?? false,
        opening.mustEnrol ?? false,
        opening.ip,
        opening.userAgent?.slice(0, 300) ?? null,
        opening.minutes ?? null,
        opening.knownDeviceId ?? null,
      ],
    );
    if (!row) throw new Error('The session was not stored');
    return { id, rowId: row.id, expiresAt: row.expiresAt };
  }

  /** Gives a session a new id at a change of privilege: company chosen, password proven again (SES-1). */
  async rotate(
    tx: Db,
    rowId: string,
    change: { contactId?: string; proven?: boolean; mustChange?: boolean; enrolled?: boolean },
  ): Promise<OpenedSession | undefined> {
    const id = randomToken();
    const row = await first<{ expiresAt: Date }>(
      tx,
      `UPDATE sessions SET token_hash = $2, contact_id = coalesce($3, contact_id), must_change = coalesce($5, must_change), must_enrol = must_enrol AND NOT $6,
              expires_at = CASE WHEN must_change AND $5 IS FALSE THEN created_at + ${USUAL_LIFE} ELSE expires_at END,
              authenticated_at = CASE WHEN $4 THEN now() ELSE authenticated_at END
        WHERE id = $1 AND expires_at > now() RETURNING expires_at AS "expiresAt"`,
      [
        rowId,
        fingerprint(id),
        change.contactId ?? null,
        change.proven ?? false,
        change.mustChange ?? null,
        change.enrolled ?? false,
      ],
    );
    return row && { id, rowId, expiresAt: row.expiresAt };
  }

  async end(rowId: string, db: Db = this.db): Promise<void> {
    await rows(db, `DELETE FROM sessions WHERE id = $1`, [rowId]);
  }

  /** Ends every session of a person, or all but one. Bites on the next request (SES-3). Answers how many ended. */
  async endAll(
    tx: Db,
    whose: { staffId: string } | { identityId: string } | { contactId: string },
    exceptRowId: string | null = null,
  ): Promise<number> {
    const [column, id] =
      'staffId' in whose
        ? ['staff_id', whose.staffId]
        : 'identityId' in whose
          ? ['identity_id', whose.identityId]
          : ['contact_id', whose.contactId];
    const ended = await rows(tx, `DELETE FROM sessions WHERE ${column} = $1 AND id IS DISTINCT FROM $2 RETURNING id`, [
      id,
      exceptRowId,
    ]);
    return ended.length;
  }

  /** Open sessions of a staff member, newest use first. */
  list(staffId: string): Promise<SessionRow[]> {
    return rows<SessionRow>(
      this.db,
      `SELECT id, method, created_at AS "createdAt", last_seen_at AS "lastSeenAt", ip, user_agent AS "userAgent"
         FROM sessions WHERE staff_id = $1 AND kind = 'staff' AND expires_at > now() AND idle_expires_at > now() ORDER BY last_seen_at DESC LIMIT 100`,
      [staffId],
    );
  }
}

export interface SessionRow {
  id: string;
  method: 'password' | 'pin' | 'link';
  createdAt: Date;
  lastSeenAt: Date;
  ip: string | null;
  userAgent: string | null;
}
