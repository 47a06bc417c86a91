import { type Db, rows } from '../../db/sql.js';
import type { AccessRunVerdict } from './access-run.dto.js';

interface Judged {
  state: 'waiting' | 'skipped';
  verdict: AccessRunVerdict;
}

const LOGINS = `
  SELECT c.id AS "contactId", c.identity_id AS "identityId",
         EXISTS (SELECT 1 FROM access_run_rows x JOIN contacts o ON o.id = x.contact_id
                  WHERE x.run_id = $1 AND x.state = 'waiting' AND o.identity_id = c.identity_id) AS "isTaken"
    FROM contacts c WHERE c.id = ANY ($2) AND c.identity_id IS NOT NULL`;

/** A PIN belongs to the login: a person at three companies gets one new PIN, by the first of their rows. */
export async function oncePerLogin(tx: Db, runId: string, contactIds: readonly string[]) {
  const found = await rows<{ contactId: string; identityId: string; isTaken: boolean }>(tx, LOGINS, [
    runId,
    contactIds,
  ]);
  const loginOf = new Map(found.map(({ contactId, identityId }) => [contactId, identityId]));
  const taken = new Set(found.filter(({ isTaken }) => isTaken).map(({ identityId }) => identityId));
  return (contactId: string, judged: Judged): Judged => {
    const login = loginOf.get(contactId);
    if (judged.state === 'skipped' || login === undefined) return judged;
    if (taken.has(login)) return { state: 'skipped', verdict: 'same_login' };
    taken.add(login);
    return judged;
  };
}
