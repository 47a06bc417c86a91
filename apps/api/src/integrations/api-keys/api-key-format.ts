import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FORM = /^lk_([0-9A-Za-z]{8})_([0-9A-Za-z]{43})_([0-9a-z]{7})$/;

const random = (length: number): string => Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
const checksum = (text: string): string => crc32(text).toString(36).padStart(7, '0');

export interface KeyParts {
  publicId: string;
  secret: string;
}

/** A new key: `lk_<8: its name in the open>_<43: 256 random bits>_<CRC-32>`. The checksum lets scanners of leaked keys be exact (D15). */
export function makeKey(): KeyParts & { key: string } {
  const parts = { publicId: random(8), secret: random(43) };
  const start = `lk_${parts.publicId}_${parts.secret}`;
  return { ...parts, key: `${start}_${checksum(start)}` };
}

/** The parts of a text that has the form and the checksum of a key; costs no look into the database. */
export function parseKey(text: string): KeyParts | undefined {
  const [, publicId, secret, sum] = FORM.exec(text) ?? [];
  if (!publicId || !secret || sum !== checksum(`lk_${publicId}_${secret}`)) return undefined;
  return { publicId, secret };
}
