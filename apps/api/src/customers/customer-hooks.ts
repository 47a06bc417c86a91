import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditActor } from '../http/actors.js';

/** What other features do when customers change, in the same transaction. */
export interface CustomerHook {
  /** After a customer was deactivated or reactivated. */
  statusChanged?(tx: EntityManager, customerId: string, actor: AuditActor): Promise<void>;
  /** Before a customer is deleted: whoever holds rows of it deletes them. */
  removing?(tx: EntityManager, customerId: string, actor: AuditActor): Promise<void>;
}

@Injectable()
export class CustomerHooks {
  private readonly hooks: CustomerHook[] = [];

  register(hook: CustomerHook): void {
    this.hooks.push(hook);
  }

  async statusChanged(tx: EntityManager, customerId: string, actor: AuditActor): Promise<void> {
    for (const hook of this.hooks) await hook.statusChanged?.(tx, customerId, actor);
  }
  async removing(tx: EntityManager, customerId: string, actor: AuditActor): Promise<void> {
    for (const hook of this.hooks) await hook.removing?.(tx, customerId, actor);
  }
}
