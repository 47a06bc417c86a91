import { useT } from '../i18n/use-t';
import type { Session } from '../lib/session';
import { PasswordField } from '../ui/password-field';
import { PinBoxes } from '../ui/pin-boxes';

/** What is typed once more; `none` for who came by a link and has neither. */
export type OwnProof = 'password' | 'pin' | 'none';
export type OwnSecretTyped = { currentPassword?: string; currentPin?: string };

/** What the person signed in with is typed once more. */
export function proofOf({ method, hasPassword }: Pick<Session, 'method' | 'hasPassword'>): OwnProof {
  if (method === 'pin' || method === 'password') return method;
  return hasPassword ? 'password' : 'none';
}

const MIN = { password: 1, pin: 4, none: 0 } as const;

export const isSecretMissing = (proof: OwnProof, secret: string): boolean => secret.length < MIN[proof];

export function typedSecret(proof: OwnProof, secret: string): OwnSecretTyped {
  if (proof === 'none') return {};
  return proof === 'pin' ? { currentPin: secret } : { currentPassword: secret };
}

interface OwnSecretFieldProps {
  proof: OwnProof;
  value: string;
  onChange: (value: string) => void;
  isChecked: boolean;
}

/** The own password or PIN, before an act that an open session is not enough for (SES-6). */
export function OwnSecretField({ proof, value, onChange, isChecked }: OwnSecretFieldProps) {
  const t = useT('profile');
  const isMissing = isChecked && isSecretMissing(proof, value);
  const field = { autoComplete: 'current-password' as const, value, onChange };
  if (proof === 'password')
    return <PasswordField {...field} label={t('currentPassword')} error={isMissing ? t('currentEmpty') : null} />;
  if (proof === 'pin') return <PinBoxes {...field} label={t('currentPin')} error={isMissing ? t('pinEmpty') : null} />;
  return null;
}
