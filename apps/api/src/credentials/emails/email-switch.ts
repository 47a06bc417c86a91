import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ContactWrites } from '../../contacts/contact-writes.js';
import { first, rows } from '../../db/sql.js';
import type { ContactActor } from '../../http/actors.js';
import { NoticesService } from '../notices/notices.service.js';
import { PasswordAftermath } from '../passwords/password-aftermath.js';
import { PasswordStore } from '../passwords/password-store.js';
import { OwnPassword } from '../portal/own-password.js';
import type { PendingEmail } from './pending-email-sql.js';

/** Contacts of the login that bear its address, or none as it had none; a company that wrote down another one keeps that. */
const FOLLOW = `
  SELECT c.id FROM contacts c JOIN identities i ON i.id = c.identity_id WHERE i.id = $1 AND c.email_key IS NOT DISTINCT FROM i.email_key`;

/** Puts a proven address in place of the one before, with all that hangs on it (REC-16, ADR 35). */
@Injectable()
export class EmailSwitch {
  constructor(
    private readonly store: PasswordStore,
    private readonly writes: ContactWrites,
    private readonly notices: NoticesService,
    private readonly after: PasswordAftermath,
    private readonly own: OwnPassword,
  ) {}

  lock(tx: EntityManager, identityId: string): Promise<void> {
    return this.store.lock(tx, identityId);
  }

  /** Tells the old address before, and the new one after. */
  async apply(
    tx: EntityManager,
    { email, emailKey }: PendingEmail,
    person: ContactActor,
  ): Promise<{ id: string; expiresAt: Date }> {
    const { identityId, contactId, customerId } = person;
    const before = await first<{ email: string | null }>(tx, `SELECT email FROM identities WHERE id = $1`, [
      identityId,
    ]);
    await this.notices.send(tx, identityId, 'login_email_left');
    const follow = await rows<{ id: string }>(tx, FOLLOW, [identityId]);
    await rows(tx, `UPDATE identities SET email = $2, email_key = $3 WHERE id = $1`, [identityId, email, emailKey]);
    const changes = follow.map(({ id }) => ({ id, fields: { email } }));
    await this.writes.change(tx, changes, { actor: person, linkByPhone: false });
    await this.store.endAllElse(tx, identityId, person.sessionId);
    const session = await this.own.rotate(tx, person.sessionId);
    await this.after.tell(tx, identityId, 'login_email_taken_up');
    await this.after.audit.record(tx, person, 'email.changed', {
      identityId,
      contactId,
      customerId,
      from: before?.email ?? null,
      to: email,
    });
    return session;
  }
}
