import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Keys } from '../../config/keys.js';
import { oneByOne } from '../../db/one-by-one.js';
import { type Db, first, rows } from '../../db/sql.js';
import { Sweeps } from '../../db/sweeps.js';
import { emailKey } from '../../text/email.js';
import { ResetDecision } from './reset-decision.js';
import { ResetOutgoing } from './reset-outgoing.js';
import { boundTo, type Typed } from './reset-requests.service.js';

const SECOND_MS = 1_000;

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

  /** What has failed for minutes comes after what is new. */
  decideAll(): Promise<void> {
    return oneByOne<Asked>(this.db, {
      take: (tx, passed) =>
        first<Asked>(
          tx,
          `SELECT id, typed FROM password_resets WHERE outcome = 'asked' AND id <> ALL ($1)
            ORDER BY created_at < now() - interval '5 minutes', id LIMIT 1 FOR UPDATE SKIP LOCKED`,
          [passed],
        ),
      work: (tx, asked) => this.decide(tx, asked),
    });
  }

  /** Decision, message and record of one request in one transaction. */
  private async decide(tx: Db, asked: Asked): Promise<void> {
    const { email, phone, ip } = this.typed(asked);
    const decided = await this.decision.of(tx, emailKey(email), phone);
    await rows(
      tx,
      `UPDATE password_resets SET outcome = $2, typed = NULL, identity_id = $3, contact_id = $4 WHERE id = $1`,
      [asked.id, decided.outcome, decided.person?.identityId ?? null, decided.contactId],
    );
    await this.outgoing.follow(tx, asked.id, { ...decided, ip });
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
