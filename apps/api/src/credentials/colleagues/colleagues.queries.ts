import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EFFECTIVE_RIGHTS } from '../../sessions/effective-rights.js';
import { type Db, first, rows } from '../../db/sql.js';
import type { ContactActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { cursorOf, page, readCursor } from '../../http/paging.js';
import type { Right } from '../../http/rights.js';
import { SettingsService } from '../../settings/settings.service.js';
import type { ColleagueDto, ColleaguePage, ColleagueQuery } from './colleague.dto.js';

/** Never by a number, as elsewhere: colleagues see none (C10). */
const nameOf = (c: string): string =>
  `coalesce(nullif(concat_ws(' ', ${c}.first_name, ${c}.last_name), ''), ${c}.email, '')`;

/**
 * People of customer $1 who get in or were asked to; $2: the caller, $3: rights of the caller, $4: days that an invitation works.
 * Somebody with a login elsewhere looks the same as somebody without one. Whom staff only wrote down is not among them.
 */
const people = (where: string, end = ''): string => `
  SELECT c.id, ${nameOf('c')} AS name, c.email, c.id = $2 AS "isYourself", c.access, c.invitation, c.declined_at IS NOT NULL AS "isDeclined",
         c.asked_identity_id IS NOT NULL AS "isAsked", ${EFFECTIVE_RIGHTS} AS rights, ${EFFECTIVE_RIGHTS} <@ $3::text[] AS "isWithinOwn",
         ARRAY(SELECT r FROM unnest(c.rights_removed) r WHERE r <> ALL (c.rights_removed_by_colleagues)) AS withheld, c.name_key AS place,
         CASE WHEN c.asked_identity_id IS NULL THEN v.expires_at ELSE c.invited_by_colleague_at + make_interval(days => $4::int) END AS until,
         CASE WHEN b.id IS NOT NULL THEN ${nameOf('b')} END AS "invitedBy"
    FROM contacts c JOIN customers u ON u.id = c.customer_id JOIN rights_profiles p ON p.id = u.rights_profile_id
    LEFT JOIN contacts b ON b.id = c.invited_by_contact_id AND b.customer_id = c.customer_id
    LEFT JOIN LATERAL (SELECT n.expires_at FROM invitations n WHERE n.contact_id = c.id AND n.used_at IS NULL AND n.revoked_at IS NULL
                        ORDER BY n.created_at DESC LIMIT 1) v ON true
   WHERE c.customer_id = $1 AND c.status = 'active' AND c.is_portal_user
     AND (c.invited_by_colleague_at IS NOT NULL OR (c.identity_id IS NOT NULL AND (c.access <> 'none' OR c.invitation IN ('expired', 'bounced'))))
     AND ${where} ${end}`;

const PAGE = people(
  '($5::text IS NULL OR (c.name_key, c.id) > ($5, $6::uuid))',
  'ORDER BY c.name_key, c.id LIMIT $7::int',
);
const ONE = people('c.id = $5');

/** Held until the transaction ends: nobody takes a right away meanwhile. */
const OWN = `
  SELECT ${EFFECTIVE_RIGHTS} AS rights, c.rights_removed AS removed FROM contacts c JOIN customers u ON u.id = c.customer_id JOIN rights_profiles p ON p.id = u.rights_profile_id
   WHERE c.id = $1 AND c.customer_id = $2 AND c.identity_id = $3 AND c.status = 'active' AND c.is_portal_user AND u.status = 'active' FOR SHARE OF c`;

const PLACES = `
  SELECT u.colleague_cap AS cap, (SELECT count(*)::int FROM contacts c WHERE c.customer_id = u.id AND c.invited_by_colleague_at IS NOT NULL
                                     AND c.is_portal_user AND c.status = 'active') AS used
    FROM customers u WHERE u.id = $1`;

interface Row extends Omit<ColleagueDto, 'state' | 'allowedActions' | 'until'> {
  access: 'none' | 'invited' | 'active' | 'suspended';
  invitation: string;
  isAsked: boolean;
  isDeclined: boolean;
  isWithinOwn: boolean;
  until: Date | null;
  place: string;
}

export interface OwnRights {
  rights: Right[];
  /** Exceptions of the caller: nobody they invite has these rights either. */
  removed: Right[];
}

function stateOf({ access, invitation, isAsked, isDeclined, until }: Row): ColleagueDto['state'] {
  if (access === 'active') return 'active';
  if (access === 'suspended' || isDeclined) return 'ended';
  if (isAsked) return until !== null && until.getTime() < Date.now() ? 'expired' : 'invited';
  if (invitation === 'bounced' || invitation === 'expired') return invitation;
  return access === 'invited' ? 'invited' : 'ended';
}

const NOTHING = { rights: [], withheld: [] };

function toColleague(row: Row): ColleagueDto {
  const { id, name, email, isYourself, isWithinOwn, until, invitedBy } = row;
  const state = stateOf(row);
  const isOpen = state === 'invited' || state === 'expired';
  const mayTouch = isWithinOwn && !isYourself;
  const allowedActions: ColleagueDto['allowedActions'] = [];
  if (mayTouch && isOpen && email !== null) allowedActions.push('resend');
  if (mayTouch) allowedActions.push('change_rights', 'remove');
  const { rights, withheld } = mayTouch ? row : NOTHING;
  const shown = { id, name, email, isYourself, state, until: isOpen ? until : null, invitedBy };
  return { ...shown, rights, withheld, allowedActions };
}

@Injectable()
export class ColleaguesQueries {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
  ) {}

  async list(query: ColleagueQuery, person: ContactActor): Promise<ColleaguePage> {
    const [place, id] = query.cursor ? readCursor(query.cursor, 2) : [null, null];
    const values = [...(await this.values(this.db, person)), place, id, query.limit + 1];
    const found = page(await rows<Row>(this.db, PAGE, values), query.limit, (last) => cursorOf(last.place, last.id));
    const places = await this.places(this.db, person.customerId);
    return { ...found, items: found.items.map(toColleague), ...places, mayGrant: [...person.rights] };
  }

  /** A foreign one, and one who was never asked in, is row.not_found. */
  async one(db: Db, contactId: string, person: ContactActor): Promise<ColleagueDto & { isWithinOwn: boolean }> {
    const row = await first<Row>(db, ONE, [...(await this.values(db, person)), contactId]);
    if (!row) throw new AppError('row.not_found');
    return { ...toColleague(row), isWithinOwn: row.isWithinOwn };
  }

  /** What the caller may do now, not when the request came in (AZN-10). Throws access.denied. */
  async own(tx: Db, { contactId, customerId, identityId }: ContactActor): Promise<OwnRights> {
    const own = await first<OwnRights>(tx, OWN, [contactId, customerId, identityId]);
    if (!own?.rights.includes('colleague:manage')) throw new AppError('access.denied', { missing: 'colleague:manage' });
    return own;
  }

  async places(db: Db, customerId: string): Promise<{ cap: number; used: number }> {
    const found = await first<{ cap: number | null; used: number }>(db, PLACES, [customerId]);
    if (!found) throw new AppError('row.not_found');
    return { used: found.used, cap: found.cap ?? (await this.settings.read(db)).invitations.colleagueCap };
  }

  private async values(db: Db, { customerId, contactId, rights }: ContactActor): Promise<unknown[]> {
    return [customerId, contactId, [...rights], (await this.settings.read(db)).invitations.days];
  }
}
