export type PasswordVerdict = 'empty' | 'tooShort' | 'tooLong' | 'ownData' | 'weak' | 'fair' | 'strong';

export const MAX_PASSWORD_LENGTH = 256;

export interface PasswordRules {
  minLength: number;
  /** Names, addresses and numbers of the person, which must not be the password. */
  ownData: readonly string[];
}

/** A word about a password while it is typed. The server has the last word (blocklist). */
export function passwordVerdict(password: string, rules: PasswordRules): PasswordVerdict {
  const length = Array.from(password).length;
  if (length === 0) return 'empty';
  if (length < rules.minLength) return 'tooShort';
  if (length > MAX_PASSWORD_LENGTH) return 'tooLong';
  if (holdsOwnData(password, rules.ownData)) return 'ownData';
  const variety = estimateBits(password);
  if (variety < 40) return 'weak';
  return variety < 60 ? 'fair' : 'strong';
}

export const isAcceptable = (verdict: PasswordVerdict): boolean =>
  verdict === 'weak' || verdict === 'fair' || verdict === 'strong';

function holdsOwnData(password: string, ownData: readonly string[]): boolean {
  const lower = password.toLowerCase();
  return ownData
    .flatMap((value) => [value, value.split('@')[0] ?? ''])
    .map((value) => value.toLowerCase().trim())
    .some((value) => value.length >= 4 && lower.includes(value) && value.length * 2 > lower.length);
}

/** Repeats and runs (aaaa, 1234) count once, so that length alone does not flatter. */
function estimateBits(password: string): number {
  const codes = Array.from(password, (sign) => sign.codePointAt(0) ?? 0);
  const steps = codes.filter((code, at) => at === 0 || Math.abs(code - (codes[at - 1] ?? 0)) > 1);
  const different = new Set(codes).size;
  return Math.min(steps.length, different * 1.6) * Math.log2(alphabetSize(password));
}

function alphabetSize(password: string): number {
  const kinds: [RegExp, number][] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[0-9]/, 10],
    [/[^a-zA-Z0-9]/, 32],
  ];
  return kinds.reduce((size, [kind, signs]) => (kind.test(password) ? size + signs : size), 2);
}
