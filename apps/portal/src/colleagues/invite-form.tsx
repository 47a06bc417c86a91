import type { Colleague, ColleagueRequest, InviteColleague } from '@latchkey/api-client';
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
import { askerName } from './asker-name';
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

interface InviteFormProps extends Omit<InviteProps, 'onStart' | 'invited'> {
  /** Somebody who asked for access: what is known is filled in, and of who is on file only the rights are asked. */
  asker?: ColleagueRequest;
  onCancel: () => void;
}

export function InviteForm({ language, mayGrant, submission, onInvite, onCancel, asker }: InviteFormProps) {
  const t = useT('colleagues');
  const [typed, setTyped] = useState(startOf(asker, language));
  const [refused, setRefused] = useState<readonly Right[]>(['colleague:manage']);
  const [isChecked, setIsChecked] = useState(false);
  const offered = ASKED_RIGHTS.filter((right) => mayGrant.includes(right));
  const isOnFile = asker?.isOnFile ?? false;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    const isMissing = Object.values(missing(typed)).some(Boolean) && !isOnFile;
    if (isMissing || submission.status === 'busy') return;
    const rights = mayGrant.filter((right) => !refused.includes(right));
    onInvite({ ...typed, language: typed.language as Language, rights });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Card title={asker ? t('asked.inviteNamed', { name: askerName(asker) }) : t('invite')}>
        {isOnFile ? (
          <p>{t('asked.onFile')}</p>
        ) : (
          <PersonFields typed={typed} onChange={setTyped} isChecked={isChecked} />
        )}
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

interface Typed {
  firstName: string;
  lastName: string;
  email: string;
  language: string;
}

const startOf = (asker: ColleagueRequest | undefined, language: string): Typed => ({
  firstName: asker?.firstName ?? '',
  lastName: asker?.lastName ?? '',
  email: asker?.email ?? '',
  language,
});

const missing = ({ firstName, lastName, email }: Typed) => ({
  firstName: !firstName.trim(),
  lastName: !lastName.trim(),
  email: !isEmail(email),
});

interface PersonFieldsProps {
  typed: Typed;
  onChange: (typed: Typed) => void;
  isChecked: boolean;
}

function PersonFields({ typed, onChange, isChecked }: PersonFieldsProps) {
  const t = useT('colleagues');
  const isMissing = missing(typed);
  const field = (name: 'firstName' | 'lastName' | 'email') => ({
    label: t(`field.${name}`),
    error: isChecked && isMissing[name] ? t(`empty.${name}`) : null,
    name,
    autoComplete: 'off' as const,
    value: typed[name],
    onChange: (value: string) => onChange({ ...typed, [name]: value }),
  });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...field('firstName')} maxLength={100} />
        <TextField {...field('lastName')} maxLength={100} />
      </div>
      <EmailField {...field('email')} hint={t('emailHint')} />
      <SelectField
        label={t('field.language')}
        value={typed.language}
        onChange={(language) => onChange({ ...typed, language })}
      >
        {LANGUAGES.map((tag) => (
          <option key={tag} value={tag}>
            {nameOf(tag)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
