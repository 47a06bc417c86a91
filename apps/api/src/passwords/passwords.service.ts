import { Inject, Injectable } from '@nestjs/common';
import bcrypt from 'bcrypt';
import { CONFIG, type Config } from '../config/config.js';
import { Keys } from '../config/keys.js';
import { WorkLimit } from './work-limit.js';

export interface Verdict {
  matches: boolean;
  /** The hash was made at another cost than configured: store a new one while the password is at hand (D22). */
  needsRehash: boolean;
}

/** Hashes and compares passwords (D22): bcrypt over a keyed pre-hash, so nothing is cut at 72 bytes and a stolen table alone is useless. */
@Injectable()
export class PasswordsService {
  private readonly work = new WorkLimit(2, 50);
  private readonly cost: number;
  /** A well-formed hash that nothing matches: comparing with it costs what comparing with a real one costs (AUT-4). */
  private readonly dummy: string;

  constructor(
    private readonly keys: Keys,
    @Inject(CONFIG) config: Config,
  ) {
    this.cost = config.bcryptCost;
    this.dummy = `$2b$${String(this.cost).padStart(2, '0')}$${'.'.repeat(53)}`;
  }

  /** Throws sign_in.busy when too many are waiting. */
  hash(password: string): Promise<string> {
    return this.work.run(() => bcrypt.hash(this.prepared(password), this.cost));
  }

  /** Compares; without a hash it does the same work and answers no. Throws sign_in.busy when too many are waiting. */
  async verify(password: string, hash: string | null | undefined): Promise<Verdict> {
    const matches = await this.work.run(() => bcrypt.compare(this.prepared(password), hash ?? this.dummy));
    const known = hash !== null && hash !== undefined;
    return { matches: known && matches, needsRehash: known && matches && bcrypt.getRounds(hash) !== this.cost };
  }

  /** 43 characters whatever the password's length; NFC once, so that two keyboards write the same password. */
  private prepared(password: string): string {
    return this.keys.mac('password', password.normalize('NFC'));
  }
}
