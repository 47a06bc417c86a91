import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import { type Db, rows } from '../../db/sql.js';
import type { AuditActor } from '../../http/actors.js';
import { ASKS_FIRST, IS_NOBODYS } from '../joining/joining-sql.js';

interface Linked {
  contactId: string;
  customerId: string;
  identityId: string;
  isAsked: boolean;
}

const NOT_THERE_YET = `NOT EXISTS (SELECT 1 FROM contacts o WHERE o.customer_id = c.customer_id AND i.id IN (o.identity_id, o.asked_identity_id))`;
/** Whoever signs in with the login is asked first, unless the company does without (D8). */
const LINK = `UPDATE contacts c SET identity_id = CASE WHEN ${ASKS_FIRST} THEN NULL ELSE i.id END, asked_identity_id = CASE WHEN ${ASKS_FIRST} THEN i.id END, joined_at = NULL
    FROM matches m JOIN identities i ON i.id = m.identity_id WHERE c.id = m.contact_id
  RETURNING c.id AS "contactId", c.customer_id AS "customerId", m.identity_id AS "identityId", c.asked_identity_id IS NOT NULL AS "isAsked"`;
/** Staff wrote down another address and no number of the login: it is somebody else who was asked. */
const FORGET = `
  UPDATE contacts c SET asked_identity_id = NULL, declined_at = NULL FROM identities i
   WHERE c.id = ANY ($1) AND i.id = c.asked_identity_id AND c.email_key IS DISTINCT FROM i.email_key
     AND NOT EXISTS (SELECT 1 FROM contact_phones p JOIN identity_phones l ON l.e164 = p.e164 AND l.identity_id = i.id
                      WHERE p.contact_id = c.id AND p.type = 'mobile' AND p.extension IS NULL)`;

/** One contact for each login and customer, although a batch may hold the same person twice. */
const BY_EMAIL = `
  WITH matches AS (
    SELECT DISTINCT ON (c.customer_id, i.id) c.id AS contact_id, i.id AS identity_id
      FROM contacts c JOIN identities i ON i.email_key = c.email_key
     WHERE c.id = ANY ($1) AND ${IS_NOBODYS} AND ${NOT_THERE_YET}
     ORDER BY c.customer_id, i.id, c.id)
  ${LINK}`;

/** Only when exactly one login has one of the mobile phones, and the two e-mails do not say that these are two people (D8). */
const BY_PHONE = `
  WITH candidates AS (
    SELECT c.id, c.customer_id, c.email_key, array_agg(DISTINCT l.identity_id) AS identities
      FROM contacts c
      JOIN contact_phones p ON p.contact_id = c.id AND p.type = 'mobile' AND p.extension IS NULL
      JOIN identity_phones l ON l.e164 = p.e164
     WHERE c.id = ANY ($1) AND ${IS_NOBODYS}
     GROUP BY c.id),
  matches AS (
    SELECT DISTINCT ON (c.customer_id, i.id) c.id AS contact_id, i.id AS identity_id
      FROM candidates c JOIN identities i ON i.id = c.identities[1]
     WHERE cardinality(c.identities) = 1 AND (c.email_key IS NULL OR i.email_key IS NULL) AND ${NOT_THERE_YET}
     ORDER BY c.customer_id, i.id, c.id)
  ${LINK}`;

/** Recognises the person behind a contact. Sets the login of the contact, or who is asked, and nothing else: no login can break (INV-1, S3.7). */
@Injectable()
export class LinkingService {
  constructor(private readonly audit: AuditService) {}

  async link(tx: Db, contactIds: readonly string[], how: { actor: AuditActor; byPhone: boolean }): Promise<void> {
    await rows(tx, FORGET, [contactIds]);
    await this.linkBy(tx, { by: 'email', contactIds, actor: how.actor });
    if (how.byPhone) await this.linkBy(tx, { by: 'phone', contactIds, actor: how.actor });
  }

  private async linkBy(
    tx: Db,
    how: { by: 'email' | 'phone'; contactIds: readonly string[]; actor: AuditActor },
  ): Promise<void> {
    const { by, contactIds, actor } = how;
    const linked = await rows<Linked>(tx, by === 'email' ? BY_EMAIL : BY_PHONE, [contactIds]);
    for (const { isAsked, ...link } of linked)
      await this.audit.record(tx, actor, isAsked ? 'contact.asked' : 'contact.linked', { ...link, by });
  }
}
