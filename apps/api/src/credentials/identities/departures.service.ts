import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import { keptLogin } from '../../contacts/merge/merge-rules.js';
import { type Db, first, rows } from '../../db/sql.js';
import type { AuditActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { NoticesService } from '../notices/notices.service.js';
import { dropChangedPhones } from '../phones/verified-sql.js';
import { AccessState } from './access-state.js';

interface Login {
  contactId: string;
  customerId: string;
  identityId: string | null;
  askedIdentityId: string | null;
  hasSecret: boolean;
}

/** What happens to logins when contacts go, merge or move. */
@Injectable()
export class DeparturesService {
  constructor(
    private readonly access: AccessState,
    private readonly audit: AuditService,
    private readonly notices: NoticesService,
  ) {}

  /** The contact is about to be deleted: its sessions end, and its login goes when no other company is left. */
  async remove(tx: Db, contactId: string, actor: AuditActor): Promise<void> {
    const { identityId } = await this.login(tx, contactId);
    await this.endSessions(tx, contactId);
    if (!identityId) return;
    await rows(tx, `UPDATE contacts SET identity_id = NULL WHERE id = $1`, [contactId]);
    await dropChangedPhones(tx, [identityId]);
    await this.dropOrphan(tx, identityId, actor);
    await this.access.refreshPerson(tx, identityId);
  }

  /** One login stays, by the rule that the preview shows (merge-rules.ts). */
  async merge(tx: Db, merge: { fromId: string; intoId: string; actor: AuditActor }): Promise<void> {
    const from = await this.login(tx, merge.fromId);
    const into = await this.login(tx, merge.intoId);
    for (const table of ['password_resets', 'access_requests'])
      await rows(tx, `UPDATE ${table} SET contact_id = $2 WHERE contact_id = $1`, [merge.fromId, merge.intoId]);
    await this.mergeAsked(tx, merge);
    if (!from.identityId) return;
    const takes = keptLogin(into.identityId ? into : null, from) === 'from';
    const kept = takes ? from.identityId : into.identityId;
    await rows(tx, `UPDATE contacts SET identity_id = NULL WHERE id = $1`, [merge.fromId]);
    if (takes)
      await rows(
        tx,
        `UPDATE contacts SET identity_id = $2, asked_identity_id = NULL, declined_at = NULL WHERE id = $1`,
        [merge.intoId, kept],
      );
    await rows(tx, `UPDATE invitations SET contact_id = $2 WHERE contact_id = $1 AND identity_id = $3`, [
      merge.fromId,
      merge.intoId,
      kept,
    ]);
    await rows(tx, `UPDATE sessions SET contact_id = $2 WHERE contact_id = $1 AND identity_id = $3`, [
      merge.fromId,
      merge.intoId,
      kept,
    ]);
    await this.endSessions(tx, merge.fromId);
    await this.dropOrphan(tx, from.identityId, merge.actor);
    if (into.identityId) await this.dropOrphan(tx, into.identityId, merge.actor);
    for (const login of [from.identityId, into.identityId]) if (login) await this.access.refreshPerson(tx, login);
  }

  /** A person is at a customer once. Sessions at the old company end. */
  async move(tx: Db, move: { contactId: string; toCustomerId: string }): Promise<void> {
    const { identityId, askedIdentityId } = await this.login(tx, move.contactId);
    const person = identityId ?? askedIdentityId;
    if (!person) return;
    const there = await rows(
      tx,
      `SELECT 1 FROM contacts WHERE customer_id = $1 AND $2 IN (identity_id, asked_identity_id) AND id <> $3`,
      [move.toCustomerId, person, move.contactId],
    );
    if (there.length > 0) throw new AppError('contact.same_person');
    await this.endSessions(tx, move.contactId);
  }

  /** Contacts that may not sign in any more: open invitations end, secrets stay (S3.15, REC-12). Their sessions end where the contact is written. */
  async closeDoors(tx: Db, contactIds: readonly string[]): Promise<void> {
    const closed = `SELECT c.id FROM contacts c JOIN customers u ON u.id = c.customer_id
                     WHERE c.id = ANY ($1) AND (c.status <> 'active' OR NOT c.is_portal_user OR u.status <> 'active')`;
    await rows(
      tx,
      `UPDATE invitations SET revoked_at = now() WHERE contact_id IN (${closed}) AND used_at IS NULL AND revoked_at IS NULL`,
      [contactIds],
    );
  }

  /** Numbers that staff took off the file are proven no more; their owners hear of it there too, as it is their old way (REC-16). */
  async letNumbersGo(tx: Db, contactIds: readonly string[]): Promise<void> {
    const logins = await rows<{ id: string }>(
      tx,
      `SELECT DISTINCT identity_id AS id FROM contacts WHERE id = ANY ($1) AND identity_id IS NOT NULL`,
      [contactIds],
    );
    const gone = await dropChangedPhones(
      tx,
      logins.map(({ id }) => id),
    );
    for (const one of gone) await this.notices.aboutPhone(tx, one, 'phone_left');
  }

  /** What the person was asked, and said, goes to the contact that stays, unless that one has an answer of its own. */
  private async mergeAsked(tx: Db, { fromId, intoId }: { fromId: string; intoId: string }): Promise<void> {
    const asked = await first<{ identityId: string; declinedAt: Date | null }>(
      tx,
      `UPDATE contacts c SET asked_identity_id = NULL, declined_at = NULL FROM contacts o WHERE c.id = $1 AND o.id = c.id AND o.asked_identity_id IS NOT NULL
       RETURNING o.asked_identity_id AS "identityId", o.declined_at AS "declinedAt"`,
      [fromId],
    );
    if (!asked) return;
    await rows(
      tx,
      `UPDATE contacts SET asked_identity_id = $2, declined_at = $3 WHERE id = $1 AND identity_id IS NULL AND asked_identity_id IS NULL`,
      [intoId, asked.identityId, asked.declinedAt],
    );
    await this.access.refresh(tx, [intoId]);
  }

  private async login(tx: Db, contactId: string): Promise<Login> {
    const login = await first<Login>(
      tx,
      `SELECT c.id AS "contactId", c.customer_id AS "customerId", c.identity_id AS "identityId", c.asked_identity_id AS "askedIdentityId",
              EXISTS (SELECT 1 FROM credentials s WHERE s.identity_id = c.identity_id) AS "hasSecret"
         FROM contacts c WHERE c.id = $1`,
      [contactId],
    );
    if (!login) throw new AppError('row.not_found');
    return login;
  }

  private async endSessions(tx: Db, contactId: string): Promise<void> {
    await rows(tx, `DELETE FROM sessions WHERE contact_id = $1`, [contactId]);
  }

  /** A login without a contact goes with its secrets, phones, invitations and known devices (they cascade), sessions and budgets. */
  private async dropOrphan(tx: Db, identityId: string, actor: AuditActor): Promise<void> {
    const asked = await rows<{ id: string }>(tx, `SELECT id FROM contacts WHERE asked_identity_id = $1`, [identityId]);
    const gone = await rows(
      tx,
      `DELETE FROM identities i WHERE i.id = $1 AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.identity_id = i.id) RETURNING id`,
      [identityId],
    );
    if (gone.length === 0) return;
    await rows(tx, `DELETE FROM sessions WHERE identity_id = $1`, [identityId]);
    await rows(tx, `DELETE FROM attempt_budgets WHERE identity_id = $1`, [identityId]);
    await this.forgetAsked(
      tx,
      asked.map(({ id }) => id),
    );
    await this.audit.record(tx, actor, 'identity.deleted', { identityId });
  }

  /** Nobody is left to be asked: they are contacts without a login. */
  private async forgetAsked(tx: Db, contactIds: string[]): Promise<void> {
    if (contactIds.length === 0) return;
    await rows(tx, `UPDATE contacts SET declined_at = NULL WHERE id = ANY ($1)`, [contactIds]);
    await this.access.refresh(tx, contactIds);
  }
}
