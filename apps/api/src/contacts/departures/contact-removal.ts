import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { contactNameSql } from '../../customers/login-fates.js';
import { rows } from '../../db/sql.js';
import type { AuditActor } from '../../http/actors.js';
import { ContactHooks } from '../contact-hooks.js';

/** Takes a contact out of the cases they reported, followed and wrote in: the cases stay, with the name (never a dangling id). */
export async function leaveCases(tx: EntityManager, contactId: string): Promise<void> {
  await rows(
    tx,
    `UPDATE cases k SET reporter_name = coalesce(k.reporter_name, (SELECT ${contactNameSql('c')} FROM contacts c WHERE c.id = $1)), contact_id = NULL
      WHERE k.contact_id = $1 RETURNING k.id`,
    [contactId],
  );
  await rows(tx, `DELETE FROM case_followers WHERE contact_id = $1 RETURNING case_id`, [contactId]);
  await rows(tx, `UPDATE case_messages SET contact_id = NULL WHERE contact_id = $1 RETURNING id`, [contactId]);
}

@Injectable()
export class ContactRemoval {
  constructor(
    private readonly hooks: ContactHooks,
    private readonly audit: AuditService,
  ) {}

  /** Deletes one contact. */
  async remove(
    tx: EntityManager,
    contact: { id: string; customerId: string; name: string | null },
    actor: AuditActor,
  ): Promise<void> {
    await this.take(tx, contact.id, actor);
    await this.audit.record(tx, actor, 'contact.deleted', {
      customerId: contact.customerId,
      contactId: contact.id,
      name: contact.name,
    });
  }

  /** Without a record of its own. The hook of credentials decides about the login before the row goes. */
  async take(tx: EntityManager, contactId: string, actor: AuditActor): Promise<void> {
    await this.hooks.removing(tx, contactId, actor);
    await leaveCases(tx, contactId);
    await rows(tx, `DELETE FROM sessions WHERE contact_id = $1 RETURNING id`, [contactId]);
    await rows(tx, `DELETE FROM contacts WHERE id = $1 RETURNING id`, [contactId]);
  }
}
