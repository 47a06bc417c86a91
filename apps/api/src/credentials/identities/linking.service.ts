import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import { type Db, rows } from '../../db/sql.js';
import type { AuditActor } from '../../http/actors.js';

interface Linked {
  contactId: string;
  customerId: string;
  identityId: string;
}

const NOT_THERE_YET = `NOT EXISTS (SELECT 1 FROM contacts o WHERE o.customer_id = c.customer_id AND o.identity_id = i.id)`;
const LINK = `UPDATE contacts c SET identity_id = m.identity_id FROM matches m WHERE c.id = m.contact_id
  RETURNING c.id AS "contactId", c.customer_id AS "customerId", m.identity_id AS "identityId"`;

/** One contact for each login and customer, although a batch may hold the same person twice. */
const BY_EMAIL = `
  WITH matches AS (
    SELECT DISTINCT ON (c.customer_id, i.id) c.id AS contact_id, i.id AS identity_id
      FROM contacts c JOIN identities i ON i.email_key = c.email_key
     WHERE c.id = ANY ($1) AND c.identity_id IS NULL AND ${NOT_THERE_YET}
     ORDER BY c.customer_id, i.id, c.id)
  ${LINK}`;

/** Only when exactly one login has one of the mobile phones, and the two e-mails do not say that these are two people (D8). */
const BY_PHONE = `
  WITH candidates AS (
    SELECT c.id, c.customer_id, c.email_key, array_agg(DISTINCT l.identity_id) AS identities
      FROM contacts c
      JOIN contact_phones p ON p.contact_id = c.id AND p.type = 'mobile' AND p.extension IS NULL
      JOIN identity_phones l ON l.e164 = p.e164
     WHERE c.id = ANY ($1) AND c.identity_id IS NULL
     GROUP BY c.id),
  matches AS (
    SELECT DISTINCT ON (c.customer_id, i.id) c.id AS contact_id, i.id AS identity_id
      FROM candidates c JOIN identities i ON i.id = c.identities[1]
     WHERE cardinality(c.identities) = 1 AND (c.email_key IS NULL OR i.email_key IS NULL) AND ${NOT_THERE_YET}
     ORDER BY c.customer_id, i.id, c.id)
  ${LINK}`;

/** Recognises the person behind a contact. Sets contacts.identity_id and nothing else: no login can break (INV-1, S3.7). */
@Injectable()
export class LinkingService {
  constructor(private readonly audit: AuditService) {}

  async link(tx: Db, contactIds: readonly string[], how: { actor: AuditActor; byPhone: boolean }): Promise<void> {
    await this.linkBy(tx, { by: 'email', contactIds, actor: how.actor });
    if (how.byPhone) await this.linkBy(tx, { by: 'phone', contactIds, actor: how.actor });
  }

  private async linkBy(
    tx: Db,
    how: { by: 'email' | 'phone'; contactIds: readonly string[]; actor: AuditActor },
  ): Promise<void> {
    const { by, contactIds, actor } = how;
    const linked = await rows<Linked>(tx, by === 'email' ? BY_EMAIL : BY_PHONE, [contactIds]);
    for (const link of linked) await this.audit.record(tx, actor, 'contact.linked', { ...link, by });
  }
}
