import { Injectable } from '@nestjs/common';
import { Keys, sameText } from '../../config/keys.js';
import { signsOf } from '../../passwords/password-rules.js';
import type { OpenReset } from './reset-sql.js';

/** S2.2. Ten of 31 signs are 49 bits: guessed at only through the budgets of sign-in (AUT-1, REC-11). */
const TEMPORARY_LENGTH = 10;

type Row = Pick<OpenReset, 'id' | 'version'>;
/** The SMS carries another one than the e-mail: it lives for minutes, and the e-mail must not make it live longer. */
type Way = 'mail' | 'sms';

/** Links and temporary passwords, the same whenever they are asked for; without the keys nobody can tell them from the table (REC-2, REC-7). */
@Injectable()
export class ResetSecrets {
  constructor(private readonly keys: Keys) {}

  /** 256 bits, base64url. */
  token({ id, version }: Row, way: Way = 'mail'): string {
    return this.keys.mac('link', way === 'sms' ? 'password-reset-sms' : 'password-reset', id, String(version));
  }

  temporaryPassword({ id, version }: Row, way: Way = 'mail'): string {
    const purpose = way === 'sms' ? 'temporary-sms' : 'temporary';
    return signsOf(this.keys.mac('password', purpose, id, String(version)), TEMPORARY_LENGTH);
  }

  isTemporaryPassword(typed: string, reset: OpenReset | null): boolean {
    // Without one the same work is done for nothing: time tells nobody who asked (AUT-4).
    const of = reset ?? { id: '', version: 0, byMail: false, bySms: false };
    const word = typed.trim().toLowerCase();
    const isMailed = sameText(word, this.temporaryPassword(of, 'mail'));
    const isTexted = sameText(word, this.temporaryPassword(of, 'sms'));
    return ((isMailed && of.byMail) || (isTexted && of.bySms)) && reset?.mode === 'temporary';
  }
}
