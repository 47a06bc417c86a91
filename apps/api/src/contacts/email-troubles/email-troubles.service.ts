import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { first, transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import { LiveEvents } from '../../live/live-events.js';
import { AddressTroubles } from '../../notifications/bounces/address-troubles.service.js';

const ADDRESSES = `
  SELECT c.customer_id AS "customerId", c.identity_id AS "identityId", array_remove(ARRAY[c.email_key, i.email_key], NULL) AS email,
         ARRAY(SELECT p.e164 FROM contact_phones p WHERE p.contact_id = c.id) AS phone
    FROM contacts c LEFT JOIN identities i ON i.id = c.identity_id WHERE c.id = $1`;

interface Reachable {
  customerId: string;
  identityId: string | null;
  email: string[];
  phone: string[];
}

@Injectable()
export class EmailTroubles {
  constructor(
    private readonly db: DataSource,
    private readonly troubles: AddressTroubles,
    private readonly audit: AuditService,
    private readonly live: LiveEvents,
  ) {}

  /** The e-mail of the contact and that of the login, or the contact's phones. Throws row.not_found. */
  clear(contactId: string, what: 'email' | 'phone', staff: StaffActor): Promise<Done> {
    return transaction(this.db, async (tx) => {
      const found = await first<Reachable>(tx, ADDRESSES, [contactId]);
      if (!found) throw new AppError('row.not_found');
      const { customerId, identityId } = found;
      const cleared = await this.troubles.clear(tx, found[what], ['bounced', 'complained']);
      if (cleared.length === 0) return DONE;
      const facts = { customerId, contactId, identityId, to: cleared.join(', ') };
      await this.audit.record(tx, staff, `contact.${what}_trouble_cleared`, facts);
      await this.live.publish(tx, { type: 'contact.changed', id: contactId });
      return DONE;
    });
  }
}
