import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';

const PURPOSES = ['session', 'password', 'pin', 'budget', 'link', 'seal', 'cursor', 'audit'] as const;
export type KeyPurpose = (typeof PURPOSES)[number];

/** SHA-256, base64url. Right for 256-bit random values, never for anything a person chose. */
export const fingerprint = (value: string): string => createHash('sha256').update(value).digest('base64url');

/** `bytes` random bytes, base64url: 32 bytes are 43 characters. */
export const randomToken = (bytes = 32): string => randomBytes(bytes).toString('base64url');

/** `length` random decimal digits as text; leading zeros count (AUT-14). */
export const randomDigits = (length: number): string => Array.from({ length }, () => randomInt(10)).join('');

/** Compares two short texts without telling by time where they differ. */
export function sameText(left: string, right: string): boolean {
  return timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest());
}

/** One key for each purpose, all derived from APP_SECRET (HKDF-SHA-256, RFC 5869): losing one tells nothing of the others. */
@Injectable()
export class Keys {
  private readonly keys: Record<KeyPurpose, Buffer>;

  constructor(@Inject(CONFIG) config: Config) {
    const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', config.secret, 'latchkey', purpose, 32));
    this.keys = Object.fromEntries(PURPOSES.map((purpose) => [purpose, derive(purpose)])) as Record<KeyPurpose, Buffer>;
  }

  key(purpose: KeyPurpose): Buffer {
    return this.keys[purpose];
  }

  /** HMAC-SHA-256 over the parts (joined so that no two lists of parts read alike), base64url. */
  mac(purpose: KeyPurpose, ...parts: string[]): string {
    const hmac = createHmac('sha256', this.keys[purpose]);
    for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:`).update(part);
    return hmac.digest('base64url');
  }

  /** AES-256-GCM. `bound` names the row the value belongs to: a copied ciphertext does not open elsewhere. */
  seal(value: string, bound: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.keys.seal, nonce).setAAD(Buffer.from(bound));
    return Buffer.concat([nonce, cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** Opens what seal made. Throws when the value was altered or belongs to another row. */
  open(sealed: Buffer, bound: string): string {
    const decipher = createDecipheriv('aes-256-gcm', this.keys.seal, sealed.subarray(0, 12));
    decipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8');
  }
}
