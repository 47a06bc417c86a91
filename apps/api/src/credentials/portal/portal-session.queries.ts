import { Injectable } from '@nestjs/common';
import { EFFECTIVE_RIGHTS } from '../../sessions/effective-rights.js';
import { type Db, first, rows } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import type { Right } from '../../http/rights.js';
import { CONTACT_MINIMUM } from '../../passwords/password-rules.js';
import { IS_ASKED } from '../joining/joining-sql.js';
import type { PortalCompanyDto, PortalSessionDto } from './portal.dto.js';

const VIEW = `
  SELECT coalesce(i.display_name, nullif(concat_ws(' ', c.first_name, c.last_name), ''), k.name, i.email, '') AS name,
         coalesce(i.language, c.language, u.language) AS language, i.email,
         ARRAY(SELECT n.e164 FROM identity_phones n WHERE n.identity_id = i.id ORDER BY n.type = 'mobile' DESC, n.e164) AS phones,
         CASE WHEN c.id IS NOT NULL THEN json_build_object('contactId', c.id, 'customerId', u.id, 'name', u.name, 'number', u.number) END AS company,
         k.companies, (SELECT count(*)::int FROM contacts c JOIN customers u ON u.id = c.customer_id WHERE c.asked_identity_id = i.id AND ${IS_ASKED}) AS asked, CASE WHEN c.id IS NULL THEN '{}' ELSE ${EFFECTIVE_RIGHTS} END AS rights, s.must_change AS "mustChange", s.method, w.name AS "staffName", s.expires_at AS "endsAt",
         EXISTS (SELECT 1 FROM credentials x WHERE x.identity_id = i.id AND x.kind = 'password' AND x.state = 'active') AS "hasPassword"
    FROM sessions s JOIN identities i ON i.id = s.identity_id
    LEFT JOIN contacts c ON c.id = s.contact_id LEFT JOIN customers u ON u.id = c.customer_id LEFT JOIN rights_profiles p ON p.id = u.rights_profile_id
    LEFT JOIN staff_members w ON w.id = s.staff_id
   CROSS JOIN LATERAL (
         SELECT count(*)::int AS companies, min(nullif(concat_ws(' ', o.first_name, o.last_name), '')) AS name FROM contacts o JOIN customers ou ON ou.id = o.customer_id
          WHERE o.identity_id = i.id AND o.status = 'active' AND o.is_portal_user AND ou.status = 'active') k
   WHERE s.id = $1`;

/** Open cases the person may see there: all of the company with the right to it, else the own ones. Stops counting at 100. */
const COMPANIES = `
  SELECT c.id AS "contactId", u.id AS "customerId", u.name, u.number, c.id IS NOT DISTINCT FROM $2 AS "isCurrent", c.id IS NOT DISTINCT FROM i.last_contact_id AS "isLastUsed",
         (SELECT count(*)::int FROM (SELECT 1 FROM cases k WHERE k.customer_id = u.id AND k.status IN ('open', 'waiting')
             AND ('case:read_company' = ANY (${EFFECTIVE_RIGHTS}) OR ('case:read_own' = ANY (${EFFECTIVE_RIGHTS}) AND k.contact_id = c.id)) LIMIT 100) n) AS "openCases"
    FROM contacts c JOIN customers u ON u.id = c.customer_id JOIN rights_profiles p ON p.id = u.rights_profile_id JOIN identities i ON i.id = c.identity_id
   WHERE c.identity_id = $1 AND c.status = 'active' AND c.is_portal_user AND u.status = 'active'
   ORDER BY c.id IS NOT DISTINCT FROM i.last_contact_id DESC, u.name_key, c.id LIMIT 200`;

type Row = Omit<PortalSessionDto, 'minPasswordLength' | 'rights' | 'view'> & {
  rights: Right[];
  staffName: string | null;
  endsAt: Date;
};

@Injectable()
export class PortalSessionQueries {
  async view(db: Db, sessionId: string): Promise<PortalSessionDto> {
    const view = await first<Row>(db, VIEW, [sessionId]);
    if (!view) throw new AppError('session.required');
    const { staffName, endsAt, ...person } = view;
    return {
      ...person,
      view: staffName === null ? null : { staffName, endsAt },
      minPasswordLength: CONTACT_MINIMUM,
    };
  }

  companies(db: Db, identityId: string, currentContactId: string | null): Promise<PortalCompanyDto[]> {
    return rows<PortalCompanyDto>(db, COMPANIES, [identityId, currentContactId]);
  }
}
