import { Injectable } from '@nestjs/common';
import { absent, AccessChecks, type Finding, green, type Way } from '../../access-checks/access-checks.js';
import { type Fix, fixes, letIn, reopen } from '../../access-checks/fixes.js';
import type { CheckSubject, Looking } from '../../access-checks/looking.js';
import { BUDGET_RULES, pinRule } from '../../budgets/budget-rules.js';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { Keys } from '../../config/keys.js';
import { first } from '../../db/sql.js';
import { loginEmailBounced } from './login-email.js';
import { secretsOf } from './way-in.js';

/** Newest failures that are looked through for what nobody is known by: an address that is on file and no login. */
const LOOKED_THROUGH = 500;

interface Failure {
  at: Date;
  method: Way;
  reason: 'unknown' | 'wrong' | 'closed' | 'no_secret';
}

/** A sign-in by another method says nothing about this one: who gets in by PIN may still not know the password. */
const STANDS = `NOT EXISTS (SELECT 1 FROM audit_events s WHERE s.identity_id = $1 AND s.action = 'sign_in.succeeded' AND s.id > e.id
     AND s.detail ->> 'method' = e.detail ->> 'method')`;

const OF_LOGIN = `
  SELECT at, detail ->> 'method' AS method, detail ->> 'reason' AS reason
    FROM (SELECT id, at, detail FROM audit_events WHERE identity_id = $1 AND action = 'sign_in.failed' ORDER BY id DESC LIMIT 20) e
   WHERE ${STANDS} ORDER BY id DESC LIMIT 1`;

const OF_TYPED = `
  SELECT at, detail ->> 'method' AS method, detail ->> 'reason' AS reason
    FROM (SELECT id, at, detail, identity_id FROM audit_events WHERE action = 'sign_in.failed' ORDER BY id DESC LIMIT ${LOOKED_THROUGH}) e
   WHERE detail ->> 'identifier' = ANY ($2) AND identity_id IS NULL AND ${STANDS} ORDER BY id DESC LIMIT 1`;

/** Waits and pauses after wrong tries, and what was wrong with the last one: the person never hears it (INV-4). */
@Injectable()
export class LockChecks {
  constructor(
    checks: AccessChecks,
    private readonly budgets: BudgetsService,
    private readonly keys: Keys,
  ) {
    checks.register(
      { key: 'password_lock', group: 'locks', look: (looking) => this.lock(looking, 'password') },
      { key: 'pin_lock', group: 'locks', look: (looking) => this.lock(looking, 'pin') },
      { key: 'last_failure', group: 'locks', look: (looking) => this.lastFailure(looking) },
    );
  }

  private async lock(looking: Looking, kind: Way): Promise<Finding> {
    const { db, subject } = looking;
    if (!subject.identityId || !(kind === 'pin' ? subject.hasPin : subject.hasPassword)) return absent(`no_${kind}`);
    const secrets = await looking.once(secretsOf);
    const lengths = secrets.filter((one) => one.kind === 'pin').map(({ length }) => length ?? 8);
    const rule = kind === 'password' ? BUDGET_RULES.password : pinRule(Math.min(8, ...lengths));
    const state = await this.budgets.state(db, this.budgets.key({ kind, subject: subject.identityId }), rule);
    const wait = state ? state.nextAt.getTime() - Date.now() : 0;
    if (!state || (!state.capped && wait <= 0)) return green(`${kind}_not_locked`);
    const facts = { tries: String(state.used), minutes: String(Math.max(1, Math.ceil(wait / 60_000))) };
    const cause = state.capped ? `${kind}_paused` : `${kind}_locked`;
    return { state: 'red', cause, blocks: kind, facts, fix: fixes.liftLock(subject) };
  }

  private async lastFailure(looking: Looking): Promise<Finding> {
    const { subject } = looking;
    const failures = await Promise.all([
      first<Failure>(looking.db, OF_LOGIN, [subject.identityId]),
      first<Failure>(looking.db, OF_TYPED, [subject.identityId, this.typedKeys(subject)]),
    ]);
    const [newest] = failures.filter((one) => one !== undefined).toSorted((a, b) => b.at.getTime() - a.at.getTime());
    if (!newest) return green('no_failure');
    const secrets = await looking.once(secretsOf);
    const isRenewed = secrets.some(({ kind, setAt }) => kind === newest.method && setAt >= newest.at);
    if (isRenewed) return green('no_failure');
    const isBounced = await looking.once(loginEmailBounced);
    return this.toFinding(newest, subject, isBounced);
  }

  private toFinding({ at, method, reason }: Failure, subject: CheckSubject, isBounced: boolean): Finding {
    // What closed it has a check of its own; mended, it says nothing any more.
    if (reason === 'closed' && !reopen(subject)) return green('no_failure');
    const { cause, fix } = this.causeOf(method, reason, subject);
    // An address that mail comes back from is not put on file again.
    if (cause === 'failed_other_email' && isBounced)
      return { state: 'amber', cause, facts: { at: at.toISOString() }, fix: fixes.setPassword(subject) };
    return { state: 'amber', cause, facts: { at: at.toISOString() }, ...(fix ? { fix } : {}) };
  }

  private causeOf(
    method: Way,
    reason: Failure['reason'],
    subject: CheckSubject,
  ): { cause: string; fix?: Fix | undefined } {
    const renew = method === 'pin' ? fixes.issuePin(subject) : fixes.setPassword(subject);
    if (reason === 'wrong') return { cause: `failed_wrong_${method}`, fix: renew };
    if (reason === 'no_secret') return { cause: `failed_no_${method}`, fix: renew };
    if (reason === 'closed') return { cause: 'failed_closed', fix: reopen(subject) };
    if (method === 'pin') return { cause: 'failed_no_pin', fix: renew };
    if (!subject.identityId) return { cause: 'failed_never_invited', fix: letIn(subject) };
    return { cause: 'failed_other_email', fix: fixes.useLoginEmail(subject) };
  }

  /** As the record of sign-ins keeps what was typed: only as an HMAC (D26). */
  private typedKeys({ emailKey, loginEmailKey, phones, loginPhones }: CheckSubject): string[] {
    const typed = [emailKey, loginEmailKey, ...phones.map(({ e164 }) => e164), ...loginPhones];
    return [...new Set(typed)].filter((one) => one !== null).map((one) => this.keys.mac('budget', 'identifier', one));
  }
}
