import { useState, type FormEvent } from 'react';
import { useT } from '../i18n/use-t';
import { useCompany } from '../lib/company';
import { toSubmission } from '../lib/loadable';
import { looksComplete } from '../lib/login-id';
import { Button } from '../ui/button';
import { FailedState } from '../ui/failed-state';
import { TextField } from '../ui/field';
import { Notice } from '../ui/notice';
import { PhoneOrEmailField } from '../ui/phone-or-email-field';
import { useAskForHelp } from './help.api';

/** In the panel on the sign-in page: what was typed there reaches staff, the secret never (S4.5, INV-4). */
export function TellCompany({ typed }: { typed: string }) {
  const t = useT('help');
  const company = useCompany()?.name ?? '';
  const ask = useAskForHelp();
  const [corrected, setCorrected] = useState<string>();
  const [words, setWords] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const login = (corrected ?? typed).trim();
  const submission = toSubmission(ask);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    const said = words.trim();
    if (looksComplete(login)) ask.mutate({ login, ...(said !== '' && { words: said }) });
  };
  if (ask.isSuccess)
    return (
      <Notice tone="good" title={t('panel.sentTitle')}>
        <p>{t('panel.sent', { company })}</p>
      </Notice>
    );
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <div>
        <h2 className="font-semibold">{company === '' ? t('tell.title') : t('panel.title', { company })}</h2>
        <p>{t('panel.lead')}</p>
      </div>
      {submission.status === 'failed' && <FailedState title={t('tell.failedTitle')} failure={submission.failure} />}
      <PhoneOrEmailField
        label={t('tell.login')}
        error={isChecked && !looksComplete(login) ? t('tell.loginMissing') : null}
        value={corrected ?? typed}
        onChange={setCorrected}
      />
      <TextField
        label={t('tell.words')}
        hint={t('panel.noSecret')}
        isOptional
        name="words"
        maxLength={500}
        value={words}
        onChange={setWords}
      />
      <Button type="submit" wide isBusy={ask.isPending}>
        {t(ask.isPending ? 'tell.busy' : 'tell.submit')}
      </Button>
    </form>
  );
}
