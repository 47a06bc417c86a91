import { Injectable } from '@nestjs/common';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { newId } from '../../db/id.js';
import { type Db, first, rows } from '../../db/sql.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import { SettingsService } from '../../settings/settings.service.js';
import { assertStrong, CONTACT_MINIMUM, weakPassword } from '../../passwords/password-rules.js';
import { IdentitiesService } from '../identities/identities.service.js';
import { PendingResets } from '../resets/pending-resets.js';

export interface StoredPassword {
  hash: string;
  mustChange: boolean;
}

interface NewPassword {
  hash: string;
  setBy: { kind: 'staff' | 'contact'; id: string; name: string | null };
  mustChange: boolean;
  /** The session that stays; all others end. */
  keepSession?: string | null;
}

@Injectable()
export class PasswordStore {
  constructor(
    private readonly identities: IdentitiesService,
    private readonly sessions: SessionsService,
    private readonly budgets: BudgetsService,
    private readonly settings: SettingsService,
    private readonly resets: PendingResets,
  ) {}

  active(db: Db, identityId: string): Promise<StoredPassword | undefined> {
    return first<StoredPassword>(
      db,
      `SELECT hash, must_change AS "mustChange" FROM credentials WHERE identity_id = $1 AND kind = 'password' AND state = 'active'`,
      [identityId],
    );
  }

  /** Throws password.weak. What others know of the person may not be in it (AUT-8). */
  async assertStrong(
    db: Db,
    password: string,
    of: { identityId?: string | null; contactId?: string | null; pointer?: string },
  ): Promise<void> {
    const { company } = await this.settings.read(db);
    const found = await rows<{ term: string | null }>(
      db,
      `SELECT email AS term FROM identities WHERE id = $1
       UNION SELECT e164 FROM identity_phones WHERE identity_id = $1
       UNION SELECT u.name FROM contacts c JOIN customers u ON u.id = c.customer_id WHERE c.identity_id = $1 OR c.id = $2
       UNION SELECT email FROM contacts WHERE id = $2`,
      [of.identityId ?? null, of.contactId ?? null],
    );
    const own = [company.name, ...found.flatMap(({ term }) => (term ? [term] : []))];
    assertStrong(password, { minimum: CONTACT_MINIMUM, own }, of.pointer);
    if (of.identityId && (await this.resets.isTemporary(db, of.identityId, password)))
      throw weakPassword('unchanged', CONTACT_MINIMUM, of.pointer);
  }

  /** Contacts, then the login, as staff do who open a contact first: nobody waits in a circle. */
  async lock(tx: Db, identityId: string): Promise<void> {
    await rows(tx, `SELECT 1 FROM contacts WHERE identity_id = $1 ORDER BY id FOR NO KEY UPDATE`, [identityId]);
    await rows(tx, `SELECT 1 FROM identities WHERE id = $1 FOR UPDATE`, [identityId]);
  }

  /** Takes the place of the password at once, for all companies; sessions, known devices and open links of before end (REC-8). */
  async replace(tx: Db, identityId: string, next: NewPassword): Promise<void> {
    await this.lock(tx, identityId);
    await rows(tx, `DELETE FROM credentials WHERE identity_id = $1 AND kind = 'password'`, [identityId]);
    await rows(
      tx,
      `INSERT INTO credentials (id, identity_id, kind, state, hash, set_by, set_by_id, set_by_name, must_change) VALUES ($1, $2, 'password', 'active', $3, $4, $5, $6, $7)`,
      [newId(), identityId, next.hash, next.setBy.kind, next.setBy.id, next.setBy.name, next.mustChange],
    );
    await this.endAllElse(tx, identityId, next.keepSession ?? null);
    await this.budgets.clear(tx, [this.budgets.key({ kind: 'password', subject: identityId })]);
  }

  /** Open links, known devices and all sessions but this one end: how the person signs in is another from now on. */
  async endAllElse(tx: Db, identityId: string, keepSession: string | null): Promise<void> {
    await this.identities.newVersion(tx, identityId);
    await rows(
      tx,
      `UPDATE invitations SET revoked_at = now() WHERE identity_id = $1 AND used_at IS NULL AND revoked_at IS NULL`,
      [identityId],
    );
    await rows(tx, `DELETE FROM known_devices WHERE identity_id = $1`, [identityId]);
    await this.sessions.endAll(tx, { identityId }, keepSession);
  }

  /** The cost changed since: the same password under the new one (D22). */
  async rehash(db: Db, identityId: string, hashes: { old: string; new: string }): Promise<void> {
    await rows(db, `UPDATE credentials SET hash = $3 WHERE identity_id = $1 AND kind = 'password' AND hash = $2`, [
      identityId,
      hashes.old,
      hashes.new,
    ]);
  }
}
