import { type Db, first } from '../../db/sql.js';
import type { AccessRunKind } from './access-run.dto.js';
import type { StaffActor } from '../../http/actors.js';
import { type Permission, permissionsOf, type StaffRole } from '../../http/permissions.js';

/** In whose name a run works: a member of staff, or a key. */
export type Actor = Pick<StaffActor, 'kind' | 'id' | 'staffId' | 'name' | 'ip'>;

interface Row {
  role: StaffRole;
  language: string | null;
  scopes: Permission[] | null;
}

const LIVE = `
  SELECT m.role, m.language, k.scopes
    FROM staff_members m LEFT JOIN api_keys k ON k.id = $2 AND k.owner_id = m.id AND k.revoked_at IS NULL AND k.expires_at > now()
   WHERE m.id = $1 AND m.status = 'active' AND ($2::uuid IS NULL OR k.id IS NOT NULL)`;

/** What a run of each kind needs. */
export const NEEDED: Record<AccessRunKind, readonly Permission[]> = {
  access: ['credential:send'],
  pins: ['credential:send', 'credential:set'],
};

/** The actor with what they may do at this moment; undefined when they may not do this any more: they left, or the key ended. */
export async function actorNow(
  db: Db,
  { kind, id, staffId, name, ip }: Actor,
  run: AccessRunKind = 'access',
): Promise<StaffActor | undefined> {
  const row = await first<Row>(db, LIVE, [staffId, kind === 'key' ? id : null]);
  if (!row) return undefined;
  const byRole = permissionsOf(row.role);
  const permissions = kind === 'key' ? new Set((row.scopes ?? []).filter((scope) => byRole.has(scope))) : byRole;
  if (!NEEDED[run].every((one) => permissions.has(one))) return undefined;
  const { role, language } = row;
  const live = { kind, id, staffId, name, ip, role, language, permissions };
  return { ...live, sessionId: null, authenticatedAt: null, mustEnrol: false };
}

/** What is kept of them. */
export const actorOf = ({ kind, id, staffId, name, ip }: StaffActor): Actor => ({ kind, id, staffId, name, ip });
