import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Keys } from '../../config/keys.js';
import { labelUrl, openLabelCodes } from '../../deployments/labels/label-codes.js';
import { PortalPinStore } from '../../deployments/portal/portal-pin-store.js';
import { portalRow } from '../../deployments/portal/portal-row.js';
import { SettingsService } from '../../settings/settings.service.js';
import type { Login } from '../../launch/welcome.js';
import { first } from '../sql.js';

interface Row {
  id: string;
  publicId: string;
  sealed: Buffer;
  deploymentId: string;
}

/** A label of the demo and its PIN as they are now, to try a visit with; none where the demo was changed so that none leads anywhere. */
export async function demoVisit(app: INestApplicationContext): Promise<Login[]> {
  const db = app.get(DataSource);
  const label = await first<Row>(
    db,
    `SELECT l.id, l.public_id AS "publicId", l.sealed, d.deployment_id AS "deploymentId"
       FROM deployments p JOIN deployment_portals o ON o.deployment_id = p.id AND o.is_enabled AND o.pin_hash IS NOT NULL
       JOIN devices d ON d.deployment_id = p.id AND d.status = 'active' JOIN labels l ON l.id = d.active_label_id
      WHERE p.external_id LIKE 'SITE-%' AND p.status = 'active' ORDER BY p.external_id, d.created_at, d.id LIMIT 1`,
  );
  if (!label) return [];
  const { secret } = openLabelCodes(app.get(Keys), label.id, label.sealed);
  const url = labelUrl(await app.get(SettingsService).portalOrigin(db), label.publicId, secret);
  const pin = app.get(PortalPinStore).open(await portalRow(db, label.deploymentId));
  return [{ who: 'Scan and report', how: `${url}   PIN ${pin}` }];
}
