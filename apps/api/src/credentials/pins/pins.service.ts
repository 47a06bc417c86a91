import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { IdentitiesService } from '../identities/identities.service.js';
import { PinStore } from './pin-store.js';
import type { IssuedPin, RevealedPin } from './pins.dto.js';

/** So many PINs may one staff member look at within an hour (D1). */
export const REVEALS = { max: 30, windowSeconds: 3_600 };

@Injectable()
export class PinsService {
  constructor(
    private readonly db: DataSource,
    private readonly identities: IdentitiesService,
    private readonly pins: PinStore,
    private readonly audit: AuditService,
    private readonly budgets: BudgetsService,
  ) {}

  /** Issues a PIN and answers it this one time. Gives access when there was none yet. */
  issueForContact(contactId: string, staff: StaffActor): Promise<IssuedPin> {
    return transaction(this.db, async (tx) => {
      const contact = await this.identities.openContact(tx, contactId);
      const identity = await this.identities.ensure(tx, contact, staff);
      if (identity.phones.length === 0) throw new AppError('contact.no_login_id');
      const issued = await this.pins.issue(tx, identity.id, staff);
      await this.audit.record(tx, staff, 'pin.issued', {
        contactId,
        customerId: contact.customerId,
        identityId: identity.id,
        state: issued.state,
      });
      return { pin: issued.pin, state: issued.state, readableUntil: issued.readableUntil, loginIds: identity.phones };
    });
  }

  /** Shows a PIN that nobody has used yet. The record of it stands, or the PIN is not shown. */
  async reveal(contactId: string, reason: string, staff: StaffActor): Promise<RevealedPin> {
    const contact = await this.pins.ofContact(this.db, contactId);
    const attempt = await this.budgets.spend(this.db, { kind: 'reveal', subject: staff.staffId, rule: REVEALS });
    if (!attempt.allowed) throw new AppError('pin.reveal_limit', { retryAfter: attempt.waitSeconds });
    return transaction(this.db, async (tx) => {
      const readable = contact.identityId ? await this.pins.readable(tx, contact.identityId) : undefined;
      if (!readable) throw new AppError('pin.not_readable');
      await this.audit.record(tx, staff, 'pin.revealed', {
        contactId,
        customerId: contact.customerId,
        identityId: contact.identityId,
        reason,
      });
      return { pin: readable.pin, state: readable.state, readableUntil: readable.readableUntil };
    });
  }
}
