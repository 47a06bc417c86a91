import { toAsciiDigits } from './digits';

export type LoginIdKind = 'phone' | 'email';
export type SecretKind = 'pin' | 'password';

/** What a person is typing; null while it could still be either. Letters or @ mean an e-mail address. */
export function loginIdKind(value: string): LoginIdKind | null {
  const text = toAsciiDigits(value.trim());
  if (/[@\p{L}]/u.test(text)) return 'email';
  return /\d/.test(text) ? 'phone' : null;
}

/** True when it is worth asking the server. The server decides; this only catches slips. */
export function looksComplete(value: string): boolean {
  const text = toAsciiDigits(value.trim());
  if (loginIdKind(text) === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
  return text.replace(/\D/g, '').length >= 6;
}

export const isEmail = (value: string): boolean => loginIdKind(value) === 'email' && looksComplete(value);

export const secretFor = (kind: LoginIdKind): SecretKind => (kind === 'phone' ? 'pin' : 'password');
