import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CustomerHooks } from '../../customers/customer-hooks.js';
import { contactNameSql } from '../../customers/login-fates.js';
import { rows } from '../../db/sql.js';
import type { AuditActor } from '../../http/actors.js';
import { ContactRemoval } from './contact-removal.js';

/** A customer's contacts go with it. */
@Injectable()
export class CustomerFollower implements OnModuleInit {
  constructor(
    private readonly customers: CustomerHooks,
    private readonly removal: ContactRemoval,
  ) {}

  onModuleInit(): void {
    this.customers.register({ removing: (tx, customerId, actor) => this.removeAll(tx, customerId, actor) });
  }

  private async removeAll(tx: EntityManager, customerId: string, actor: AuditActor): Promise<void> {
    const found = await rows<{ id: string; customerId: string; name: string | null }>(
      tx,
      `SELECT c.id, c.customer_id AS "customerId", ${contactNameSql('c')} AS name FROM contacts c WHERE c.customer_id = $1 ORDER BY c.id FOR UPDATE OF c`,
      [customerId],
    );
    for (const contact of found) await this.removal.remove(tx, contact, actor);
  }
}
