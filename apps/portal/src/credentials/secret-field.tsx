import { useEffect, useRef, type ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import type { SecretKind } from '../lib/login-id';
import { TEXT_LINK } from '../ui/classes';
import { PasswordField } from '../ui/password-field';
import { PinBoxes } from '../ui/pin-boxes';

interface SecretFieldProps {
  kind: SecretKind;
  value: string;
  onChange: (value: string) => void;
  error: string | null;
  /** Below the password: what somebody does who forgot it (S4.3). */
  forgotten?: ReactNode;
  onSwitch: () => void;
}

/** The PIN or the password, with a way to the other. Takes the focus when it appears. */
export function SecretField({ kind, value, onChange, error, forgotten, onSwitch }: SecretFieldProps) {
  const t = useT('credentials');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <div className="flex flex-col items-start gap-1">
      <div className="w-full">
        {kind === 'pin' ? (
          <PinBoxes
            ref={input}
            label={t('signIn.pin')}
            hint={t('signIn.pinHint')}
            autoComplete="current-password"
            {...{ value, onChange, error }}
          />
        ) : (
          <PasswordField
            ref={input}
            label={t('signIn.password')}
            autoComplete="current-password"
            {...{ value, onChange, error }}
          />
        )}
      </div>
      {kind === 'password' && forgotten}
      <button type="button" className={TEXT_LINK} onClick={onSwitch}>
        {t(kind === 'pin' ? 'signIn.usePassword' : 'signIn.usePin')}
      </button>
    </div>
  );
}
