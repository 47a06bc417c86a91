import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { fingerprint } from '../config/keys.js';
import { type Db, first, rows } from '../db/sql.js';
import { ActorSources, type Look } from '../http/actor-sources.js';
import type { PersonActor, StaffActor } from '../http/actors.js';
import { permissionsOf, type StaffRole } from '../http/permissions.js';
import type { Right } from '../http/rights.js';
import { SessionCookies } from './cookies.js';
import { EFFECTIVE_RIGHTS } from './effective-rights.js';

interface StaffRow {
  sessionId: string;
  id: string;
  name: string;
  role: StaffRole;
  language: string | null;
  authenticatedAt: Date;
  mustEnrol: boolean;
  stale: boolean;
}

interface ContactRow {
  sessionId: string;
  identityId: string;
  contactId: string | null;
  customerId: string | null;
  name: string | null;
  language: string | null;
  mustChange: boolean;
  authenticatedAt: Date;
  rights: Right[] | null;
  stale: boolean;
}

interface Viewer {
  staffId: string;
  staffName: string;
  staffRole: StaffRole;
  endsAt: Date;
}

/**
 * Reads the session of a request together with the live state of everybody behind it, in one statement: a deactivation,
 * a right taken away or a company left bites on the next request (INV-8, SES-3). Clock: the database's (SES-2).
 */
@Injectable()
export class SessionActors implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly cookies: SessionCookies,
    private readonly sources: ActorSources,
  ) {}

  onModuleInit(): void {
    this.sources.addStaff((request, look) => this.staff(request, look));
    // Where somebody looks, that is what the browser shows, whoever else is signed in there.
    this.sources.addContact((request) => this.view(request));
    this.sources.addContact((request, look) => this.contact(request, look));
  }

  /** A request with a bearer key is spared the cross-site check, so its cookies count for nothing (SES-8). */
  private sessionId(request: FastifyRequest, kind: 'staff' | 'contact' | 'view'): string | undefined {
    return request.headers.authorization?.startsWith('Bearer ') ? undefined : this.cookies.read(request, kind);
  }

  private async staff(request: FastifyRequest, look: Look): Promise<StaffActor | undefined> {
    const id = this.sessionId(request, 'staff');
    if (!id) return undefined;
    const row = await first<StaffRow>(
      this.db,
      `SELECT s.id AS "sessionId", m.id, m.name, m.role, m.language, s.authenticated_at AS "authenticatedAt", s.must_enrol AS "mustEnrol",
              s.last_seen_at < now() - interval '1 minute' AS stale
         FROM sessions s JOIN staff_members m ON m.id = s.staff_id
        WHERE s.token_hash = $1 AND s.kind = 'staff' AND s.expires_at > now() AND s.idle_expires_at > now() AND m.status = 'active'`,
      [fingerprint(id)],
    );
    if (!row) return undefined;
    if (row.stale && !look.passive) await touch(this.db, row.sessionId);
    const { sessionId, id: staffId, name, role, language, authenticatedAt, mustEnrol } = row;
    const permissions = permissionsOf(role);
    return {
      kind: 'staff',
      id: staffId,
      staffId,
      name,
      role,
      permissions,
      language,
      sessionId,
      authenticatedAt,
      mustEnrol,
      ip: request.ip,
    };
  }

  private async contact(request: FastifyRequest, look: Look): Promise<PersonActor | undefined> {
    const id = this.sessionId(request, 'contact');
    if (!id) return undefined;
    const row = await first<ContactRow>(this.db, CONTACT_BY_SESSION, [fingerprint(id)]);
    if (!row) return undefined;
    if (row.stale && !look.passive) await touch(this.db, row.sessionId);
    return this.person(row, request.ip);
  }

  /** A look of staff at the portal: ends with the right to it, like every other session (SES-3). */
  private async view(request: FastifyRequest): Promise<PersonActor | undefined> {
    const id = this.sessionId(request, 'view');
    const row = id && (await first<ContactRow & Viewer>(this.db, CONTACT_BY_VIEW, [fingerprint(id)]));
    if (!row || !permissionsOf(row.staffRole).has('contact:view_as')) return undefined;
    const { staffId, staffName, staffRole: _, endsAt, ...person } = row;
    return { ...this.person(person, request.ip), view: { staffId, staffName, endsAt } };
  }

  private person({ stale: _, rights, name, ...person }: ContactRow, ip: string): PersonActor {
    return {
      kind: 'contact',
      id: person.identityId,
      name: name ?? '',
      rights: new Set(rights),
      ip,
      ...person,
    };
  }
}

/**
 * Effective rights = profile of the customer AND not taken from the contact AND offered by the portal (INV-6).
 * A chosen company that is not open to the person any more ends the session.
 */
const contactBy = ({ kind, columns = '', join = '' }: { kind: string; columns?: string; join?: string }): string => `
  SELECT s.id AS "sessionId", i.id AS "identityId", c.id AS "contactId", c.customer_id AS "customerId",
         coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), i.display_name, i.email) AS name,
         coalesce(i.language, c.language, u.language) AS language, s.must_change AS "mustChange", s.authenticated_at AS "authenticatedAt",
         ${EFFECTIVE_RIGHTS} AS rights,
         s.last_seen_at < now() - interval '1 minute' AS stale${columns}
    FROM sessions s ${join}
    JOIN identities i ON i.id = s.identity_id AND i.status = 'active'
    LEFT JOIN contacts c ON c.id = s.contact_id AND c.identity_id = i.id AND c.status = 'active' AND c.is_portal_user
    LEFT JOIN customers u ON u.id = c.customer_id
    LEFT JOIN rights_profiles p ON p.id = u.rights_profile_id
   WHERE s.token_hash = $1 AND s.kind = '${kind}' AND s.expires_at > now() AND s.idle_expires_at > now()
     AND (s.contact_id IS NULL OR (c.id IS NOT NULL AND u.status = 'active'))`;

const CONTACT_BY_SESSION = contactBy({ kind: 'contact' });

const CONTACT_BY_VIEW = contactBy({
  kind: 'view',
  columns: `, m.id AS "staffId", m.name AS "staffName", m.role AS "staffRole", s.expires_at AS "endsAt"`,
  join: `JOIN staff_members m ON m.id = s.staff_id AND m.status = 'active' AND s.method = 'view'`,
});

/** Moves the idle limit by its own length; at most once a minute, so that reading stays reading. */
async function touch(db: Db, rowId: string): Promise<void> {
  await rows(
    db,
    `UPDATE sessions SET idle_expires_at = least(expires_at, now() + (idle_expires_at - last_seen_at)), last_seen_at = now() WHERE id = $1`,
    [rowId],
  );
}
