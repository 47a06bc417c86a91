import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { fingerprint, Keys } from '../config/keys.js';
import { newId } from '../db/id.js';
import { type Db, first, rows, transaction } from '../db/sql.js';
import { AppError, fieldError } from '../http/app-error.js';
import { assertStrong } from '../passwords/password-rules.js';
import type { OpenedSession } from '../sessions/sessions.service.js';
import { SettingsService } from '../settings/settings.service.js';
import { emailKey } from '../text/email.js';
import { StaffAccountTools } from './staff-account.service.js';
import { StaffPasswordRule } from './staff-password-rule.js';
import { actorOf, type SignedIn } from './staff-records.js';
import type { Browser } from './staff-session.service.js';
import type { AcceptStaffLink, StaffLinkDto } from './staff.dto.js';
import { linkToken } from './staff.messages.js';

/** Life of a link to a member (REC-12); one that could replace a password lives as short as a reset link (D3). */
const LINK_LIFE = `CASE WHEN (SELECT password_hash FROM staff_members WHERE id = $2) IS NULL THEN interval '7 days' ELSE interval '1 hour' END`;

interface OpenLink {
  id: string;
  purpose: 'bootstrap' | 'invite';
  staffId: string | null;
  email: string | null;
  name: string | null;
  expiresAt: Date;
}

export const ACTIVE_OWNER = `SELECT 1 FROM staff_members WHERE role = 'owner' AND status = 'active'`;

/** Open: unused, in time, its member not inactive; a bootstrap link only while there is no active owner. */
const OPEN = `l.used_at IS NULL AND l.expires_at > now() AND CASE WHEN l.purpose = 'bootstrap' THEN NOT EXISTS (${ACTIVE_OWNER}) ELSE m.status <> 'inactive' END`;

