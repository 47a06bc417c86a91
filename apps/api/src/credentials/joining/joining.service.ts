import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { first, rows, transaction } from '../../db/sql.js';
import type { PersonActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import { AccessGiven } from '../access-requests/access-given.js';
import { AccessRequestsService } from '../access-requests/access-requests.service.js';
import { AccessState } from '../identities/access-state.js';
import type { AskedCompanyDto } from './joining.dto.js';
import { IS_ASKED, IS_OPEN_CONTACT } from './joining-sql.js';

const LIST = `
  SELECT c.id AS "contactId", u.name, CASE WHEN c.declined_at IS NULL THEN 'waiting' ELSE 'declined' END AS state
    FROM contacts c JOIN customers u ON u.id = c.customer_id
   WHERE c.asked_identity_id = $1 AND ${IS_OPEN_CONTACT} ORDER BY c.declined_at IS NOT NULL, u.name_key, c.id LIMIT 200`;

/** Of two at once, one finds it. Contact and login must still be what they were when the person was asked. */
const ANSWER = (set: string): string => `
  UPDATE contacts c SET ${set} FROM customers u
   WHERE c.id = $2 AND c.asked_identity_id = $1 AND u.id = c.customer_id AND ${IS_ASKED} RETURNING c.customer_id AS "customerId"`;
const ACCEPT = ANSWER('identity_id = c.asked_identity_id, asked_identity_id = NULL, joined_at = now()');
const DECLINE = ANSWER('declined_at = now()');

/** A person who has a login answers a further company (D8). Every statement carries the identity: a foreign row is a 404. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly db: DataSource,
    private readonly access: AccessState,
    private readonly requests: AccessRequestsService,
    private readonly audit: AuditService,
    private readonly given: AccessGiven,
  ) {}

  async list({ identityId }: PersonActor): Promise<{ items: AskedCompanyDto[] }> {
    return { items: await rows<AskedCompanyDto>(this.db, LIST, [identityId]) };
  }

  /** Sets the login of the contact and nothing else: what was written on the contact meanwhile is no way in (INV-1). */
  accept(contactId: string, person: PersonActor): Promise<Done> {
    return this.answer({ contactId, person, sql: ACCEPT, action: 'contact.joined' });
  }

  decline(contactId: string, person: PersonActor): Promise<Done> {
    return this.answer({ contactId, person, sql: DECLINE, action: 'contact.declined' });
  }

  private answer(of: { contactId: string; person: PersonActor; sql: string; action: string }): Promise<Done> {
    const { contactId, person, sql, action } = of;
    const { identityId } = person;
    return transaction(this.db, async (tx) => {
      const found = await first<{ customerId: string }>(tx, sql, [identityId, contactId]);
      if (!found) throw new AppError('row.not_found');
      await this.audit.record(tx, person, action, { contactId, identityId, ...found });
      if (action === 'contact.declined')
        await this.requests.open(tx, { kind: 'not_me', contactId, identityId, by: person });
      else await this.given.close(tx, { contactId }, 'accepted');
      await this.access.refresh(tx, [contactId]);
      return DONE;
    });
  }
}
