import { createHmac } from 'node:crypto';
import { sameText } from '../../config/keys.js';

/** Seconds for which one code stands (RFC 6238, X). */
export const STEP_SECONDS = 30;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, without padding: what authenticator apps take. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** The code of a step (RFC 4226, 5.3, with SHA-1 as every authenticator app has it). */
export function codeAt(secret: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The step that a code belongs to: the present one or a neighbour, for clocks that are a little off (AUT-12). All three are looked at. */
export function stepOf(secret: Uint8Array, code: string, now: number): number | undefined {
  return [now - 1, now, now + 1].filter((step) => sameText(codeAt(secret, step), code)).at(-1);
}

/** What the QR code says (the key URI format that authenticator apps read). */
export function keyUri(secret: Uint8Array, names: { company: string; email: string }): string {
  const [issuer, account] = [encodeURIComponent(names.company), encodeURIComponent(names.email)];
  return `otpauth://totp/${issuer}:${account}?secret=${base32(secret)}&issuer=${issuer}`;
}