@Injectable()
export class StaffLinksService {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
    private readonly settings: SettingsService,
    private readonly rule: StaffPasswordRule,
    private readonly tools: StaffAccountTools,
  ) {}

  /** Makes a link for a member; an older unused one stops working (REC-12). */
  async make(tx: Db, staffId: string): Promise<{ linkId: string; expiresAt: Date }> {
    const linkId = newId();
    await this.revoke(tx, staffId);
    const link = await first<{ expiresAt: Date }>(
      tx,
      `INSERT INTO staff_links (id, staff_id, purpose, token_hash, expires_at) VALUES ($1, $2, 'invite', $3, now() + ${LINK_LIFE}) RETURNING expires_at AS "expiresAt"`,
      [linkId, staffId, fingerprint(linkToken(this.keys, linkId))],
    );
    if (!link) throw new Error('The link was not stored');
    return { linkId, ...link };
  }

  async revoke(tx: Db, staffId: string): Promise<void> {
    await rows(tx, `DELETE FROM staff_links WHERE staff_id = $1 AND used_at IS NULL`, [staffId]);
  }

  /** Shows whom a link is for and changes nothing (INV-9). */
  async view(token: string): Promise<StaffLinkDto> {
    const { id: _, staffId: __, ...link } = await this.find(token);
    const { company } = await this.settings.read();
    return { ...link, companyName: company.name };
  }

  /** Uses the link up, sets the password and opens a session. What is refused leaves the link as it was: a link replaces a password, never a second step. */
  async accept(acceptance: AcceptStaffLink, browser: Browser): Promise<OpenedSession> {
    const link = await this.find(acceptance.token);
    const person = this.person(link, acceptance);
    assertStrong(acceptance.password, await this.rule.for(person.email));
    await this.secondStep(link, acceptance.code, browser.ip);
    const hash = await this.tools.passwords.hash(acceptance.password);
    return transaction(this.db, async (tx) => {
      await this.consume(tx, acceptance.token);
      const member = link.staffId
        ? await this.setPassword(tx, link.staffId, hash)
        : await this.firstOwner(tx, person, hash);
      await this.tools.entry.sessions.endAll(tx, { staffId: member.id });
      await this.tools.tries.clear(tx, member.id);
      await this.tools.audit.record(tx, actorOf(member, browser.ip), 'staff.link_accepted', {
        subjectId: member.id,
        purpose: link.purpose,
      });
      return this.tools.entry.open(tx, { staffId: member.id, method: 'link', ...browser });
    });
  }

  private async secondStep({ staffId }: OpenLink, code: string | undefined, ip: string): Promise<void> {
    const member = await first<SignedIn>(
      this.db,
      `SELECT id, email, name, role, language FROM staff_members WHERE id = $1`,
      [staffId],
    );
    if (member) await this.tools.entry.pass(this.db, { ...member, ip }, code);
  }

  private async find(token: string): Promise<OpenLink> {
    const link = await first<OpenLink>(
      this.db,
      `SELECT l.id, l.purpose, l.staff_id AS "staffId", m.email, m.name, l.expires_at AS "expiresAt"
         FROM staff_links l LEFT JOIN staff_members m ON m.id = l.staff_id WHERE l.token_hash = $1 AND ${OPEN}`,
      [fingerprint(token)],
    );
    if (!link) throw new AppError('link.invalid');
    return link;
  }

  /** The member of the link, or what the first owner has typed. */
  private person(link: OpenLink, { name, email }: AcceptStaffLink): { name: string; email: string } {
    if (link.email !== null && link.name !== null) return { name: link.name, email: link.email };
    if (!name) throw fieldError('/name', 'request.invalid_body', 'The first owner needs a name');
    const key = email && emailKey(email);
    if (!key) throw fieldError('/email', 'request.invalid_body', 'The first owner needs an e-mail address');
    return { name, email: key };
  }

  /** One statement: of many at once, one wins (REC-4). */
  private async consume(tx: Db, token: string): Promise<void> {
    const used = await first(
      tx,
      `UPDATE staff_links u SET used_at = now()
         FROM staff_links l LEFT JOIN staff_members m ON m.id = l.staff_id
        WHERE l.id = u.id AND u.token_hash = $1 AND u.used_at IS NULL AND ${OPEN} RETURNING u.id`,
      [fingerprint(token)],
    );
    if (!used) throw new AppError('link.invalid');
  }

  private async setPassword(tx: EntityManager, staffId: string, hash: string): Promise<SignedIn> {
    const member = await first<SignedIn>(
      tx,
      `UPDATE staff_members SET password_hash = $2, password_set_at = now(), status = 'active', last_sign_in_at = now(), version = version + 1
        WHERE id = $1 AND status <> 'inactive' RETURNING id, email, name, role, language`,
      [staffId, hash],
    );
    if (!member) throw new AppError('link.invalid');
    await this.revoke(tx, staffId);
    return member;
  }

  /** Whoever holds the bootstrap link also holds the server: an inactive account of that address becomes the owner. */
  private async firstOwner(
    tx: EntityManager,
    person: { name: string; email: string },
    hash: string,
  ): Promise<SignedIn> {
    await rows(tx, `DELETE FROM staff_links WHERE purpose = 'bootstrap' AND used_at IS NULL`);
    const member = await first<SignedIn>(
      tx,
      `INSERT INTO staff_members (id, email, name, role, status, password_hash, password_set_at, last_sign_in_at) VALUES ($1, $2, $3, 'owner', 'active', $4, now(), now())
       ON CONFLICT (email) DO UPDATE SET role = 'owner', status = 'active', password_hash = excluded.password_hash, password_set_at = now(),
                                         last_sign_in_at = now(), version = staff_members.version + 1
       RETURNING id, email, name, role, language`,
      [newId(), person.email, person.name, hash],
    );
    if (!member) throw new Error('The first owner was not stored');
    await this.tools.entry.codes.remove(tx, member.id);
    return member;
  }
}
