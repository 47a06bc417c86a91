import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BUDGET_RULES } from '../budgets/budget-rules.js';
import { first, transaction } from '../db/sql.js';
import type { StaffActor } from '../http/actors.js';
import { AppError } from '../http/app-error.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import type { OpenedSession } from '../sessions/sessions.service.js';
import { StaffEntry } from './second-factor/staff-entry.js';
import type { ReauthenticateStaff, SignInStaff } from './staff.dto.js';
import { type SignedIn, StaffRecords } from './staff-records.js';
import { canonicalEmail, type StaffTry, StaffTries } from './staff-tries.js';

export interface Browser {
  ip: string;
  userAgent?: string | undefined;
  /** Proof that somebody signed in here before (staff-devices.ts). */
  deviceToken?: string | undefined;
}

/** A password that somebody who is signed in typed again. */
export interface Proof {
  password: string;
  /** Where it stands in the body. */
  pointer: string;
  deviceToken: string | undefined;
}

interface Member extends SignedIn {
  passwordHash: string | null;
  /** To the microsecond, as text. */
  passwordSetAt: string | null;
}

const MEMBER = `SELECT id, email, name, role, language, password_hash AS "passwordHash", password_set_at::text AS "passwordSetAt" FROM staff_members WHERE status = 'active'`;

/** Sign-in of staff and what keeps a session going. */
@Injectable()
export class StaffSessionService {
  constructor(
    private readonly db: DataSource,
    private readonly tries: StaffTries,
    private readonly passwords: PasswordsService,
    private readonly entry: StaffEntry,
    private readonly records: StaffRecords,
  ) {}

  /** Unknown, wrong, inactive, invited and waiting get the same answer for the same work (AUT-4). */
  async signIn(typed: SignInStaff, browser: Browser): Promise<OpenedSession> {
    const { deviceToken: _, ...opening } = browser;
    const email = canonicalEmail(typed.email);
    const member = await first<Member>(this.db, `${MEMBER} AND email = $1`, [email]);
    const one = await this.tries.signIn({ email, member }, { ...browser, solved: typed.challenge });
    const { spent } = one;
    const verdict = await this.compare(typed.password, member, one);
    if (!member || !verdict.matches) {
      if (spent.allowed) await this.records.failure(this.db, one.key, browser.ip);
      throw new AppError('sign_in.failed', { waitSeconds: spent.waitSeconds });
    }
    await this.secondStep(member, { code: typed.code, ip: browser.ip }, one);
    const newHash = verdict.needsRehash ? await this.passwords.hash(typed.password) : null;
    return transaction(this.db, async (tx) => {
      // Comparing takes its time: a password that was changed meanwhile opens nothing, and its hash does not come back.
      const still = await first(
        tx,
        `UPDATE staff_members SET last_sign_in_at = now(), password_hash = coalesce($2, password_hash)
          WHERE id = $1 AND status = 'active' AND password_set_at IS NOT DISTINCT FROM $3::timestamptz RETURNING id`,
        [member.id, newHash, member.passwordSetAt],
      );
      if (!still) throw new AppError('sign_in.failed', { waitSeconds: spent.waitSeconds });
      await this.records.success(tx, { member, ip: browser.ip, hadFailures: spent.used > BUDGET_RULES.password.free });
      const session = await this.entry.open(tx, { staffId: member.id, method: 'password', ...opening });
      await this.tries.settle(tx, one);
      return session;
    });
  }

  /** Proves the password or a code again, under the budget of sign-in, and gives the session a new id (SES-1, AUT-6). */
  async reauthenticate(
    { password, code }: ReauthenticateStaff,
    staff: StaffActor,
    deviceToken: string | undefined,
  ): Promise<OpenedSession> {
    const proven =
      password === undefined ? undefined : await this.prove({ password, pointer: '/password', deviceToken }, staff);
    if (code !== undefined) await this.proveCode(code, staff);
    return transaction(this.db, async (tx) => {
      if (proven) await this.tries.settle(tx, proven.one);
      const session = staff.sessionId
        ? await this.entry.sessions.rotate(tx, staff.sessionId, { proven: true })
        : undefined;
      if (!session) throw new AppError('session.required');
      await this.records.reauthenticated(tx, staff);
      return session;
    });
  }

  /** Spends a try and compares. Throws password.wrong at this field of the body: the session itself is fine. */
  async prove(proof: Proof, staff: StaffActor): Promise<{ member: Member; one: StaffTry }> {
    const member = await first<Member>(this.db, `${MEMBER} AND id = $1`, [staff.staffId]);
    if (!member) throw new AppError('session.required');
    const one = await this.tries.proof(member, proof.deviceToken);
    const verdict = await this.compare(proof.password, member, one);
    if (verdict.matches) return { member, one };
    if (one.spent.allowed) await this.records.failure(this.db, one.key, staff.ip);
    throw new AppError('password.wrong', {
      waitSeconds: one.spent.waitSeconds,
      errors: [{ pointer: proof.pointer, code: 'password.wrong', detail: 'This is not the current password' }],
    });
  }

  private async proveCode(code: string, staff: StaffActor): Promise<void> {
    const member = await first<Member>(this.db, `${MEMBER} AND id = $1`, [staff.staffId]);
    if (!member) throw new AppError('session.required');
    await this.entry.codes.prove({ ...member, ip: staff.ip }, code);
  }

  /** The password was right: its try is given back while the code is missing or wrong, which has a budget of its own. */
  private async secondStep(member: Member, typed: { code?: string | undefined; ip: string }, one: StaffTry) {
    try {
      await this.entry.pass(this.db, { ...member, ip: typed.ip }, typed.code);
    } catch (error) {
      await this.tries.refund(one);
      throw error;
    }
  }

  /** Without a try or a member the same work is done for nothing. A try that found no place in the queue is given back. */
  private async compare(password: string, member: Member | undefined, one: StaffTry) {
    try {
      return await this.passwords.verify(password, one.spent.allowed ? member?.passwordHash : undefined);
    } catch (error) {
      await this.tries.refund(one);
      throw error;
    }
  }
}
