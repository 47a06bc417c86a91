import { useState, type FormEvent } from 'react';
import { useT } from '../i18n/use-t';
import { useCompany } from '../lib/company';
import type { Submission } from '../lib/loadable';
import type { PasswordRules } from '../lib/password-strength';
import { Button } from '../ui/button';
import { Card, PageTitle } from '../ui/card';
import { FailedState } from '../ui/failed-state';
import { canSavePassword, NewPasswordFields, NO_PASSWORD } from '../ui/new-password-fields';

export interface MustChangePasswordPageProps {
  rules: PasswordRules;
  /** For the password manager of the browser. */
  loginId?: string | undefined;
  submission: Submission;
  onSubmit: (password: string) => void;
}

/** After signing in with a password that staff set: nothing else is open until it is replaced. */
export function MustChangePasswordPage({ rules, loginId, submission, onSubmit }: MustChangePasswordPageProps) {
  const t = useT('first-steps');
  const company = useCompany();
  const [password, setPassword] = useState(NO_PASSWORD);
  const [isChecked, setIsChecked] = useState(false);
  const isBusy = submission.status === 'busy';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (canSavePassword(password, rules)) onSubmit(password.first);
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <PageTitle title={t('changePassword.title')}>
        {company && t('changePassword.text', { company: company.name })}
      </PageTitle>
      <input type="text" hidden readOnly autoComplete="username" value={loginId ?? ''} />
      {submission.status === 'failed' && (
        <FailedState title={t('changePassword.failedTitle')} failure={submission.failure} />
      )}
      <Card>
        <NewPasswordFields value={password} onChange={setPassword} rules={rules} isChecked={isChecked} />
        <Button type="submit" look="primary" wide isBusy={isBusy}>
          {t(isBusy ? 'activation.busy' : 'activation.save')}
        </Button>
      </Card>
    </form>
  );
}
