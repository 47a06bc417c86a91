import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { first, rows, transaction } from '../../db/sql.js';
import type { ContactActor } from '../../http/actors.js';
import { fieldError } from '../../http/app-error.js';
import { coded } from '../../http/unique.js';
import { emailKey } from '../../text/email.js';
import { CodeBudgets } from '../codes/code-budgets.js';
import { CODE_TRIES, isCode } from '../codes/six-digits.js';
import { OwnPassword } from '../portal/own-password.js';
import { EmailCodeSends } from './email-code-sends.js';
import { EmailSwitch } from './email-switch.js';
import type { AskEmailCode, ConfirmEmail, EmailCodeSent } from './own-email.dto.js';
import { IS_PENDING, PENDING_EMAIL, type PendingEmail } from './pending-email-sql.js';

/** Of two who prove one address at the same moment the second one is told no more than that. */
const TAKEN = { uq_identities_email_key: 'email.code_ended' } as const;

const IS_OWN = `SELECT 1 FROM identities WHERE id = $1 AND email_key = $2`;

/** A try is spent before the code is compared, whoever else tries at the same time (AUT-1). */
const SPEND = `
  UPDATE email_changes e SET tries = e.tries + 1 FROM identities i
   WHERE e.identity_id = $1 AND ${IS_PENDING} AND e.tries < ${CODE_TRIES} RETURNING ${PENDING_EMAIL}`;

/** An address that is taken stays as it is: who guesses its code is told what everybody is told whose code has ended. */
const CONSUME = `
  DELETE FROM email_changes e USING identities i
   WHERE e.identity_id = $1 AND e.id = $2 AND ${IS_PENDING}
     AND NOT EXISTS (SELECT 1 FROM identities o WHERE o.email_key = e.email_key) RETURNING e.id`;

/** A person takes another e-mail address to sign in with: the own secret again, then a code that goes there (REC-16, SES-6). */
@Injectable()
export class OwnEmailService {
  constructor(
    private readonly db: DataSource,
    private readonly proof: OwnPassword,
    private readonly budgets: CodeBudgets,
    private readonly sends: EmailCodeSends,
    private readonly emails: EmailSwitch,
  ) {}

  /** Throws password.wrong, pin.wrong, email.is_own, email.too_many_codes. The answer is the same whoever has the address (INV-4). */
  async ask({ email, ...secret }: AskEmailCode, person: ContactActor): Promise<EmailCodeSent> {
    await this.proof.proveAnew(secret, person);
    const key = emailKey(email) ?? email;
    if (await first(this.db, IS_OWN, [person.identityId, key])) throw fieldError('/email', 'email.is_own');
    await this.budgets.email(key, person);
    return transaction(this.db, (tx) => this.sends.send(tx, { email, emailKey: key }, person));
  }

  /** Until then the address of before works. The session goes on under a new id. */
  async confirm({ code }: ConfirmEmail, person: ContactActor): Promise<{ id: string; expiresAt: Date }> {
    const { identityId } = person;
    const pending = await first<PendingEmail>(this.db, SPEND, [identityId]);
    if (!pending) throw fieldError('/code', 'email.code_ended');
    if (!isCode(code, this.sends.code(pending))) throw fieldError('/code', 'email.code_wrong');
    return coded(TAKEN, () =>
      transaction(this.db, async (tx) => {
        await this.emails.lock(tx, identityId);
        const used = await rows(tx, CONSUME, [identityId, pending.id]);
        if (used.length === 0) throw fieldError('/code', 'email.code_ended');
        return this.emails.apply(tx, pending, person);
      }),
    );
  }
}
