import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ContactHooks } from '../../contacts/contact-hooks.js';
import { rows } from '../../db/sql.js';

/** A contact that becomes another one keeps its place in runs, unless that one has a place there already. */
@Injectable()
export class AccessRunFollower implements OnModuleInit {
  constructor(private readonly contacts: ContactHooks) {}

  onModuleInit(): void {
    this.contacts.register({ merging: (tx, { fromId, intoId }) => this.follow(tx, fromId, intoId) });
  }

  private async follow(tx: EntityManager, fromId: string, intoId: string): Promise<void> {
    await rows(
      tx,
      `UPDATE access_run_rows x SET contact_id = $2
        WHERE x.contact_id = $1 AND NOT EXISTS (SELECT 1 FROM access_run_rows o WHERE o.run_id = x.run_id AND o.contact_id = $2)`,
      [fromId, intoId],
    );
  }
}
