import { Injectable } from '@nestjs/common';
import { Keys, sameText } from '../../config/keys.js';
import { signsOf } from '../../passwords/password-rules.js';
import type { OpenReset } from './reset-sql.js';

/** S2.2. Ten of 31 signs are 49 bits: guessed at only through the budgets of sign-in (AUT-1, REC-11). */
const TEMPORARY_LENGTH = 10;

/** Links and temporary passwords, the same whenever they are asked for; without the keys nobody can tell them from the table (REC-2, REC-7). */
@Injectable()
export class ResetSecrets {
  constructor(private readonly keys: Keys) {}

  /** 256 bits, base64url. */
  token({ id, version }: Pick<OpenReset, 'id' | 'version'>): string {
    return this.keys.mac('link', 'password-reset', id, String(version));
  }

  temporaryPassword({ id, version }: Pick<OpenReset, 'id' | 'version'>): string {
    return signsOf(this.keys.mac('password', 'temporary', id, String(version)), TEMPORARY_LENGTH);
  }

  isTemporaryPassword(typed: string, reset: OpenReset | null): boolean {
    // Without one the same work is done for nothing: time tells nobody who asked (AUT-4).
    const matches = sameText(typed.trim().toLowerCase(), this.temporaryPassword(reset ?? { id: '', version: 0 }));
    return matches && reset?.mode === 'temporary';
  }
}
