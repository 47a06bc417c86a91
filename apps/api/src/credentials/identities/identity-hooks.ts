import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ContactHooks } from '../../contacts/contact-hooks.js';
import { CustomerHooks } from '../../customers/customer-hooks.js';
import { rows } from '../../db/sql.js';
import type { AuditActor } from '../../http/actors.js';
import { emailKey } from '../../text/email.js';
import { AccessState } from './access-state.js';
import { DeparturesService } from './departures.service.js';
import { LinkingService } from './linking.service.js';

interface OpenInvitation {
  id: string;
  sentTo: string | null;
  emailKey: string | null;
}

/** A number that is not on file any more opens nothing (S2.21). */
const REVOKE_WITHOUT_NUMBER = `
  UPDATE invitations v SET revoked_at = now() FROM contacts c
   WHERE v.contact_id = ANY ($1) AND c.id = v.contact_id AND v.used_at IS NULL AND v.revoked_at IS NULL
     AND v.way = 'sms' AND NOT EXISTS (
         SELECT 1 FROM contact_phones p WHERE p.contact_id = c.id AND p.e164 = v.sent_to AND p.type = 'mobile' AND p.extension IS NULL)`;

/** Keeps logins in step with contacts and customers, in the transaction that changes them. */
@Injectable()
export class IdentityHooks implements OnModuleInit {
  constructor(
    private readonly contacts: ContactHooks,
    private readonly customers: CustomerHooks,
    private readonly linking: LinkingService,
    private readonly departures: DeparturesService,
    private readonly access: AccessState,
  ) {}

  onModuleInit(): void {
    this.contacts.register({
      saved: (tx, contactIds, change) => this.saved(tx, contactIds, change),
      removing: (tx, contactId, actor) => this.departures.remove(tx, contactId, actor),
      merging: (tx, merge) => this.departures.merge(tx, merge),
      moving: (tx, move) => this.departures.move(tx, move),
    });
    this.customers.register({
      statusChanged: (tx, customerId) => this.customerChanged(tx, customerId),
      removing: (tx, customerId, actor) => this.customerRemoving(tx, customerId, actor),
    });
  }

  private async saved(
    tx: EntityManager,
    contactIds: string[],
    change: { actor: AuditActor; linkByPhone: boolean },
  ): Promise<void> {
    await this.linking.link(tx, contactIds, { actor: change.actor, byPhone: change.linkByPhone });
    await this.departures.closeDoors(tx, contactIds);
    await this.revokeMisdirected(tx, contactIds);
    await rows(tx, REVOKE_WITHOUT_NUMBER, [contactIds]);
    await this.departures.letNumbersGo(tx, contactIds);
    await this.access.refresh(tx, contactIds);
  }

  /** A link sent to an address that is not the contact's any more is dead (REC-12). One that was sent elsewhere on purpose stays. */
  private async revokeMisdirected(tx: EntityManager, contactIds: string[]): Promise<void> {
    const open = await rows<OpenInvitation>(
      tx,
      `SELECT v.id, v.sent_to AS "sentTo", c.email_key AS "emailKey" FROM invitations v
         JOIN contacts c ON c.id = v.contact_id JOIN notifications n ON n.id = v.id
        WHERE v.contact_id = ANY ($1) AND v.used_at IS NULL AND v.revoked_at IS NULL AND n.data -> 'elsewhere' = 'false'`,
      [contactIds],
    );
    const misdirected = open.filter((one) => emailKey(one.sentTo ?? '') !== one.emailKey).map(({ id }) => id);
    if (misdirected.length > 0)
      await rows(tx, `UPDATE invitations SET revoked_at = now() WHERE id = ANY ($1)`, [misdirected]);
  }

  private async customerChanged(tx: EntityManager, customerId: string): Promise<void> {
    const ids = await this.contactIds(tx, customerId);
    await this.departures.closeDoors(tx, ids);
    await this.access.refresh(tx, ids);
  }

  private async customerRemoving(tx: EntityManager, customerId: string, actor: AuditActor): Promise<void> {
    for (const id of await this.contactIds(tx, customerId)) await this.departures.remove(tx, id, actor);
  }

  private async contactIds(tx: EntityManager, customerId: string): Promise<string[]> {
    return (await rows<{ id: string }>(tx, `SELECT id FROM contacts WHERE customer_id = $1`, [customerId])).map(
      ({ id }) => id,
    );
  }
}
