import { Injectable } from '@nestjs/common';
import { AuditService } from '../../../audit/audit.service.js';
import type { Db } from '../../../db/sql.js';
import type { StaffActor } from '../../../http/actors.js';
import { IdentitiesService } from '../../identities/identities.service.js';
import { PinStore } from '../../pins/pin-store.js';

/** Phone and PIN: nothing is sent, staff read it out. */
@Injectable()
export class PinWay {
  constructor(
    private readonly identities: IdentitiesService,
    private readonly pins: PinStore,
    private readonly audit: AuditService,
  ) {}

  async issue(tx: Db, contactId: string, staff: StaffActor): Promise<void> {
    const contact = await this.identities.openContact(tx, contactId);
    const identity = await this.identities.ensure(tx, contact, staff);
    const { state } = await this.pins.issue(tx, identity.id, staff);
    const about = { contactId: contact.id, customerId: contact.customerId, identityId: identity.id };
    await this.audit.record(tx, staff, 'pin.issued', { ...about, state });
  }
}
