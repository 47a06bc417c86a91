/*
 * The one way labels come into being and end, inside the caller's transaction.
 *
 *   make(tx, devices)              a new label for each, in use from now on; answers their ids, in order
 *   lock(tx, id)                   the label with its device, both locked
 *   endVisits(tx, labelId)         visits that it opened end (POR-5, INV-8)
 *   tell(tx, devices)              open screens fetch anew
 */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Keys } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { type Db, first, rows } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { LiveEvents } from '../../live/live-events.js';
import { makeLabelCodes } from './label-codes.js';
import type { Labelled } from './label-facts.js';

export interface StoredLabel {
  id: string;
  publicId: string;
  state: 'active' | 'superseded' | 'revoked';
  replacedById: string | null;
  sealed: Buffer;
  /** Undefined once the device was deleted. */
  device: (Labelled & { status: 'active' | 'retired' }) | undefined;
}

interface Row extends Omit<StoredLabel, 'device'>, Labelled {
  status: 'active' | 'retired';
  labelDeviceId: string | null;
}

const LABEL = `
  SELECT l.id, l.public_id AS "publicId", l.state, l.replaced_by_id AS "replacedById", l.sealed, l.device_id AS "labelDeviceId",
         d.id AS "deviceId", d.name, d.status, d.deployment_id AS "deploymentId", p.customer_id AS "customerId"
    FROM labels l LEFT JOIN devices d ON d.id = l.device_id LEFT JOIN deployments p ON p.id = d.deployment_id WHERE l.id = $1`;

/** Throws row.not_found. */
export async function labelRow(db: Db, id: string): Promise<StoredLabel> {
  const row = await first<Row>(db, LABEL, [id]);
  if (!row) throw new AppError('row.not_found');
  const { labelDeviceId, status, deviceId, name, deploymentId, customerId, ...label } = row;
  return { ...label, device: labelDeviceId ? { deviceId, name, status, deploymentId, customerId } : undefined };
}

@Injectable()
export class LabelWrites {
  constructor(
    private readonly keys: Keys,
    private readonly live: LiveEvents,
  ) {}

  /** The caller holds the devices' locks. */
  async make(tx: EntityManager, devices: readonly (Labelled & { labelId?: string })[]): Promise<string[]> {
    const made = devices.map(({ deviceId, labelId = newId() }) => {
      const { publicId, secretHash, codeHash, sealed } = makeLabelCodes(this.keys, labelId);
      return { id: labelId, deviceId, publicId, secretHash, codeHash, sealed: sealed.toString('base64') };
    });
    await rows(
      tx,
      `WITH x AS (
         SELECT * FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, "deviceId" uuid, "publicId" text, "secretHash" text, "codeHash" text, sealed text)),
       made AS (
         INSERT INTO labels (id, public_id, secret_hash, code_hash, sealed, device_id)
         SELECT id, "publicId", "secretHash", "codeHash", decode(sealed, 'base64'), "deviceId" FROM x)
       UPDATE devices d SET active_label_id = x.id FROM x WHERE d.id = x."deviceId" RETURNING d.id`,
      [JSON.stringify(made)],
    );
    return made.map(({ id }) => id);
  }

  /** The device first, as everybody does who changes devices: nobody waits in a circle. Throws row.not_found. */
  async lock(tx: EntityManager, id: string): Promise<StoredLabel> {
    await rows(tx, `SELECT id FROM devices WHERE id = (SELECT device_id FROM labels WHERE id = $1) FOR UPDATE`, [id]);
    await rows(tx, `SELECT id FROM labels WHERE id = $1 FOR UPDATE`, [id]);
    return labelRow(tx, id);
  }

  async endVisits(tx: EntityManager, labelId: string): Promise<void> {
    await rows(tx, `DELETE FROM sessions WHERE label_id = $1 AND kind = 'visit' RETURNING id`, [labelId]);
  }

  async tell(tx: EntityManager, devices: readonly Pick<Labelled, 'deviceId' | 'deploymentId'>[]): Promise<void> {
    await this.live.publishEach(
      tx,
      'device.changed',
      devices.map(({ deviceId }) => deviceId),
    );
    await this.live.publishEach(
      tx,
      'deployment.changed',
      devices.map(({ deploymentId }) => deploymentId),
    );
  }
}
