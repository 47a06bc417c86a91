import { formatPhone } from '@latchkey/api-client/phone';
import { useState, type FormEvent, type ReactNode } from 'react';
import { LANGUAGES, languageName, useLanguage } from '../i18n/language';
import { useT } from '../i18n/use-t';
import { useCompany } from '../lib/company';
import type { Submission } from '../lib/loadable';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { SelectField, TextField } from '../ui/field';
import { SubmissionNotice } from '../ui/submission-notice';

export interface Profile {
  name: string;
  /** Absent until the person chose one. */
  language?: string | undefined;
  email?: string | undefined;
  phones: readonly string[];
}

export interface ProfileProps {
  profile: Profile;
  /** The right to edit one's own profile; the language may always be chosen. */
  canEditName: boolean;
  submission: Submission;
  onSave: (changes: { name?: string | undefined; language: string }) => void;
}

export function ProfileForm({ profile, canEditName, submission, onSave }: ProfileProps) {
  const t = useT('profile');
  const company = useCompany();
  const shown = useLanguage();
  const [name, setName] = useState(profile.name);
  const [language, setLanguage] = useState(profile.language ?? shown);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ name: canEditName && name.trim() ? name.trim() : undefined, language });
  };
  return (
    <form onSubmit={submit}>
      <Card title={t('about')}>
        {canEditName ? (
          <TextField label={t('name')} autoComplete="name" maxLength={100} value={name} onChange={setName} />
        ) : (
          <Facts label={t('name')}>{profile.name}</Facts>
        )}
        {profile.email && <Facts label={t('email')}>{profile.email}</Facts>}
        {profile.phones.length > 0 && <Facts label={t('phones')}>{profile.phones.map(formatPhone).join('\n')}</Facts>}
        {company && <p className="text-[0.9375rem] text-quiet">{t('ask', { company: company.name })}</p>}
        <SelectField label={t('language')} hint={t('languageHint')} value={language} onChange={setLanguage}>
          {LANGUAGES.map((code) => (
            <option key={code} value={code} lang={code}>
              {languageName(code)}
            </option>
          ))}
        </SelectField>
        <SubmissionNotice submission={submission} done={t('saved')} failed={t('notSaved')} />
        <Button type="submit" look="primary" isBusy={submission.status === 'busy'}>
          {t(submission.status === 'busy' ? 'saving' : 'save')}
        </Button>
      </Card>
    </form>
  );
}

function Facts({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <p className="font-semibold">{label}</p>
      <p className="break-words whitespace-pre-line">
        <bdi>{children}</bdi>
      </p>
    </div>
  );
}
