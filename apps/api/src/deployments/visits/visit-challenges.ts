import { Injectable } from '@nestjs/common';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { DataSource } from 'typeorm';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { Keys } from '../../config/keys.js';
import type { SolvedChallenge, VisitChallenge } from './visit.dto.js';

const LIFE_SECONDS = 300;
/** PBKDF2 rounds for each of about 256 keys that have to be derived: a moment on a phone, a bill for a crowd of bots. */
const ROUNDS = 3_000;

/** Work that strangers at an address with many wrong tries do before a further one (D4.3). No third party, nothing to click. */
@Injectable()
export class VisitChallenges {
  private readonly secret: string;

  constructor(
    keys: Keys,
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
  ) {
    this.secret = keys.mac('link', 'visit-challenge');
  }

  async make(): Promise<VisitChallenge> {
    const { parameters, signature } = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: ROUNDS,
      keyPrefix: '00',
      expiresAt: new Date(Date.now() + LIFE_SECONDS * 1_000),
      deriveKey,
      hmacSignatureSecret: this.secret,
    });
    const { nonce, salt, cost, keyLength, keyPrefix, expiresAt = 0 } = parameters;
    return {
      parameters: { algorithm: 'PBKDF2/SHA-256', nonce, salt, cost, keyLength, keyPrefix, expiresAt },
      signature: signature ?? '',
    };
  }

  /** Ours, not over, solved, and for the first time: each is good for one try. */
  async isSolved({ challenge, solution }: SolvedChallenge): Promise<boolean> {
    const { verified } = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: this.secret });
    if (!verified) return false;
    const once = { max: 1, windowSeconds: 2 * LIFE_SECONDS };
    const used = { kind: 'visit-challenge', subject: challenge.parameters.nonce, rule: once };
    return (await this.budgets.spend(this.db, used)).allowed;
  }
}
