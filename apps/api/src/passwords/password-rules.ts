import { randomInt } from 'node:crypto';
import { dictionary } from '@zxcvbn-ts/language-common';
import { AppError } from '../http/app-error.js';

export const STAFF_MINIMUM = 15;
export const CONTACT_MINIMUM = 10;
export const PASSWORD_MAXIMUM = 256;

export type Weakness =
  | 'too_short'
  | 'too_long'
  | 'common'
  | 'contains_own_data'
  | 'repeated'
  | 'sequence'
  | 'unchanged';

export interface PasswordRule {
  minimum: number;
  /** What others know of the person: company name, e-mail, phones. Terms below four characters are ignored. */
  own: readonly string[];
}

const PRODUCT = 'latchkey';
const common = new Set<string>(dictionary['passwords-common']);

const DETAILS: Record<Weakness, string> = {
  too_short: 'The password is too short',
  too_long: 'The password is too long',
  common: 'This password is on lists that attackers try first',
  contains_own_data: 'The password contains the company, the product, or your own e-mail or phone',
  repeated: 'The password repeats itself',
  sequence: 'The password is mostly a sequence',
  unchanged: 'This is the password used so far',
};

const plain = (value: string): string =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** A common password, or one with digits and signs hung on that are not longer than itself. */
function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  const core = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return common.has(lower) || (common.has(core) && core.length >= 5 && core.length * 2 >= lower.length);
}

/** The e-mail as a whole and its two halves; a phone without prefix and spaces; a name as it is. */
function ownTerms(own: readonly string[]): string[] {
  const terms = own.flatMap((value) => {
    const [local = '', domain = ''] = value.split('@');
    const digits = value.replace(/\D/g, '');
    const isPhone = /^[+\d][\d\s()/.-]{5,}$/.test(value.trim());
    if (isPhone) return [digits.slice(-7)];
    return domain ? [value, local, domain.split('.')[0] ?? ''] : [value];
  });
  return [PRODUCT, ...terms].map(plain).filter((term) => term.length >= 4);
}

function containsOwn(password: string, own: readonly string[]): boolean {
  const text = plain(password);
  return ownTerms(own).some((term) => text.includes(term));
}

/** One unit of up to eight characters over and over, or fewer than five different characters in all. */
function repeats(characters: string[]): boolean {
  if (new Set(characters).size < 5) return true;
  for (let unit = 1; unit <= 8 && unit * 2 <= characters.length; unit += 1) {
    if (characters.every((character, index) => character === characters[index % unit])) return true;
  }
  return false;
}

const ROWS = ['qwertyuiop', 'qwertzuiop', 'azertyuiop', 'asdfghjkl', 'qsdfghjklm', 'zxcvbnm', 'yxcvbnm', '1234567890'];

function isStep(left: string, right: string): boolean {
  if (Math.abs((left.codePointAt(0) ?? 0) - (right.codePointAt(0) ?? 0)) === 1) return true;
  return ROWS.some((row) => row.includes(left + right) || row.includes(right + left));
}

/** At least six of ten neighbours follow each other in the alphabet, in counting or on the keyboard. */
function isSequence(characters: string[]): boolean {
  const steps = characters.slice(1).filter((character, index) => isStep(characters[index] ?? '', character));
  return steps.length >= (characters.length - 1) * 0.6;
}

/** What is wrong with a password, or undefined. All Unicode counts, one code point as one character (AUT-7, AUT-8). */
export function weakness(password: string, rule: PasswordRule): Weakness | undefined {
  const text = password.normalize('NFC');
  const characters = Array.from(text);
  if (characters.length < rule.minimum) return 'too_short';
  if (characters.length > PASSWORD_MAXIMUM) return 'too_long';
  if (isCommon(text)) return 'common';
  if (containsOwn(text, rule.own)) return 'contains_own_data';
  const folded = Array.from(text.toLowerCase());
  if (repeats(folded)) return 'repeated';
  return isSequence(folded) ? 'sequence' : undefined;
}

/** Throws password.weak with the reason, at the field of the body that holds the password. */
export function assertStrong(password: string, rule: PasswordRule, pointer = '/password'): void {
  const reason = weakness(password, rule);
  if (reason) throw weakPassword(reason, rule.minimum, pointer);
}

/** The error with the reason, at the field of the body that holds the password. */
export const weakPassword = (reason: Weakness, minimum: number, pointer = '/password'): AppError =>
  new AppError('password.weak', {
    reason,
    minimum,
    errors: [{ pointer, code: `password.${reason}`, detail: DETAILS[reason] }],
  });

/** 31 signs that nobody mistakes for one another. */
const PASSWORD_SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** So many of the signs, the same for the same MAC (base64url): a secret that is derived instead of stored. */
export function signsOf(mac: string, length: number): string {
  const base = BigInt(PASSWORD_SIGNS.length);
  let rest = BigInt(`0x${Buffer.from(mac, 'base64url').toString('hex')}`);
  let signs = '';
  for (let at = 0; at < length; at += 1, rest /= base) signs += PASSWORD_SIGNS[Number(rest % base)] ?? '';
  return signs;
}

/** A password to be read out or typed: four groups of four, 79 bits. */
export function generatePassword(): string {
  const group = () => Array.from({ length: 4 }, () => PASSWORD_SIGNS[randomInt(PASSWORD_SIGNS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
