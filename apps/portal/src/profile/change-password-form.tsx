import { useState, type FormEvent } from 'react';
import { useT } from '../i18n/use-t';
import type { Submission } from '../lib/loadable';
import type { PasswordRules } from '../lib/password-strength';
import { useWhenDone } from '../lib/use-when-done';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { canSavePassword, NewPasswordFields, NO_PASSWORD } from '../ui/new-password-fields';
import { PasswordField } from '../ui/password-field';
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
  onSubmit: (change: { current: string; next: string }) => void;
}

/** Says before saving what the change reaches; the current password is asked for (AUT-9). */
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if ((current || !hasPassword) && canSavePassword(password, rules)) onSubmit({ current, next: password.first });
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
            error={isChecked && !current ? t('currentEmpty') : null}
          />
        ) : (
          <p>{t('noPasswordYet', { email: loginId })}</p>
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
