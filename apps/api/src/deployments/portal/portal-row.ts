import { PIN_DUE_BEFORE } from '../../contacts/pin-age.js';
import { type Db, first } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import type { DeploymentPortalDto } from './portal.dto.js';

/** The portal with what rules and records of it need of its deployment. */
export type PortalRow = Omit<DeploymentPortalDto, 'hasPin' | 'wrongTries' | 'pausedAt'> & {
  deploymentId: string;
  customerId: string;
  deploymentName: string;
  pinHash: string | null;
  pinSealed: Buffer | null;
};

/** Throws row.not_found. `lock`: nobody else changes the portal before the caller's transaction ends. */
export async function portalRow(db: Db, id: string, lock: 'lock' | 'look' = 'look'): Promise<PortalRow> {
  const row = await first<PortalRow>(
    db,
    `SELECT o.deployment_id AS "deploymentId", d.customer_id AS "customerId", d.name AS "deploymentName",
            o.is_enabled AS "isEnabled", o.pin_hash AS "pinHash", o.pin_sealed AS "pinSealed", o.pin_version AS "pinVersion",
            o.pin_length AS "pinLength", o.pin_set_at AS "pinSetAt", coalesce(o.pin_set_at < ${PIN_DUE_BEFORE}, false) AS "isPinDue",
            CASE WHEN o.old_pin_until > now() THEN o.old_pin_until END AS "oldPinUntil", o.texts,
            o.shows_open_cases AS "showsOpenCases", o.template_ids AS "templateIds", o.ask_name AS "askName", o.ask_email AS "askEmail",
            o.ask_phone AS "askPhone", o.allows_no_reply AS "allowsNoReply", o.takes_photos AS "takesPhotos", o.languages, o.version
       FROM deployment_portals o JOIN deployments d ON d.id = o.deployment_id
      WHERE o.deployment_id = $1 ${lock === 'lock' ? 'FOR UPDATE OF o' : ''}`,
    [id],
  );
  if (!row) throw new AppError('row.not_found');
  return row;
}
