import type { Colleague, InviteColleague } from '@latchkey/api-client';
import { useState, type FormEvent } from 'react';
import { LANGUAGES } from '../i18n/language';
import { useT } from '../i18n/use-t';
import type { Submission } from '../lib/loadable';
import { isEmail } from '../lib/login-id';
import type { Right } from '../lib/session';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { FailedState } from '../ui/failed-state';
import { EmailField } from '../ui/email-field';
import { SelectField, TextField } from '../ui/field';
import { RightsChoice } from './rights-choice';
import { ASKED_RIGHTS } from './invite-rules';

export interface InviteProps {
  /** Of who invites: most colleagues read the same. */
  language: string;
  mayGrant: readonly Right[];
  submission: Submission;
  invited: Colleague | undefined;
  onStart: () => void;
  onInvite: (body: InviteColleague) => void;
}

type Language = NonNullable<InviteColleague['language']>;

/** A name in its own language, as in the language menu. */
const nameOf = (tag: string): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;

export function InviteForm({
  language,
  mayGrant,
  submission,
  onInvite,
  onCancel,
}: InviteProps & { onCancel: () => void }) {
  const t = useT('colleagues');
  const [typed, setTyped] = useState({ firstName: '', lastName: '', email: '', language });
  const [refused, setRefused] = useState<readonly Right[]>(['colleague:manage']);
  const [isChecked, setIsChecked] = useState(false);
  const offered = ASKED_RIGHTS.filter((right) => mayGrant.includes(right));
  const isMissing = {
    firstName: !typed.firstName.trim(),
    lastName: !typed.lastName.trim(),
    email: !isEmail(typed.email),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (Object.values(isMissing).some(Boolean) || submission.status === 'busy') return;
    const rights = mayGrant.filter((right) => !refused.includes(right));
    onInvite({ ...typed, language: typed.language as Language, rights });
  };
  const field = (name: 'firstName' | 'lastName' | 'email') => ({
    label: t(`field.${name}`),
    error: isChecked && isMissing[name] ? t(`empty.${name}`) : null,
    name,
    autoComplete: 'off' as const,
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
  });
  return (
    <form noValidate onSubmit={submit}>
      <Card title={t('invite')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField {...field('firstName')} maxLength={100} />
          <TextField {...field('lastName')} maxLength={100} />
        </div>
        <EmailField {...field('email')} hint={t('emailHint')} />
        <SelectField
          label={t('field.language')}
          value={typed.language}
          onChange={(value) => setTyped({ ...typed, language: value })}
        >
          {LANGUAGES.map((tag) => (
            <option key={tag} value={tag}>
              {nameOf(tag)}
            </option>
          ))}
        </SelectField>
        <RightsChoice offered={offered} refused={refused} onChange={setRefused} />
        {submission.status === 'failed' && <FailedState title={t('notInvited')} failure={submission.failure} />}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="primary" isBusy={submission.status === 'busy'}>
            {t(submission.status === 'busy' ? 'sending' : 'send')}
          </Button>
          <Button onClick={onCancel}>{t('cancel')}</Button>
        </div>
      </Card>
    </form>
  );
}
