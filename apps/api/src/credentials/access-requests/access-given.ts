import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import { Keys } from '../../config/keys.js';
import { type Db, rows } from '../../db/sql.js';
import type { DoneBecause } from './access-request.entity.js';
import { AccessRequestsService, typedKey } from './access-requests.service.js';

/** A new way in is all that these ask for. */
const ANSWERED = ['new_invitation', 'invitation_lost', 'ask_access'];

const SYSTEM = { kind: 'system', name: 'Latchkey' } as const;

/** One contact, or all of a person, whose secret opens every company. */
export type Given = { contactId: string } | { identityId: string };

/** Their own cards, and the one that only holds their address. What somebody else writes at this moment stays open: nobody waits for anybody. */
const CLOSE = `
  UPDATE access_requests r SET done_at = now(), done_because = $4, is_looked = true, contact_id = coalesce(r.contact_id, ($1::uuid[])[1])
   WHERE r.id IN (SELECT id FROM access_requests WHERE done_at IS NULL AND kind = ANY ($3) AND (contact_id = ANY ($1) OR dedupe_key = ANY ($2)) FOR UPDATE SKIP LOCKED)
  RETURNING r.id AS "subjectId", r.contact_id AS "contactId", r.kind AS asked, (SELECT c.customer_id FROM contacts c WHERE c.id = r.contact_id) AS "customerId"`;

const CONTACTS = (condition: string): string =>
  `SELECT c.id, c.email, i.email AS login FROM contacts c LEFT JOIN identities i ON i.id = c.identity_id WHERE ${condition} ORDER BY c.id`;

/** Cards of people who asked for a way in close by themselves when they get one. */
@Injectable()
export class AccessGiven {
  constructor(
    private readonly keys: Keys,
    private readonly audit: AuditService,
    private readonly requests: AccessRequestsService,
  ) {}

  async close(tx: Db, given: Given, because: DoneBecause): Promise<void> {
    const [condition, id] =
      'contactId' in given ? ['c.id = $1', given.contactId] : ['c.identity_id = $1', given.identityId];
    const contacts = await rows<{ id: string; email: string | null; login: string | null }>(tx, CONTACTS(condition), [
      id,
    ]);
    const emails = contacts.flatMap(({ email, login }) => [email, login]).filter((one) => one !== null);
    const typed = [...new Set(emails)].map((email) => typedKey(this.keys, 'ask_access', email));
    const ids = contacts.map((contact) => contact.id);
    const closed = await rows<{ subjectId: string }>(tx, CLOSE, [ids, typed, ANSWERED, because]);
    for (const card of closed) {
      await this.audit.record(tx, SYSTEM, 'access_request.done', { ...card, because });
      await this.requests.tell(tx, card.subjectId);
    }
  }
}
