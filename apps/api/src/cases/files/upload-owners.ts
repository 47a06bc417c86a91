import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactHooks } from '../../contacts/contact-hooks.js';
import { type Db, rows } from '../../db/sql.js';

const ownedBy = (contactId: string): string => `contact:${contactId}`;

/** What becomes of uploads that no message named yet when their contact goes. Cases and messages are looked after by contacts. */
@Injectable()
export class UploadOwners implements OnModuleInit {
  constructor(private readonly hooks: ContactHooks) {}

  onModuleInit(): void {
    this.hooks.register({
      removing: (tx, contactId) => this.forget(tx, contactId),
      moving: (tx, { contactId }) => this.forget(tx, contactId),
      merging: (tx, { fromId, intoId }) => this.handOver(tx, fromId, intoId),
    });
  }

  private async forget(tx: Db, contactId: string): Promise<void> {
    await rows(tx, `DELETE FROM case_files WHERE case_id IS NULL AND owner = $1 RETURNING id`, [ownedBy(contactId)]);
  }

  private async handOver(tx: Db, fromId: string, intoId: string): Promise<void> {
    await rows(tx, `UPDATE case_files SET owner = $2 WHERE case_id IS NULL AND owner = $1 RETURNING id`, [
      ownedBy(fromId),
      ownedBy(intoId),
    ]);
  }
}
