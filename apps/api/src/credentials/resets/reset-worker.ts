import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Keys } from '../../config/keys.js';
import { first, rows, transaction } from '../../db/sql.js';
import { Sweeps } from '../../db/sweeps.js';
import { emailKey } from '../../text/email.js';
import { ResetDecision } from './reset-decision.js';
import { ResetOutgoing } from './reset-outgoing.js';
import { boundTo, type Typed } from './reset-requests.service.js';

const SECOND_MS = 1_000;
/** Of one round, so that a flood does not hold it for ever. */
const AT_ONCE = 100;

interface Asked {
  id: string;
  typed: Buffer;
}

/** Decides what becomes of requests for a new password, out of sight of whoever asked. */
@Injectable()
export class ResetWorker {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
    private readonly decision: ResetDecision,
    private readonly outgoing: ResetOutgoing,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'deciding requests for a new password', pauseMs: SECOND_MS, work: () => this.decideAll() });
  }

  async decideAll(): Promise<void> {
    for (let count = 0; count < AT_ONCE; count += 1) if (!(await this.decideNext())) return;
  }

  /** Decision, message and record of one request in one transaction; several processes may do it at once. False when none waits. */
  private decideNext(): Promise<boolean> {
    return transaction(this.db, async (tx) => {
      const asked = await first<Asked>(
        tx,
        `SELECT id, typed FROM password_resets WHERE outcome = 'asked' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      );
      if (!asked) return false;
      const { email, phone, ip } = this.typed(asked);
      const decided = await this.decision.of(tx, emailKey(email), phone);
      await rows(
        tx,
        `UPDATE password_resets SET outcome = $2, typed = NULL, identity_id = $3, contact_id = $4 WHERE id = $1`,
        [asked.id, decided.outcome, decided.person?.identityId ?? null, decided.contactId],
      );
      await this.outgoing.follow(tx, asked.id, { ...decided, ip });
      return true;
    });
  }

  /** Nobody, when APP_SECRET became another one meanwhile. */
  private typed({ id, typed }: Asked): Typed {
    try {
      return JSON.parse(this.keys.open(typed, boundTo(id))) as Typed;
    } catch {
      return { email: '', ip: '' };
    }
  }
}
