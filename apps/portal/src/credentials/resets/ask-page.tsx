import { useState, type FormEvent } from 'react';
import { useT } from '../../i18n/use-t';
import type { Submission } from '../../lib/loadable';
import { isEmail } from '../../lib/login-id';
import { paths } from '../../lib/paths';
import { Button } from '../../ui/button';
import { ButtonLink } from '../../ui/button-link';
import { Card, PageTitle } from '../../ui/card';
import { FailedState } from '../../ui/failed-state';
import { EmailField } from '../../ui/email-field';
import { TextField } from '../../ui/field';
import { Proving } from '../proving';
import type { AskedReset } from './resets.api';
import { AskedForReset } from './asked-for-reset';

export interface AskPageProps {
  /** What was typed on the sign-in page. */
  email: string;
  /** An SMS may be asked for as well. */
  bySms: boolean;
  /** What a message was asked for with. */
  askedFor: AskedReset | undefined;
  submission: Submission;
  onSubmit: (asked: AskedReset) => void;
  onAgain: () => void;
}

export function AskPage({ askedFor, onAgain, ...form }: AskPageProps) {
  return askedFor === undefined ? <AskForm {...form} /> : <AskedForReset {...askedFor} onAgain={onAgain} />;
}

type AskFormProps = Pick<AskPageProps, 'email' | 'bySms' | 'submission' | 'onSubmit'>;

function AskForm({ email, bySms, submission, onSubmit }: AskFormProps) {
  const t = useT('resets');
  const [typed, setTyped] = useState(email);
  const [phone, setPhone] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const isBusy = submission.status === 'busy';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    const [address, number] = [typed.trim(), phone.trim()];
    if (isEmail(typed)) onSubmit(number === '' ? { email: address } : { email: address, phone: number });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <PageTitle title={t('ask.title')}>{t('ask.lead')}</PageTitle>
      {submission.status === 'failed' && <FailedState title={t('ask.failedTitle')} failure={submission.failure} />}
      {submission.status === 'busy' && submission.isProving && <Proving />}
      <Card>
        <EmailField
          label={t('ask.email')}
          hint={t('ask.emailHint')}
          error={isChecked && !isEmail(typed) ? t('ask.emailWrong') : null}
          autoComplete="username"
          value={typed}
          onChange={setTyped}
        />
        {bySms && (
          <TextField
            label={t('ask.phone')}
            hint={t('ask.phoneHint')}
            isOptional
            type="tel"
            name="phone"
            dir="ltr"
            autoComplete="tel"
            maxLength={60}
            value={phone}
            onChange={setPhone}
          />
        )}
        <Button type="submit" look="primary" wide isBusy={isBusy}>
          {t(isBusy ? 'ask.busy' : 'ask.submit')}
        </Button>
      </Card>
      <ButtonLink to={paths.signIn}>{t('ask.back')}</ButtonLink>
    </form>
  );
}
