import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { type Db, first, transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import { type OpenedSession, ViewSessions } from '../../sessions/view-sessions.js';
import { SettingsService } from '../../settings/settings.service.js';

interface Subject {
  contactId: string;
  customerId: string;
  identityId: string;
}

/** Staff look at the portal as a contact sees it: read only, for 15 minutes, and nothing of the person's own changes (A7). */
@Injectable()
export class ViewAsService {
  constructor(
    private readonly db: DataSource,
    private readonly views: ViewSessions,
    private readonly settings: SettingsService,
    private readonly audit: AuditService,
  ) {}

  /** A one-time address for a new tab. Throws when the contact could not get in either. */
  async handOver(contactId: string, reason: string, staff: StaffActor): Promise<{ url: string; expiresAt: Date }> {
    return transaction(this.db, async (tx) => {
      const subject = await this.subject(tx, contactId);
      const { token, expiresAt } = await this.views.prepare(tx, { ...subject, staffId: staff.staffId, ip: staff.ip });
      await this.audit.record(tx, staff, 'contact.viewed_as', { ...subject, reason });
      return { url: `${await this.settings.portalOrigin(tx, subject.customerId)}/view#t=${token}`, expiresAt };
    });
  }

  /** Uses the address up. Throws link.invalid. */
  async open(token: string, browser: { ip: string; userAgent?: string | undefined }): Promise<OpenedSession> {
    const session = await this.views.open(token, browser);
    if (!session) throw new AppError('link.invalid');
    return session;
  }

  async end(request: FastifyRequest): Promise<Done> {
    await this.views.end(request);
    return DONE;
  }

  private async subject(tx: Db, contactId: string): Promise<Subject> {
    const row = await first<{
      customerId: string;
      identityId: string | null;
      isActive: boolean;
      isPortalUser: boolean;
      isCustomerActive: boolean;
      isLoginActive: boolean;
    }>(
      tx,
      `SELECT c.customer_id AS "customerId", c.identity_id AS "identityId", c.status = 'active' AS "isActive", c.is_portal_user AS "isPortalUser",
              u.status = 'active' AS "isCustomerActive", coalesce(i.status = 'active', false) AS "isLoginActive"
         FROM contacts c JOIN customers u ON u.id = c.customer_id LEFT JOIN identities i ON i.id = c.identity_id WHERE c.id = $1`,
      [contactId],
    );
    if (!row) throw new AppError('row.not_found');
    if (!row.isPortalUser) throw new AppError('contact.not_portal_user');
    if (!row.isActive) throw new AppError('contact.inactive');
    if (!row.isCustomerActive) throw new AppError('customer.inactive');
    if (!row.identityId || !row.isLoginActive) throw new AppError('credential.none');
    return { contactId, customerId: row.customerId, identityId: row.identityId };
  }
}
