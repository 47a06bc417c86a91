import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { transaction } from '../../db/sql.js';
import type { PersonActor } from '../../http/actors.js';
import { DONE, type Done } from '../../http/schemas.js';
import type { OwnDevice } from './known-device.dto.js';
import { KnownDevicesService } from './known-devices.service.js';

/** What signed-in people do with their browsers. */
@Injectable()
export class OwnDevicesService {
  constructor(
    private readonly db: DataSource,
    private readonly devices: KnownDevicesService,
  ) {}

  async list(person: PersonActor): Promise<{ items: OwnDevice[] }> {
    return { items: await this.devices.list(this.db, person.identityId, person.sessionId) };
  }

  async endOthers(person: PersonActor): Promise<Done> {
    await transaction(this.db, (tx) => this.devices.endAll(tx, person.identityId, person.sessionId));
    return DONE;
  }

  async endOne(id: string, person: PersonActor): Promise<Done> {
    await transaction(this.db, (tx) => this.devices.end(tx, person.identityId, id));
    return DONE;
  }
}
