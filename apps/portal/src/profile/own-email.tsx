import { useState, type FormEvent } from 'react';
import { useT } from '../i18n/use-t';
import type { Submission } from '../lib/loadable';
import { isEmail } from '../lib/login-id';
import { useWhenDone } from '../lib/use-when-done';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { EmailField } from '../ui/email-field';
import { SubmissionNotice } from '../ui/submission-notice';
import { CodeForm } from './code-form';
import { isSecretMissing, type OwnProof, OwnSecretField, type OwnSecretTyped, typedSecret } from './own-secret-field';

export interface OwnEmailProps {
  /** Null for who signs in with a phone number only. */
  email: string | null;
  proof: OwnProof;
  /** The address that a code is on its way to. */
  codeSentTo: string | null;
  sending: Submission;
  confirming: Submission;
  onAsk: (asked: { email: string } & OwnSecretTyped) => void;
  onConfirm: (code: string) => void;
  /** Forgets what was asked for and how it went. */
  onRestart: () => void;
}

/** Shows the address that opens the login, and puts another one in its place with a code that goes there (REC-16). */
export function OwnEmail({ email, proof, codeSentTo, sending, confirming, onRestart, ...on }: OwnEmailProps) {
  const t = useT('profile');
  const [isOpen, setIsOpen] = useState(false);
  useWhenDone(confirming, () => setIsOpen(false));
  const open = (isNowOpen: boolean) => {
    onRestart();
    setIsOpen(isNowOpen);
  };
  return (
    <Card title={t('emailLogin.title')}>
      <p className="break-words">{email ? <bdi className="font-semibold">{email}</bdi> : t('emailLogin.none')}</p>
      {codeSentTo !== null && (
        <CodeForm
          texts={{
            label: t('emailLogin.code'),
            hint: t('emailLogin.codeHint', { email: codeSentTo }),
            check: t('emailLogin.check'),
            again: t('emailLogin.again'),
            failed: t('emailLogin.notConfirmed'),
          }}
          submission={confirming}
          onAgain={() => open(true)}
          onSubmit={on.onConfirm}
        />
      )}
      {codeSentTo === null && isOpen && (
        <AskForm proof={proof} submission={sending} onAsk={on.onAsk} onCancel={() => open(false)} />
      )}
      {confirming.status === 'done' && (
        <SubmissionNotice submission={confirming} done={t('emailLogin.done')} failed="" />
      )}
      {codeSentTo === null && !isOpen && (
        <Button onClick={() => open(true)}>{t(email ? 'emailLogin.change' : 'emailLogin.add')}</Button>
      )}
    </Card>
  );
}

interface AskFormProps {
  proof: OwnProof;
  submission: Submission;
  onAsk: OwnEmailProps['onAsk'];
  onCancel: () => void;
}

function AskForm({ proof, submission, onAsk, onCancel }: AskFormProps) {
  const t = useT('profile');
  const [email, setEmail] = useState('');
  const [secret, setSecret] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const isBusy = submission.status === 'busy';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (isEmail(email) && !isSecretMissing(proof, secret))
      onAsk({ email: email.trim(), ...typedSecret(proof, secret) });
  };
  return (
    <form noValidate onSubmit={submit} className="flex w-full flex-col gap-4">
      <EmailField
        label={t('emailLogin.new')}
        hint={t('emailLogin.newHint')}
        error={isChecked && !isEmail(email) ? t('emailLogin.newWrong') : null}
        value={email}
        onChange={setEmail}
      />
      <OwnSecretField proof={proof} value={secret} onChange={setSecret} isChecked={isChecked} />
      {submission.status === 'failed' && (
        <SubmissionNotice submission={submission} done="" failed={t('phone.notSent')} />
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" isBusy={isBusy}>
          {t(isBusy ? 'phone.sending' : 'emailLogin.send')}
        </Button>
        <Button onClick={onCancel}>{t('emailLogin.cancel')}</Button>
      </div>
    </form>
  );
}
