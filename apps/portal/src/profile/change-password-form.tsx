import { useState, type FormEvent } from 'react';
import { useT } from '../i18n/use-t';
import type { Submission } from '../lib/loadable';
import type { PasswordRules } from '../lib/password-strength';
import { useWhenDone } from '../lib/use-when-done';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { canSavePassword, NewPasswordFields, NO_PASSWORD } from '../ui/new-password-fields';
import { PasswordField } from '../ui/password-field';
import { PinBoxes } from '../ui/pin-boxes';
import { SubmissionNotice } from '../ui/submission-notice';

export interface ChangePasswordProps {
  rules: PasswordRules;
  /** For the password manager of the browser. */
  loginId: string;
  /** False for who signs in with a PIN so far and sets a first password. */
  hasPassword: boolean;
  /** How many companies the password counts for (INV-2). */
  companies: number;
  submission: Submission;
  onSubmit: (change: PasswordChange) => void;
}

/** What is proven, and what it shall be: the current password, or the PIN as long as there is none (AUT-9). */
export type PasswordChange = { newPassword: string } & ({ currentPassword: string } | { currentPin: string });

const MIN_PIN = 4;

/** Says before saving what the change reaches; the secret used so far is asked for (AUT-9). */
export function ChangePasswordForm({
  rules,
  loginId,
  hasPassword,
  companies,
  submission,
  onSubmit,
}: ChangePasswordProps) {
  const t = useT('profile');
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState(NO_PASSWORD);
  const [isChecked, setIsChecked] = useState(false);
  useWhenDone(submission, () => {
    setCurrent('');
    setPassword(NO_PASSWORD);
    setIsChecked(false);
  });
  const isMissing = current.length < (hasPassword ? 1 : MIN_PIN);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (isMissing || !canSavePassword(password, rules)) return;
    onSubmit({
      newPassword: password.first,
      ...(hasPassword ? { currentPassword: current } : { currentPin: current }),
    });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Card title={t('password')}>
        <input type="text" hidden readOnly autoComplete="username" value={loginId} />
        {hasPassword ? (
          <PasswordField
            label={t('currentPassword')}
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
            error={isChecked && isMissing ? t('currentEmpty') : null}
          />
        ) : (
          <>
            <p>{t('noPasswordYet', { email: loginId })}</p>
            <PinBoxes
              label={t('currentPin')}
              autoComplete="current-password"
              value={current}
              onChange={setCurrent}
              error={isChecked && isMissing ? t('pinEmpty') : null}
            />
          </>
        )}
        <NewPasswordFields value={password} onChange={setPassword} rules={rules} isChecked={isChecked} />
        <p className="text-quiet">
          {t('appliesTo', { count: companies })} {t('endsOthers')}
        </p>
        <SubmissionNotice submission={submission} done={t('passwordSaved')} failed={t('notSaved')} />
        <Button type="submit" look="primary" isBusy={submission.status === 'busy'}>
          {t(submission.status === 'busy' ? 'saving' : hasPassword ? 'changePassword' : 'setPassword')}
        </Button>
      </Card>
    </form>
  );
}
