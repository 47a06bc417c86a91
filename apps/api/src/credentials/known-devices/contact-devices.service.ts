import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { DONE, type Done } from '../../http/schemas.js';
import { loginOfContact } from '../access/login-of-contact.js';
import type { OwnDevice } from './known-device.dto.js';
import { KnownDevicesService } from './known-devices.service.js';

/** What staff see and do of a person's browsers. */
@Injectable()
export class ContactDevicesService {
  constructor(
    private readonly db: DataSource,
    private readonly devices: KnownDevicesService,
    private readonly audit: AuditService,
  ) {}

  async list(contactId: string): Promise<{ items: OwnDevice[] }> {
    const { identityId } = await loginOfContact(this.db, contactId);
    return { items: await this.devices.list(this.db, identityId) };
  }

  endOne(contactId: string, knownDeviceId: string, staff: StaffActor): Promise<Done> {
    return transaction(this.db, async (tx) => {
      const login = await loginOfContact(tx, contactId);
      await this.devices.end(tx, login.identityId, knownDeviceId);
      await this.audit.record(tx, staff, 'session.device_ended_by_staff', { ...login });
      return DONE;
    });
  }

  endAll(contactId: string, staff: StaffActor): Promise<{ ended: number }> {
    return transaction(this.db, async (tx) => {
      const login = await loginOfContact(tx, contactId);
      const ended = await this.devices.endAll(tx, login.identityId);
      await this.audit.record(tx, staff, 'session.ended_by_staff', { ...login, sessions: ended });
      return { ended };
    });
  }
}
