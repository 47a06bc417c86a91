import { Injectable } from '@nestjs/common';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { DataSource } from 'typeorm';
import { Keys } from '../config/keys.js';
import { BudgetsService } from './budgets.service.js';
import type { Challenge, SolvedChallenge } from './challenge.dto.js';

const LIFE_SECONDS = 300;
/** PBKDF2 rounds for each of about 256 keys that have to be derived: a moment on a phone, a bill for a crowd of bots. */
const ROUNDS = 3_000;

/** What the work is for: a solution is good for nothing else. */
export type Door = 'visit' | 'sign-in' | 'code' | 'reset' | 'staff';

/** Work that strangers do before a further try, where there were too many (D4.3, D6). No third party, nothing to click. */
@Injectable()
export class Challenges {
  constructor(
    private readonly keys: Keys,
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
  ) {}

  /** `network`: whose work it is, where it is bound to one. */
  async make(door: Door, network = ''): Promise<Challenge> {
    const { parameters, signature } = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: ROUNDS,
      keyPrefix: '00',
      expiresAt: new Date(Date.now() + LIFE_SECONDS * 1_000),
      deriveKey,
      hmacSignatureSecret: this.secret(door, network),
    });
    const { nonce, salt, cost, keyLength, keyPrefix, expiresAt = 0 } = parameters;
    return {
      parameters: { algorithm: 'PBKDF2/SHA-256', nonce, salt, cost, keyLength, keyPrefix, expiresAt },
      signature: signature ?? '',
    };
  }

  /** Ours, for this door and network, not over, solved, and for the first time: each is good for one try. */
  async isSolved({ challenge, solution }: SolvedChallenge, door: Door, network = ''): Promise<boolean> {
    const hmacSignatureSecret = this.secret(door, network);
    const { verified } = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret });
    if (!verified) return false;
    const once = { max: 1, windowSeconds: 2 * LIFE_SECONDS };
    const used = { kind: 'challenge', subject: challenge.parameters.nonce, rule: once };
    return (await this.budgets.spend(this.db, used)).allowed;
  }

  private secret(door: Door, network: string): string {
    return this.keys.mac('link', 'challenge', door, network);
  }
}
