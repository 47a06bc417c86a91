import { Injectable } from '@nestjs/common';
import { type Db, first, rows } from '../../db/sql.js';
import { ResetSecrets } from './reset-secrets.js';
import { IS_OPEN, type OpenReset } from './reset-sql.js';

/** What a sign-in does with a new password that was asked for and is still to come (D3). */
@Injectable()
export class PendingResets {
  constructor(private readonly secrets: ResetSecrets) {}

  matches(typed: string, reset: OpenReset | null): boolean {
    return this.secrets.isTemporaryPassword(typed, reset);
  }

  /** Of any number of sign-ins at once one gets in (REC-4, REC-11). */
  async use(tx: Db, id: string): Promise<boolean> {
    const used = await rows(
      tx,
      `UPDATE password_resets r SET used_at = now() FROM identities i WHERE r.id = $1 AND i.id = r.identity_id AND ${IS_OPEN} RETURNING r.id`,
      [id],
    );
    return used.length > 0;
  }

  /** The old password was used: what was sent meanwhile works no longer. */
  async forget(tx: Db, id: string): Promise<void> {
    await rows(
      tx,
      `UPDATE password_resets SET ended_by = 'old_password' WHERE id = $1 AND used_at IS NULL AND ended_by IS NULL`,
      [id],
    );
  }

  /** The newest temporary password of a login, used or not: it must not become the new password. */
  async isTemporary(db: Db, identityId: string, typed: string): Promise<boolean> {
    const last = await first<OpenReset>(
      db,
      `SELECT id, mode, credential_version AS version, true AS "byMail", true AS "bySms" FROM password_resets WHERE identity_id = $1 AND outcome = 'sent' ORDER BY id DESC LIMIT 1`,
      [identityId],
    );
    return this.secrets.isTemporaryPassword(typed, last ?? null);
  }
}
