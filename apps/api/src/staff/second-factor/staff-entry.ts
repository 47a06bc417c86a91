import { Injectable } from '@nestjs/common';
import { type Db, first } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { type OpenedSession, SessionsService, type StaffOpening } from '../../sessions/sessions.service.js';
import { type CodeOwner, CodeProof } from './code-proof.js';

/** What stands between a proven password and a session. */
@Injectable()
export class StaffEntry {
  constructor(
    readonly codes: CodeProof,
    readonly sessions: SessionsService,
  ) {}

  /** The second step, where the member has one. Throws second_factor.code_required or second_factor.code_wrong. */
  async pass(db: Db, owner: CodeOwner, code: string | undefined): Promise<void> {
    const factor = await first(
      db,
      `SELECT 1 FROM staff_second_factors WHERE staff_id = $1 AND confirmed_at IS NOT NULL`,
      [owner.id],
    );
    if (!factor) return;
    if (code === undefined) throw new AppError('second_factor.code_required');
    await this.codes.prove(owner, code);
  }

  /** Opens a session; where everybody must have a second step, who has none can only set it up there. */
  async open(tx: Db, opening: StaffOpening): Promise<OpenedSession> {
    const row = await first<{ mustEnrol: boolean }>(
      tx,
      `SELECT coalesce((s.data -> 'staff' ->> 'secondFactorRequired')::boolean, false)
              AND NOT EXISTS (SELECT 1 FROM staff_second_factors WHERE staff_id = $1 AND confirmed_at IS NOT NULL) AS "mustEnrol"
         FROM settings s WHERE s.id = 1`,
      [opening.staffId],
    );
    return this.sessions.open(tx, { kind: 'staff', ...opening, mustEnrol: row?.mustEnrol ?? false });
  }
}
