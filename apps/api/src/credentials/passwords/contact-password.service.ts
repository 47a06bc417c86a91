import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows, transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { generatePassword } from '../../passwords/password-rules.js';
import { PasswordsService } from '../../passwords/passwords.service.js';
import { IdentitiesService } from '../identities/identities.service.js';
import type { SetContactPassword, SetPassword } from './contact-password.dto.js';
import { PasswordAftermath } from './password-aftermath.js';
import { PasswordStore } from './password-store.js';

@Injectable()
export class ContactPasswordService {
  constructor(
    private readonly db: DataSource,
    private readonly identities: IdentitiesService,
    private readonly passwords: PasswordsService,
    private readonly store: PasswordStore,
    private readonly after: PasswordAftermath,
  ) {}

  /** Staff set a password (S2.5, S3.11): typed or generated, in force at once, for every company of the person. */
  async setByStaff(contactId: string, body: SetContactPassword, staff: StaffActor): Promise<SetPassword> {
    if (body.password !== undefined) await this.store.assertStrong(this.db, body.password, { contactId });
    const password = body.password ?? generatePassword();
    const hash = await this.passwords.hash(password);
    return transaction(this.db, async (tx) => {
      const contact = await this.identities.openContact(tx, contactId);
      if (!contact.identityId && !contact.emailKey) throw new AppError('contact.no_email');
      const identity = await this.identities.ensure(tx, contact, staff);
      if (!identity.email) throw new AppError('contact.no_email');
      if (body.password !== undefined)
        await this.store.assertStrong(tx, body.password, { identityId: identity.id, contactId });

      await this.store.replace(tx, identity.id, {
        hash,
        setBy: { kind: 'staff', id: staff.staffId, name: staff.name },
        mustChange: body.mustChange,
      });
      await this.after.tell(tx, identity.id, 'password_set_by_staff');
      await this.after.given.close(tx, { identityId: identity.id }, 'access_given');
      const companies = await rows<SetPassword['companies'][number]>(
        tx,
        `SELECT c.id AS "contactId", c.customer_id AS "customerId", u.name FROM contacts c JOIN customers u ON u.id = c.customer_id WHERE c.identity_id = $1 ORDER BY u.name_key`,
        [identity.id],
      );
      const facts = {
        contactId,
        customerId: contact.customerId,
        identityId: identity.id,
        companies: companies.length,
        mustChange: body.mustChange,
      };
      await this.after.audit.record(tx, staff, 'password.set', { ...facts, generated: body.password === undefined });
      return { password, mustChange: body.mustChange, loginId: identity.email, companies, notified: identity.email };
    });
  }
}
