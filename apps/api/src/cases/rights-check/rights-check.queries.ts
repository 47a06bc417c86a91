import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { first } from '../../db/sql.js';
import { IS_IN_USE } from '../../deployments/visits/live-visit.js';
import { AppError } from '../../http/app-error.js';
import type { StaffActor } from '../../http/actors.js';
import type { Right } from '../../http/rights.js';
import { EFFECTIVE_RIGHTS } from '../../sessions/effective-rights.js';
import { READABLE, visibleTo } from '../portal/visible-cases.js';
import type { RightsCheck, RightsCheckQuery, RightsCheckReason } from './rights-check.dto.js';

interface Reader {
  contactId: string;
  customerId: string;
  isOpen: boolean;
  isPortalUser: boolean;
  hasLogin: boolean;
  granted: Right[];
  removed: Right[];
  rights: Right[];
}

/** What a session of this contact would hold. */
const READER = `
  SELECT c.id AS "contactId", c.customer_id AS "customerId", c.status = 'active' AND u.status = 'active' AS "isOpen", c.is_portal_user AS "isPortalUser",
         coalesce(i.status = 'active', false) AS "hasLogin", p.rights AS granted, c.rights_removed AS removed, ${EFFECTIVE_RIGHTS} AS rights
    FROM contacts c JOIN customers u ON u.id = c.customer_id JOIN rights_profiles p ON p.id = u.rights_profile_id LEFT JOIN identities i ON i.id = c.identity_id
   WHERE c.id = $1`;

const OTHER_CONTACT = `(SELECT o.id FROM contacts c JOIN contacts o ON o.identity_id = c.identity_id AND o.customer_id = u.id WHERE c.id = $3 AND c.customer_id <> u.id LIMIT 1)`;

interface FoundCase {
  isReadable: boolean;
  isOwn: boolean;
  isFollowed: boolean;
  customerId: string;
  customerName: string;
  otherContactId: string | null;
}

/** By the fence that the portal's own query of one case has. */
const CASE = `
  SELECT ${READABLE} AS "isReadable", coalesce(k.contact_id = $3, false) AS "isOwn",
         EXISTS (SELECT 1 FROM case_followers f WHERE f.case_id = k.id AND f.contact_id = $3) AS "isFollowed",
         u.id AS "customerId", u.name AS "customerName", ${OTHER_CONTACT} AS "otherContactId"
    FROM cases k JOIN customers u ON u.id = k.customer_id WHERE k.id = $4`;

/** By the conditions under which a visit begins. */
const DEVICE = `
  SELECT ${IS_IN_USE.customer} AS customer, ${IS_IN_USE.deployment} AS deployment, ${IS_IN_USE.device} AS device, coalesce(${IS_IN_USE.portal}, false) AS portal,
         EXISTS (SELECT 1 FROM labels l WHERE l.device_id = d.id AND ${IS_IN_USE.label}) AS label, u.id AS "customerId", u.name AS "customerName"
    FROM devices d JOIN deployments e ON e.id = d.deployment_id JOIN customers u ON u.id = e.customer_id
    LEFT JOIN deployment_portals o ON o.deployment_id = e.id WHERE d.id = $1`;

type FoundDevice = Record<keyof typeof IS_IN_USE, boolean> & Pick<FoundCase, 'customerId' | 'customerName'>;

/** What is missing where nobody can report, from the company inwards. */
const MISSING = [
  ['customer', 'customer_inactive'],
  ['deployment', 'deployment_inactive'],
  ['device', 'device_retired'],
  ['portal', 'portal_off'],
  ['label', 'no_label'],
] as const satisfies readonly (readonly [keyof typeof IS_IN_USE, RightsCheckReason])[];

/** Rights that explain themselves: one question of staff, answered by what decides in the portal (S3.10, INV-6). */
@Injectable()
export class RightsCheckQueries {
  constructor(private readonly db: DataSource) {}

  /** Throws row.not_found, access.denied. */
  async check(id: string, { caseId, deviceId }: RightsCheckQuery, staff: StaffActor): Promise<RightsCheck> {
    const needed = caseId ? 'case:read' : 'deployment:read';
    if (!staff.permissions.has(needed)) throw new AppError('access.denied', { missing: needed });
    const reader = await first<Reader>(this.db, READER, [id]);
    if (!reader) throw new AppError('row.not_found');
    return caseId ? this.ofCase(reader, caseId) : this.ofDevice(deviceId ?? '');
  }

  private async ofCase(reader: Reader, caseId: string): Promise<RightsCheck> {
    const closed = closedDoor(reader);
    const { customerId, contactId } = reader;
    const fence = closed ? [customerId, contactId] : visibleTo({ ...reader, rights: new Set(reader.rights) });
    const found = await first<FoundCase>(this.db, CASE, [...fence, contactId, caseId]);
    if (!found) throw new AppError('row.not_found');
    const allowed = closed === null && found.isReadable;
    return {
      allowed,
      reason: allowed ? reasonToSee(found) : reasonNotToSee(reader, found, closed),
      customer: { id: found.customerId, name: found.customerName },
      otherContactId: found.otherContactId,
    };
  }

  private async ofDevice(deviceId: string): Promise<RightsCheck> {
    const found = await first<FoundDevice>(this.db, DEVICE, [deviceId]);
    if (!found) throw new AppError('row.not_found');
    const missing = MISSING.find(([part]) => !found[part]);
    return {
      allowed: missing === undefined,
      reason: missing?.[1] ?? 'by_label',
      customer: { id: found.customerId, name: found.customerName },
      otherContactId: null,
    };
  }
}

/** Why this contact sees no case at all. */
function closedDoor({ isOpen, isPortalUser, hasLogin, rights, granted, removed }: Reader): RightsCheckReason | null {
  if (!isOpen) return 'inactive';
  if (!isPortalUser) return 'not_portal_user';
  if (!hasLogin) return 'no_login';
  if (rights.includes('case:read_own') || rights.includes('case:read_company')) return null;
  if (!granted.includes('case:read_own')) return 'profile';
  return removed.includes('case:read_own') ? 'contact' : 'portal';
}

function reasonToSee({ isOwn, isFollowed }: FoundCase): RightsCheckReason {
  if (isOwn) return 'own';
  return isFollowed ? 'follower' : 'company';
}

/** Another company's case is out of reach whatever else is changed. */
function reasonNotToSee({ customerId }: Reader, found: FoundCase, closed: RightsCheckReason | null): RightsCheckReason {
  if (found.customerId !== customerId) return 'other_customer';
  return closed ?? 'not_own';
}
