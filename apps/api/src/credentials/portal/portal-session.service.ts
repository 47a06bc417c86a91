import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { first, transaction } from '../../db/sql.js';
import type { PersonActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import type { PortalCompanyDto, PortalSessionDto } from './portal.dto.js';
import { PortalSessionQueries } from './portal-session.queries.js';

/** A company is open to the person now; a foreign or closed one looks like none. */
const OPEN_CONTACT = `
  UPDATE identities i SET last_contact_id = c.id FROM contacts c JOIN customers u ON u.id = c.customer_id
   WHERE i.id = $1 AND c.id = $2 AND c.identity_id = i.id AND c.status = 'active' AND c.is_portal_user AND u.status = 'active'
   RETURNING c.customer_id AS "customerId"`;

/** What signed-in people do with their sessions. Every statement carries the identity: a foreign row is a 404. */
@Injectable()
export class PortalSessionService {
  constructor(
    private readonly db: DataSource,
    private readonly queries: PortalSessionQueries,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  view(person: PersonActor): Promise<PortalSessionDto> {
    return this.queries.view(this.db, person.sessionId);
  }

  async signOut(person: PersonActor): Promise<Done> {
    await this.sessions.end(person.sessionId);
    return DONE;
  }

  async companies(person: PersonActor): Promise<{ items: PortalCompanyDto[] }> {
    return { items: await this.queries.companies(this.db, person.identityId, person.contactId) };
  }

  /** The session gets a new id (SES-1), so that another tab notices at its next request. */
  choose(
    contactId: string,
    person: PersonActor,
  ): Promise<{ session: { id: string; expiresAt: Date }; view: PortalSessionDto }> {
    return transaction(this.db, async (tx) => {
      const chosen = await first<{ customerId: string }>(tx, OPEN_CONTACT, [person.identityId, contactId]);
      if (!chosen) throw new AppError('row.not_found');
      const session = await this.sessions.rotate(tx, person.sessionId, { contactId });
      if (!session) throw new AppError('session.required');
      await this.audit.record(tx, person, 'session.company_chosen', {
        contactId,
        customerId: chosen.customerId,
        identityId: person.identityId,
      });
      return { session, view: await this.queries.view(tx, person.sessionId) };
    });
  }
}
