import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CustomerHooks } from '../customers/customer-hooks.js';
import { contactNameSql } from '../customers/login-fates.js';
import { rows } from '../db/sql.js';
import type { AuditActor } from '../http/actors.js';
import { ContactHooks } from './contact-hooks.js';
import { ContactRemoval } from './contact-removal.js';

const BATCH = 500;

/** What a customer's fate means for its contacts. */
@Injectable()
export class CustomerFollower implements OnModuleInit {
  constructor(
    private readonly customers: CustomerHooks,
    private readonly contacts: ContactHooks,
    private readonly removal: ContactRemoval,
  ) {}

  onModuleInit(): void {
    this.customers.register({
      statusChanged: (tx, customerId, actor) => this.tellHooks(tx, customerId, actor),
      removing: (tx, customerId, actor) => this.removeAll(tx, customerId, actor),
    });
  }

  /** Their portal access may be another one now. */
  private async tellHooks(tx: EntityManager, customerId: string, actor: AuditActor): Promise<void> {
    const found = await rows<{ id: string }>(tx, `SELECT id FROM contacts WHERE customer_id = $1 ORDER BY id FOR UPDATE`, [customerId]);
    for (let at = 0; at < found.length; at += BATCH) {
      const ids = found.slice(at, at + BATCH).map(({ id }) => id);
      await this.contacts.saved(tx, ids, { actor, linkByPhone: true });
    }
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
