import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import { newId } from '../../db/id.js';
import { type Db, first, rows } from '../../db/sql.js';
import type { AuditActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { LinkingService } from './linking.service.js';

/** A contact as giving access sees it; its row is locked for the transaction. */
export interface ContactRow {
  id: string;
  customerId: string;
  customerName: string;
  identityId: string | null;
  /** Whose person has not accepted this company yet. */
  askedIdentityId: string | null;
  name: string | null;
  email: string | null;
  emailKey: string | null;
  language: string | null;
  isPortalUser: boolean;
  isActive: boolean;
  isCustomerActive: boolean;
}

export interface IdentityRow {
  id: string;
  email: string | null;
  phones: string[];
  language: string | null;
  credentialVersion: number;
}

/** One login: made when access is first given, completed only by an explicit act. */
@Injectable()
export class IdentitiesService {
  constructor(
    private readonly linking: LinkingService,
    private readonly audit: AuditService,
  ) {}

  /** Throws row.not_found. */
  async contact(tx: Db, contactId: string): Promise<ContactRow> {
    const contact = await first<ContactRow>(
      tx,
      `SELECT c.id, c.customer_id AS "customerId", u.name AS "customerName", c.identity_id AS "identityId", c.asked_identity_id AS "askedIdentityId",
              nullif(concat_ws(' ', c.first_name, c.last_name), '') AS name, c.email, c.email_key AS "emailKey", coalesce(c.language, u.language) AS language,
              c.is_portal_user AS "isPortalUser", c.status = 'active' AS "isActive", u.status = 'active' AS "isCustomerActive"
         FROM contacts c JOIN customers u ON u.id = c.customer_id WHERE c.id = $1 FOR UPDATE OF c`,
      [contactId],
    );
    if (!contact) throw new AppError('row.not_found');
    return contact;
  }

  /** The contact, when it may be given a way in. */
  async openContact(tx: Db, contactId: string): Promise<ContactRow> {
    const contact = await this.contact(tx, contactId);
    if (!contact.isCustomerActive) throw new AppError('customer.inactive');
    if (!contact.isActive) throw new AppError('contact.inactive');
    if (!contact.isPortalUser) throw new AppError('contact.not_portal_user');
    return contact;
  }

  /** The contact's login, its row locked; made, or completed where it has no e-mail or not all of these phones. Throws contact.not_accepted. */
  async ensure(tx: Db, contact: ContactRow, actor: AuditActor): Promise<IdentityRow> {
    const linked = contact.identityId ?? (await this.linked(tx, contact, actor));
    const phones = await this.loginPhones(tx, contact.id);
    const made = linked ? undefined : await this.create(tx, { contact, phones }, actor);
    if (made) return this.locked(tx, made);
    // The e-mail has a login by now: of another customer's contact of this person, made at the same moment; or the person is here already.
    const identityId = linked ?? (await this.linked(tx, contact, actor));
    if (!identityId) throw new AppError('contact.same_person');
    await this.complete(tx, { contact, identityId, phones }, actor);
    return this.locked(tx, identityId);
  }

  /** By e-mail only: about the phone staff may have said that this is another person. */
  private async linked(tx: Db, contact: ContactRow, actor: AuditActor): Promise<string | null> {
    await this.linking.link(tx, [contact.id], { actor, byPhone: false });
    const { identityId, askedIdentityId } = await this.contact(tx, contact.id);
    if (askedIdentityId) throw new AppError('contact.not_accepted');
    return identityId;
  }

  /** The contact, when it may be that its e-mail got a login since it was saved. Locked. */
  async recognised(tx: Db, contactId: string, actor: AuditActor): Promise<ContactRow> {
    const contact = await this.contact(tx, contactId);
    if (contact.identityId ?? contact.askedIdentityId) return contact;
    await this.linking.link(tx, [contactId], { actor, byPhone: false });
    return this.contact(tx, contactId);
  }

  async locked(tx: Db, identityId: string): Promise<IdentityRow> {
    const identity = await first<IdentityRow>(
      tx,
      `SELECT i.id, i.email, i.language, i.credential_version AS "credentialVersion",
              ARRAY(SELECT p.e164 FROM identity_phones p WHERE p.identity_id = i.id ORDER BY p.type = 'mobile' DESC, p.e164) AS phones
         FROM identities i WHERE i.id = $1 FOR UPDATE`,
      [identityId],
    );
    if (!identity) throw new AppError('row.not_found');
    return identity;
  }

  /** Open links of before are dead from now on (REC-2). Answers the new version. */
  async newVersion(tx: Db, identityId: string): Promise<number> {
    const row = await first<{ version: number }>(
      tx,
      `UPDATE identities SET credential_version = credential_version + 1 WHERE id = $1 RETURNING credential_version AS version`,
      [identityId],
    );
    return row?.version ?? 0;
  }

  /** Undefined when the e-mail has a login. */
  private async create(
    tx: Db,
    of: { contact: ContactRow; phones: Phone[] },
    actor: AuditActor,
  ): Promise<string | undefined> {
    const { contact, phones } = of;
    if (!contact.emailKey && phones.length === 0) throw new AppError('contact.no_login_id');
    const id = newId();
    const made = await rows(
      tx,
      `INSERT INTO identities (id, email, email_key) VALUES ($1, $2, $3) ON CONFLICT (email_key) DO NOTHING RETURNING id`,
      [id, contact.email, contact.emailKey],
    );
    if (made.length === 0) return undefined;
    await this.addPhones(tx, id, phones);
    await rows(tx, `UPDATE contacts SET identity_id = $2 WHERE id = $1`, [contact.id, id]);
    await this.audit.record(tx, actor, 'identity.created', {
      contactId: contact.id,
      customerId: contact.customerId,
      identityId: id,
    });
    return id;
  }

  private async complete(
    tx: Db,
    of: { contact: ContactRow; identityId: string; phones: Phone[] },
    actor: AuditActor,
  ): Promise<void> {
    const { contact, identityId, phones } = of;
    const added: string[] = [];
    if (contact.emailKey) {
      const set = await rows(
        tx,
        `UPDATE identities SET email = $2, email_key = $3 WHERE id = $1 AND email_key IS NULL
            AND NOT EXISTS (SELECT 1 FROM identities o WHERE o.email_key = $3) RETURNING id`,
        [identityId, contact.email, contact.emailKey],
      );
      if (set.length > 0) added.push('email');
    }
    if ((await this.addPhones(tx, identityId, phones)) > 0) added.push('phone');
    if (added.length === 0) return;
    await this.newVersion(tx, identityId);
    await this.audit.record(tx, actor, 'identity.completed', {
      contactId: contact.id,
      customerId: contact.customerId,
      identityId,
      added,
    });
  }

  /** A number with an extension is for calling only (S2.11). */
  private loginPhones(tx: Db, contactId: string): Promise<Phone[]> {
    return rows<Phone>(
      tx,
      `SELECT DISTINCT ON (e164) e164, type FROM contact_phones WHERE contact_id = $1 AND extension IS NULL ORDER BY e164, position`,
      [contactId],
    );
  }

  /** Answers how many the login did not know. */
  private async addPhones(tx: Db, identityId: string, phones: Phone[]): Promise<number> {
    const added = await rows(
      tx,
      `INSERT INTO identity_phones (identity_id, e164, type) SELECT $1, x.e164, x.type FROM jsonb_to_recordset($2::jsonb) AS x(e164 text, type text)
       ON CONFLICT DO NOTHING RETURNING e164`,
      [identityId, JSON.stringify(phones)],
    );
    return added.length;
  }
}

interface Phone {
  e164: string;
  type: 'mobile' | 'landline' | 'office';
}
