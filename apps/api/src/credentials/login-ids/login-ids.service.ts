import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import { loginOfContact } from '../access/login-of-contact.js';
import { IdentitiesService } from '../identities/identities.service.js';
import { letGoOfEmail } from '../identities/unused-email.js';
import { NoticesService } from '../notices/notices.service.js';
import { PasswordAftermath } from '../passwords/password-aftermath.js';
import { PasswordStore } from '../passwords/password-store.js';
import { leftOverPhones } from './left-over.js';

/** Brings what a login opens with in line with what is on file. Editing a contact never does that by itself (INV-1): staff press for it. */
@Injectable()
export class LoginIdsService {
  constructor(
    private readonly db: DataSource,
    private readonly identities: IdentitiesService,
    private readonly store: PasswordStore,
    private readonly notices: NoticesService,
    private readonly after: PasswordAftermath,
  ) {}

  /** Throws row.not_found, phone.on_file, phone.last_way_in. */
  takePhoneOff(contactId: string, phone: string, staff: StaffActor): Promise<Done> {
    return transaction(this.db, async (tx) => {
      const login = await loginOfContact(tx, contactId);
      const { identityId } = login;
      await this.store.lock(tx, identityId);
      await this.assertLeftOver(tx, identityId, phone);
      await rows(tx, `DELETE FROM identity_phones WHERE identity_id = $1 AND e164 = $2`, [identityId, phone]);
      await this.identities.newVersion(tx, identityId);
      // Who holds the number may be somebody else by now: what it let in with the PIN ends, as when the PIN changes.
      await rows(tx, `DELETE FROM sessions WHERE identity_id = $1 AND method = 'pin'`, [identityId]);
      await rows(tx, `DELETE FROM known_devices WHERE identity_id = $1`, [identityId]);
      await this.after.refresh(tx, identityId);
      await this.notices.aboutPhone(tx, { identityId, phone }, 'login_phone_left');
      await this.after.audit.record(tx, staff, 'phone.taken_off', { ...login, phone });
      return DONE;
    });
  }

  /** The links to the old address died when it left the file (REC-12). Throws row.not_found, contact.no_email, email.in_use, email.is_taken. */
  useContactEmail(contactId: string, staff: StaffActor): Promise<Done> {
    return transaction(this.db, async (tx) => {
      const contact = await this.identities.contact(tx, contactId);
      const { identityId, emailKey, customerId } = contact;
      if (!identityId) throw new AppError('credential.none');
      if (!emailKey) throw new AppError('contact.no_email');
      const before = await this.identities.locked(tx, identityId);
      const key = await first<{ key: string | null }>(tx, `SELECT email_key AS key FROM identities WHERE id = $1`, [
        identityId,
      ]);
      if (key?.key === emailKey) return DONE;
      if (!(await letGoOfEmail(tx, contactId, key?.key ?? null))) throw new AppError('email.in_use');
      const { email } = await this.identities.ensure(tx, contact, staff);
      if (!email) throw new AppError('email.is_taken');
      await this.after.refresh(tx, identityId);
      const facts = { contactId, customerId, identityId, from: before.email, to: email };
      await this.after.audit.record(tx, staff, 'email.corrected', facts);
      return DONE;
    });
  }

  private async assertLeftOver(tx: Db, identityId: string, phone: string): Promise<void> {
    const known = await rows(tx, `SELECT 1 FROM identity_phones WHERE identity_id = $1 AND e164 = $2`, [
      identityId,
      phone,
    ]);
    if (known.length === 0) throw new AppError('row.not_found');
    const leftOver = (await leftOverPhones(tx, identityId)).find((one) => one.phone === phone);
    if (!leftOver) throw new AppError('phone.on_file');
    if (!leftOver.hasOtherWay) throw new AppError('phone.last_way_in');
  }
}
