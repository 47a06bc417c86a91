import { useState, type FormEvent } from 'react';
import { useT } from '../i18n/use-t';
import type { Failure } from '../lib/failure';
import { toSubmission } from '../lib/loadable';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { CompanyContacts } from '../ui/company-contacts';
import { FailedState } from '../ui/failed-state';
import { TextField } from '../ui/field';
import { Notice } from '../ui/notice';
import { useAskForHelp } from './help.api';

const NOTHING = { login: '', name: '', phone: '', words: '' };

/** What was filled in; an empty field says nothing. */
const given = ({ login, ...rest }: typeof NOTHING) => ({
  login: login.trim(),
  ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value.trim() !== '')),
});

/** "I can't get in": what was typed reaches somebody who can help. */
export function TellUs() {
  const t = useT('help');
  const ask = useAskForHelp();
  const [typed, setTyped] = useState(NOTHING);
  const [isChecked, setIsChecked] = useState(false);
  const submission = toSubmission(ask);
  const isMissing = typed.login.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!isMissing) ask.mutate(given(typed));
  };
  const field = (name: keyof typeof NOTHING, maxLength: number) => ({
    name,
    label: t(`tell.${name}`),
    maxLength,
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
  });
  if (ask.isSuccess)
    return (
      <Notice tone="good" title={t('tell.sentTitle')}>
        <p>{t('tell.sent')}</p>
      </Notice>
    );
  return (
    <form noValidate onSubmit={submit}>
      <Card title={t('tell.title')}>
        <p>{t('tell.lead')}</p>
        {submission.status === 'failed' && <NotSent failure={submission.failure} />}
        <TextField
          {...field('login', 254)}
          dir="ltr"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={isChecked && isMissing ? t('tell.loginMissing') : null}
        />
        <TextField {...field('words', 500)} isOptional />
        <TextField {...field('name', 100)} autoComplete="name" isOptional />
        <TextField {...field('phone', 40)} type="tel" dir="ltr" autoComplete="tel" isOptional />
        <Button type="submit" look="primary" wide isBusy={ask.isPending}>
          {t(ask.isPending ? 'tell.busy' : 'tell.submit')}
        </Button>
      </Card>
    </form>
  );
}

/** Who has to wait may call or write instead. */
function NotSent({ failure }: { failure: Failure }) {
  const t = useT('help');
  return (
    <>
      <FailedState title={t('tell.failedTitle')} failure={failure} />
      {failure.waitUntil && <CompanyContacts />}
    </>
  );
}

const HINTS = ['hints.spam', 'hints.address', 'hints.invited'] as const;

/** When no message came (S4.4, S4.5, S4.6). */
export function NoMessage() {
  const t = useT('help');
  return (
    <Card title={t('hints.title')}>
      <ul className="flex list-disc flex-col gap-2 ps-5">
        {HINTS.map((hint) => (
          <li key={hint}>{t(hint)}</li>
        ))}
      </ul>
    </Card>
  );
}
