import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { coded } from '../../http/unique.js';
import { first, rows, transaction } from '../../db/sql.js';
import { AppError, fieldError } from '../../http/app-error.js';
import type { StaffActor } from '../../http/actors.js';
import type { ContactDto } from '../contact.dto.js';
import { contactName } from '../contact-fields.js';
import { ContactHooks } from '../contact-hooks.js';
import { leaveCases } from './contact-removal.js';
import { CONTACT_TAKEN, ContactWrites, type StoredContact } from '../contact-writes.js';
import { ContactsQueries } from '../contacts.queries.js';

interface Move {
  contact: StoredContact;
  target: { id: string; name: string };
}

@Injectable()
export class MoveService {
  constructor(
    private readonly db: DataSource,
    private readonly writes: ContactWrites,
    private readonly hooks: ContactHooks,
    private readonly audit: AuditService,
    private readonly queries: ContactsQueries,
  ) {}

  /** The login goes along; cases stay where they were reported, open sessions of the contact end. Moving to where they are does nothing. */
  async move(id: string, toCustomerId: string, staff: StaffActor): Promise<ContactDto> {
    await coded(CONTACT_TAKEN, () =>
      transaction(this.db, async (tx) => {
        const contact = (await this.writes.load(tx, [id])).get(id);
        if (!contact) throw new AppError('row.not_found');
        const target = await first<{ name: string }>(tx, `SELECT name FROM customers WHERE id = $1 FOR KEY SHARE`, [
          toCustomerId,
        ]);
        if (!target) throw fieldError('/customerId', 'row.not_found');
        const move = { contact, target: { id: toCustomerId, name: target.name } };
        if (contact.customerId !== toCustomerId) await this.moveTo(tx, move, staff);
      }),
    );
    return this.queries.get(id, staff);
  }

  private async moveTo(tx: EntityManager, { contact, target }: Move, staff: StaffActor): Promise<void> {
    const samePerson = await first(tx, `SELECT 1 FROM contacts WHERE customer_id = $1 AND identity_id = $2`, [
      target.id,
      contact.identityId,
    ]);
    if (samePerson) throw new AppError('contact.same_person');
    await this.hooks.moving(tx, { contactId: contact.id, toCustomerId: target.id, actor: staff });
    await leaveCases(tx, contact.id);
    await rows(tx, `DELETE FROM sessions WHERE contact_id = $1 RETURNING id`, [contact.id]);
    const from = await first<{ name: string }>(tx, `SELECT name FROM customers WHERE id = $1`, [contact.customerId]);
    await rows(
      tx,
      `UPDATE contacts SET customer_id = $2, version = version + 1, updated_at = now() WHERE id = $1 RETURNING id`,
      [contact.id, target.id],
    );
    const facts = { contactId: contact.id, name: contactName(contact), from: from?.name, to: target.name };
    await this.audit.recordMany(tx, staff, 'contact.moved', [
      { ...facts, customerId: contact.customerId },
      { ...facts, customerId: target.id },
    ]);
    await this.hooks.saved(tx, [contact.id], { actor: staff, linkByPhone: true });
  }
}
