import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Keys } from '../../config/keys.js';
import { first, rows, transaction } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { type OpenedSession, SessionsService } from '../../sessions/sessions.service.js';
import { SettingsService } from '../../settings/settings.service.js';
import { type SignedIn, StaffRecords } from '../staff-records.js';
import { boundTo, CodeProof, type CodeOwner, wrongCode } from './code-proof.js';
import type { SecondFactorDto } from './second-factor.dto.js';
import { base32, keyUri } from './totp.js';

/** As many as RFC 4226 recommends. */
const SECRET_BYTES = 20;

/** A key that was shown waits so long for its first code. */
const PENDING_LIFE = `interval '1 hour'`;

/** What a change of the second step touches besides its rows. */
@Injectable()
export class SecondFactorTools {
  constructor(
    readonly codes: CodeProof,
    readonly records: StaffRecords,
    readonly sessions: SessionsService,
  ) {}
}

/** A staff member's second step of sign-in: an authenticator app (RFC 6238) and recovery codes (AUT-12, D22). */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
    private readonly settings: SettingsService,
    private readonly tools: SecondFactorTools,
  ) {}

  async view(staff: StaffActor): Promise<SecondFactorDto> {
    const row = await first<{ onSince: Date; left: number }>(
      this.db,
      `SELECT f.confirmed_at AS "onSince", (SELECT count(*)::int FROM staff_recovery_codes c WHERE c.staff_id = f.staff_id AND c.used_at IS NULL) AS left
         FROM staff_second_factors f WHERE f.staff_id = $1 AND f.confirmed_at IS NOT NULL`,
      [staff.staffId],
    );
    const { staff: rules } = await this.settings.read();
    return {
      onSince: row?.onSince ?? null,
      recoveryCodesLeft: row?.left ?? 0,
      isRequired: rules.secondFactorRequired,
    };
  }

  /** Makes a key and shows it; nothing is asked at sign-in before a code of it was typed. A key shown before is forgotten. */
  async start(staff: StaffActor): Promise<{ key: string; uri: string }> {
    const { email } = await this.owner(staff);
    const secret = randomBytes(SECRET_BYTES);
    const stored = await first(
      this.db,
      `INSERT INTO staff_second_factors AS f (staff_id, secret_sealed) VALUES ($1, $2)
       ON CONFLICT (staff_id) DO UPDATE SET secret_sealed = excluded.secret_sealed, created_at = now() WHERE f.confirmed_at IS NULL RETURNING staff_id`,
      [staff.staffId, this.keys.seal(secret.toString('base64'), boundTo(staff.staffId))],
    );
    if (!stored) throw new AppError('second_factor.is_on');
    const { company } = await this.settings.read();
    return { key: base32(secret), uri: keyUri(secret, { company: company.name, email }) };
  }

  /** The first code: from now on sign-in asks for one. Other sessions end, this one gets a new id (SES-1). */
  async confirm(code: string, staff: StaffActor): Promise<{ session: OpenedSession; codes: string[] }> {
    const owner = await this.owner(staff);
    const step = await this.firstStep(code, staff);
    return transaction(this.db, async (tx) => {
      const confirmed = await first(
        tx,
        `UPDATE staff_second_factors SET confirmed_at = now(), last_step = $2 WHERE staff_id = $1 AND confirmed_at IS NULL RETURNING staff_id`,
        [staff.staffId, step],
      );
      if (!confirmed) throw new AppError('second_factor.is_on');
      const codes = await this.tools.codes.newRecoveryCodes(tx, staff.staffId);
      await this.tools.sessions.endAll(tx, { staffId: staff.staffId }, staff.sessionId);
      const session = staff.sessionId
        ? await this.tools.sessions.rotate(tx, staff.sessionId, { enrolled: true })
        : undefined;
      if (!session) throw new AppError('session.required');
      await this.tools.records.secondFactor(tx, { owner, by: staff, what: 'enabled' });
      return { session, codes };
    });
  }

  /** Switches the own second step off. Not where everybody must have one. */
  async switchOff(code: string, staff: StaffActor): Promise<void> {
    const owner = await this.proven(code, staff);
    const { staff: rules } = await this.settings.read();
    if (rules.secondFactorRequired) throw new AppError('second_factor.must_stay');
    await transaction(this.db, async (tx) => {
      await this.tools.codes.remove(tx, owner.id);
      await this.tools.records.secondFactor(tx, { owner, by: staff, what: 'disabled' });
    });
  }

  /** Ten new ones; the older ones stop working. */
  async renewCodes(code: string, staff: StaffActor): Promise<string[]> {
    const owner = await this.proven(code, staff);
    return transaction(this.db, async (tx) => {
      const codes = await this.tools.codes.newRecoveryCodes(tx, owner.id);
      await this.tools.records.secondFactor(tx, { owner, by: staff, what: 'codes_renewed' });
      return codes;
    });
  }

  /** For somebody whose phone is gone: takes the second step from another member, ends the sessions and tells the member. */
  async reset(tx: EntityManager, member: SignedIn, by: StaffActor): Promise<void> {
    if (!(await this.tools.codes.remove(tx, member.id))) throw new AppError('second_factor.is_off');
    await this.tools.sessions.endAll(tx, { staffId: member.id });
    await this.tools.records.secondFactor(tx, { owner: member, by, what: 'reset' });
  }

  private async proven(code: string, staff: StaffActor): Promise<CodeOwner> {
    const owner = await this.owner(staff);
    if ((await this.view(staff)).onSince === null) throw new AppError('second_factor.is_off');
    await this.tools.codes.prove(owner, code);
    return owner;
  }

  private async firstStep(code: string, staff: StaffActor): Promise<number> {
    const pending = await first<{ secretSealed: Buffer }>(
      this.db,
      `SELECT secret_sealed AS "secretSealed" FROM staff_second_factors WHERE staff_id = $1 AND confirmed_at IS NULL AND created_at > now() - ${PENDING_LIFE}`,
      [staff.staffId],
    );
    if (!pending) throw new AppError('second_factor.not_started');
    const secret = Buffer.from(this.keys.open(pending.secretSealed, boundTo(staff.staffId)), 'base64');
    const step = await this.tools.codes.step(secret, code);
    if (step === undefined) throw wrongCode();
    return step;
  }

  private async owner(staff: StaffActor): Promise<CodeOwner> {
    const [row] = await rows<SignedIn>(
      this.db,
      `SELECT id, email, name, role, language FROM staff_members WHERE id = $1`,
      [staff.staffId],
    );
    if (!row) throw new AppError('session.required');
    return { ...row, ip: staff.ip };
  }
}
