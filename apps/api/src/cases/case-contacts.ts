import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ContactHooks } from '../contacts/contact-hooks.js';
import { rows } from '../db/sql.js';

/** What becomes of a contact's cases when the contact goes: a case stays with its customer, and remembers who reported it (S1.18). */
@Injectable()
export class CaseContacts implements OnModuleInit {
  constructor(private readonly hooks: ContactHooks) {}

  onModuleInit(): void {
    this.hooks.register({
      removing: (tx, contactId) => this.release(tx, contactId),
      moving: (tx, { contactId }) => this.release(tx, contactId),
      merging: (tx, { fromId, intoId }) => this.handOver(tx, fromId, intoId),
    });
  }

  private async release(tx: EntityManager, contactId: string): Promise<void> {
    await rows(
      tx,
      `UPDATE cases k SET contact_id = NULL, reporter_name = coalesce(k.reporter_name, nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email)
         FROM contacts c WHERE c.id = $1 AND k.contact_id = c.id RETURNING k.id`,
      [contactId],
    );
    await rows(tx, `UPDATE case_messages SET contact_id = NULL WHERE contact_id = $1 RETURNING id`, [contactId]);
    await rows(tx, `DELETE FROM case_files WHERE case_id IS NULL AND owner = $1 RETURNING id`, [`contact:${contactId}`]);
  }

  private async handOver(tx: EntityManager, fromId: string, intoId: string): Promise<void> {
    await rows(tx, `UPDATE cases SET contact_id = $2 WHERE contact_id = $1 RETURNING id`, [fromId, intoId]);
    await rows(tx, `UPDATE case_messages SET contact_id = $2 WHERE contact_id = $1 RETURNING id`, [fromId, intoId]);
    await rows(tx, `UPDATE case_files SET owner = $2 WHERE owner = $1 AND case_id IS NULL RETURNING id`, [`contact:${fromId}`, `contact:${intoId}`]);
  }
}
