import type { FollowedCase } from '@latchkey/api-client';
import { useState, type FormEvent } from 'react';
import { useLanguage } from '../../i18n/language';
import { useT } from '../../i18n/use-t';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { FailedState } from '../../ui/failed-state';
import { EmailField } from '../../ui/email-field';
import { Notice } from '../../ui/notice';
import { isEmail } from '../reporter-fields';
import { endUpdates, wantUpdates } from './follow.api';

interface UpdatesFormProps {
  updates: FollowedCase['updates'];
  onChanged: () => Promise<void>;
}

/** Updates go only to an address whose owner said yes (D10). */
export function UpdatesForm({ updates, onChanged }: UpdatesFormProps) {
  const [isAsked, setIsAsked] = useState(false);
  const t = useT('visit');
  if (updates.isConfirmed) return <UpdatesOn email={updates.email ?? ''} onChanged={onChanged} />;
  if (isAsked)
    return (
      <Notice tone="good" icon="mail" title={t('updates.asked')}>
        <p>{t('updates.askedText')}</p>
      </Notice>
    );
  if (!updates.isOffered) return null;
  return <AskForUpdates known={updates.email ?? ''} onAsked={() => (setIsAsked(true), onChanged())} />;
}

function AskForUpdates({ known, onAsked }: { known: string; onAsked: () => Promise<void> }) {
  const t = useT('visit');
  const language = useLanguage();
  const [email, setEmail] = useState(known);
  const [isChecked, setIsChecked] = useState(false);
  const { isBusy, failure, act } = useAct();
  const isRight = isEmail(email);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (isRight) void act(() => wantUpdates(email.trim(), language).then(onAsked));
  };
  return (
    <form noValidate onSubmit={submit}>
      <Card title={t('updates.title')}>
        <EmailField
          label={t('reach.email')}
          error={isChecked && !isRight ? t('reach.invalid') : null}
          value={email}
          onChange={setEmail}
        />
        {failure && <FailedState failure={failure} />}
        <Button type="submit" isBusy={isBusy}>
          {t('updates.ask')}
        </Button>
      </Card>
    </form>
  );
}

function UpdatesOn({ email, onChanged }: { email: string; onChanged: () => Promise<void> }) {
  const t = useT('visit');
  const { isBusy, failure, act } = useAct();
  return (
    <Notice tone="good" icon="mail" title={t('updates.on', { email })}>
      {failure && <FailedState failure={failure} />}
      <div className="mt-2">
        <Button isBusy={isBusy} onClick={() => void act(() => endUpdates().then(onChanged))}>
          {t('updates.stop')}
        </Button>
      </div>
    </Notice>
  );
}
