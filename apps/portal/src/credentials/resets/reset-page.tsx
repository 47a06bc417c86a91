import { useState, type FormEvent } from 'react';
import type { Reset } from '@latchkey/api-client';
import { useLanguage } from '../../i18n/language';
import { useT } from '../../i18n/use-t';
import { formatDateTime } from '../../lib/format';
import type { Submission } from '../../lib/loadable';
import { Button } from '../../ui/button';
import { Card, PageTitle } from '../../ui/card';
import { FailedState } from '../../ui/failed-state';
import { canSavePassword, NewPasswordFields, NO_PASSWORD } from '../../ui/new-password-fields';

export interface ResetPageProps {
  reset: Reset;
  submission: Submission;
  onSubmit: (password: string) => void;
}

export function ResetPage({ reset, submission, onSubmit }: ResetPageProps) {
  const t = useT('resets');
  const language = useLanguage();
  const [password, setPassword] = useState(NO_PASSWORD);
  const [isChecked, setIsChecked] = useState(false);
  const { company, loginId } = reset;
  const rules = { minLength: reset.minPasswordLength, ownData: [loginId, company] };
  const isBusy = submission.status === 'busy';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (canSavePassword(password, rules)) onSubmit(password.first);
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <PageTitle title={t('choose.title')}>{t('choose.text', { loginId, company })}</PageTitle>
      <input type="text" hidden readOnly autoComplete="username" value={loginId} />
      {submission.status === 'failed' && <FailedState title={t('choose.failedTitle')} failure={submission.failure} />}
      <Card>
        <NewPasswordFields value={password} onChange={setPassword} rules={rules} isChecked={isChecked} />
        <Button type="submit" look="primary" wide isBusy={isBusy}>
          {t(isBusy ? 'choose.busy' : 'choose.save')}
        </Button>
        <p className="text-[0.9375rem] text-quiet">
          {t('choose.effect')} {t('choose.validUntil', { time: formatDateTime(new Date(reset.expiresAt), language) })}
        </p>
      </Card>
    </form>
  );
}
