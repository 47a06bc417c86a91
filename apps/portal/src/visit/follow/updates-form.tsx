import type { FollowedCase } from '@latchkey/api-client';
import { useState, type FormEvent } from 'react';
import { useLanguage } from '../../i18n/language';
import { useT } from '../../i18n/use-t';
import type { Failure } from '../../lib/failure';
import { toFailure } from '../../lib/problem';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { FailedState } from '../../ui/failed-state';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { endUpdates, wantUpdates } from './follow.api';

interface UpdatesFormProps {
  updates: FollowedCase['updates'];
  onChanged: () => Promise<void>;
}

/** Updates go only to an address whose owner said yes (D10). */
export function UpdatesForm({ updates, onChanged }: UpdatesFormProps) {
  const t = useT('visit');
  const language = useLanguage();
  const [email, setEmail] = useState('');
  const [outcome, setOutcome] = useState<'asked' | Failure>();
  if (updates.isConfirmed) return <UpdatesOn email={updates.email ?? ''} onChanged={onChanged} />;
  if (!updates.isOffered) return null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await wantUpdates(email.trim(), language);
      setOutcome('asked');
      await onChanged();
    } catch (error) {
      setOutcome(toFailure(error));
    }
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Card title={t('updates.title')}>
        {outcome === 'asked' ? (
          <Notice tone="good" icon="mail" title={t('updates.asked')}>
            <p>{t('updates.askedText')}</p>
          </Notice>
        ) : (
          <>
            <TextField label={t('reach.email')} type="email" autoComplete="email" value={email} onChange={setEmail} />
            {outcome && <FailedState failure={outcome} />}
            <Button type="submit">{t('updates.ask')}</Button>
          </>
        )}
      </Card>
    </form>
  );
}

function UpdatesOn({ email, onChanged }: { email: string; onChanged: () => Promise<void> }) {
  const t = useT('visit');
  const stop = () =>
    endUpdates().then(
      () => onChanged(),
      () => undefined,
    );
  return (
    <Notice tone="good" icon="mail" title={t('updates.on', { email })}>
      <div className="mt-2">
        <Button onClick={() => void stop()}>{t('updates.stop')}</Button>
      </div>
    </Notice>
  );
}
