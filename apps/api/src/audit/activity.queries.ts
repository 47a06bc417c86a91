import { type Db, first, rows } from '../db/sql.js';
import { AppError } from '../http/app-error.js';
import { cursorOf, page, readCursor } from '../http/paging.js';
import type { PageQuery } from '../http/schemas.js';
import type { ActivityEvent } from './activity.dto.js';

const END = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * What names the contact, and what their login did, unless it says that it was for another customer: sign-ins know only
 * the login, which may open several companies.
 */
const OF_CONTACT = `id IN (
  (SELECT id FROM audit_events WHERE contact_id = $1 AND id < $2::uuid ORDER BY id DESC LIMIT $3)
  UNION ALL
  (SELECT id FROM audit_events
    WHERE identity_id = (SELECT identity_id FROM contacts WHERE id = $1)
      AND (customer_id IS NULL OR customer_id = (SELECT customer_id FROM contacts WHERE id = $1))
      AND id < $2::uuid ORDER BY id DESC LIMIT $3))`;

const OF = {
  customer: 'customer_id = $1',
  contact: OF_CONTACT,
  deployment: 'deployment_id = $1',
  device: 'device_id = $1',
} as const;

/** Newest first; ids are UUIDv7, so their order is the order of time. A condition per column, so that its index serves the page. */
export async function listActivity(db: Db, of: { kind: keyof typeof OF; id: string }, query: PageQuery) {
  const exists = await first(db, `SELECT 1 FROM ${of.kind}s WHERE id = $1`, [of.id]);
  if (!exists) throw new AppError('row.not_found');
  const [before] = query.cursor ? readCursor(query.cursor, 1) : [END];
  const found = await rows<ActivityEvent>(
    db,
    `SELECT id, at, action, json_build_object('kind', actor_kind, 'id', actor_id, 'name', actor_name) AS actor,
            customer_id AS "customerId", contact_id AS "contactId",
            deployment_id AS "deploymentId", device_id AS "deviceId", detail - 'changes' AS detail
       FROM audit_events WHERE ${OF[of.kind]} AND id < $2::uuid ORDER BY id DESC LIMIT $3`,
    [of.id, before, query.limit + 1],
  );
  return page(found, query.limit, (last) => cursorOf(last.id));
}
