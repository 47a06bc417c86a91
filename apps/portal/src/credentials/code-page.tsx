import { useState, type FormEvent } from 'react';
import { useT } from '../i18n/use-t';
import type { Submission } from '../lib/loadable';
import { looksComplete } from '../lib/login-id';
import { paths } from '../lib/paths';
import { Button } from '../ui/button';
import { ButtonLink } from '../ui/button-link';
import { Card, PageTitle } from '../ui/card';
import { FailedState } from '../ui/failed-state';
import { TextField } from '../ui/field';
import { PhoneOrEmailField } from '../ui/phone-or-email-field';
import { CannotGetIn } from './cannot-get-in';
import { Proving } from './proving';

export interface TypedCode {
  identifier: string;
  code: string;
}

interface CodePageProps {
  submission: Submission;
  onSubmit: (typed: TypedCode) => void;
}

const CODE_LENGTH = 8;
const isWhole = (code: string): boolean => code.replace(/[^\p{L}\p{N}]/gu, '').length === CODE_LENGTH;

/** The second way in: for another device than the one the message is on, or where the link was spoiled on its way. */
export function CodePage({ submission, onSubmit }: CodePageProps) {
  const t = useT('first-steps');
  const [identifier, setIdentifier] = useState('');
  const [code, setCode] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const isBusy = submission.status === 'busy';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (looksComplete(identifier) && isWhole(code)) onSubmit({ identifier: identifier.trim(), code });
  };
  return (
    <>
      <form noValidate onSubmit={submit} className="flex flex-col gap-6">
        <PageTitle title={t('code.title')}>{t('code.lead')}</PageTitle>
        {submission.status === 'failed' && <FailedState title={t('code.failedTitle')} failure={submission.failure} />}
        {submission.status === 'busy' && submission.isProving && <Proving />}
        <Card>
          <PhoneOrEmailField
            label={t('code.loginId')}
            hint={t('code.loginIdHint')}
            error={isChecked && !looksComplete(identifier) ? t('code.loginIdWrong') : null}
            value={identifier}
            onChange={setIdentifier}
          />
          <TextField
            label={t('code.code')}
            error={isChecked && !isWhole(code) ? t('code.codeWrong') : null}
            type="text"
            name="code"
            dir="ltr"
            autoComplete="one-time-code"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            maxLength={20}
            value={code}
            onChange={setCode}
          />
        </Card>
        <Button type="submit" look="primary" wide isBusy={isBusy}>
          {t(isBusy ? 'activation.busy' : 'code.submit')}
        </Button>
        <ButtonLink to={paths.signIn}>{t('activation.toSignIn')}</ButtonLink>
      </form>
      <CannotGetIn typed={identifier} />
    </>
  );
}
