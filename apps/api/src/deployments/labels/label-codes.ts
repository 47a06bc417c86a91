import { randomBytes, randomInt } from 'node:crypto';
import { fingerprint, type Keys, randomToken, sameText } from '../../config/keys.js';

/** Crockford's base 32: no I, L, O and U, so that nothing read off a label is mistaken. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PUBLIC_ID_LENGTH = 12;
const CODE_LENGTH = 10;
const SECRET_BYTES = 16;

/** What is printed: the secret in the code's fragment (128 bit), and the code to type where there is no camera (50 bit). */
export interface LabelSecrets {
  secret: string;
  code: string;
}

/** A new label as it is stored, and what is printed on it. */
export interface NewLabelCodes extends LabelSecrets {
  publicId: string;
  secretHash: string;
  codeHash: string;
  sealed: Buffer;
}

const random = (length: number): string => Array.from({ length }, () => ALPHABET[randomInt(32)]).join('');

const bound = (labelId: string): string => `label:${labelId}`;

/** As somebody types it: small letters, spaces and dashes do not count, I and L are 1, O is 0. */
export const readLabelText = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');

export const secretHashOf = (secret: string): string => fingerprint(secret);

/** 50 bit are too few for a plain hash: keyed, and bound to the label that the code stands on. */
export const codeHashOf = (keys: Keys, publicId: string, code: string): string =>
  keys.mac('link', 'label-code', publicId, code);

/** Makes what a new label needs. Its id is chosen by the caller, because the sealed copy opens for this row only. */
export function makeLabelCodes(keys: Keys, labelId: string): NewLabelCodes {
  const publicId = random(PUBLIC_ID_LENGTH);
  const secrets: LabelSecrets = { secret: randomToken(SECRET_BYTES), code: random(CODE_LENGTH) };
  return {
    publicId,
    ...secrets,
    secretHash: secretHashOf(secrets.secret),
    codeHash: codeHashOf(keys, publicId, secrets.code),
    sealed: keys.seal(JSON.stringify(secrets), bound(labelId)),
  };
}

/** For printing again. Throws when the copy belongs to another label. */
export const openLabelCodes = (keys: Keys, labelId: string, sealed: Buffer): LabelSecrets =>
  JSON.parse(keys.open(sealed, bound(labelId))) as LabelSecrets;

/** The address in the QR code. The secret stands in the fragment: it reaches no log and no Referer (D4.1). */
export const labelUrl = (portalOrigin: string, publicId: string, secret: string): string =>
  `${portalOrigin}/p/${publicId}#${secret}`;

export interface LabelHashes {
  publicId: string;
  secretHash: string;
  codeHash: string;
}

const NOBODY = randomBytes(32).toString('base64url');

/** Whether the secret or the code is this label's. Without a label it compares as well, so that it takes as long. */
export function opensLabel(
  keys: Keys,
  label: LabelHashes | undefined,
  typed: { label: string; secret?: string | undefined; code?: string | undefined },
): boolean {
  const given =
    typed.secret === undefined ? codeHashOf(keys, typed.label, typed.code ?? '') : secretHashOf(typed.secret);
  const stored = typed.secret === undefined ? label?.codeHash : label?.secretHash;
  return sameText(given, stored ?? NOBODY) && label !== undefined;
}
