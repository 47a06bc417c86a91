import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditActor } from '../http/actors.js';

/**
 * What other features do when contacts change, in the same transaction. Credentials links identities and keeps the access state,
 * cases keep the reporter's name. Ids come in batches, because an import changes five hundred at once.
 */
export interface ContactHook {
  /** After contacts were created or changed (names, e-mail, phones, flags, status). `linkByPhone: false`: staff said it is another person. */
  saved?(tx: EntityManager, contactIds: string[], change: { actor: AuditActor; linkByPhone: boolean }): Promise<void>;
  /** Before a contact is deleted. */
  removing?(tx: EntityManager, contactId: string, actor: AuditActor): Promise<void>;
  /** Before `fromId` is deleted because it is the same person as `intoId` at the same customer. */
  merging?(tx: EntityManager, merge: { fromId: string; intoId: string; actor: AuditActor }): Promise<void>;
  /** Before a contact's customer changes. */
  moving?(tx: EntityManager, move: { contactId: string; toCustomerId: string; actor: AuditActor }): Promise<void>;
}

@Injectable()
export class ContactHooks {
  private readonly hooks: ContactHook[] = [];

  register(hook: ContactHook): void {
    this.hooks.push(hook);
  }

  async saved(
    tx: EntityManager,
    contactIds: string[],
    change: { actor: AuditActor; linkByPhone: boolean },
  ): Promise<void> {
    for (const hook of this.hooks) await hook.saved?.(tx, contactIds, change);
  }
  async removing(tx: EntityManager, contactId: string, actor: AuditActor): Promise<void> {
    for (const hook of this.hooks) await hook.removing?.(tx, contactId, actor);
  }
  async merging(tx: EntityManager, merge: { fromId: string; intoId: string; actor: AuditActor }): Promise<void> {
    for (const hook of this.hooks) await hook.merging?.(tx, merge);
  }
  async moving(tx: EntityManager, move: { contactId: string; toCustomerId: string; actor: AuditActor }): Promise<void> {
    for (const hook of this.hooks) await hook.moving?.(tx, move);
  }
}
