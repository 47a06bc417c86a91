import { Button, Group, Text } from '@mantine/core';
import type { Contact, SentCredentials } from '@latchkey/api-client';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { toProblem } from '../../lib/problem';
import { FailedState } from '../../ui/failed-state';
import { useToasts } from '../../ui/toasts';
import { nameOf, secondsUntilResend, shortNameOf } from '../people/contact-words';
import { usePeopleAct } from '../people/people.api';
import { send } from './credentials.api';
import classes from './send-dialog.module.css';
import type { Composer } from './use-composer';

interface SendFootProps {
  composer: Composer;
  contacts: readonly Contact[];
  onClose: () => void;
  onResult: (result: SentCredentials) => void;
}

/** Counts down while a message to this one contact is younger than a minute, then asks the server again. */
const useResendWait = (composer: Composer): number => {
  const isRecent = composer.plan.leftOut.some((one) => one.reason === 'recently_sent') && composer.only !== undefined;
  const [now, setNow] = useState(() => Date.now());
  const left = isRecent ? Math.max(1, secondsUntilResend(composer.only?.lastDelivery ?? null, now)) : 0;
  const { refetch } = composer.check;
  useEffect(() => {
    if (!isRecent) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isRecent]);
  useEffect(() => {
    if (left === 1) void refetch();
  }, [left, now, refetch]);
  return left;
};

export const SendFoot = ({ composer, contacts, onClose, onResult }: SendFootProps) => {
  const { t } = useTranslation('credentials');
  const { plan, check, isSettled, message } = composer;
  const act = usePeopleAct();
  const keyFor = useIdempotencyKey();
  const toast = useToasts();
  const wait = useResendWait(composer);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [first] = plan.receivers;
  const one = plan.receivers.length === 1 ? contacts.find((contact) => contact.id === first) : undefined;

  const submit = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const content = { contactIds: plan.receivers, draft: message };
      const result = await act(() => send(plan.receivers, message, keyFor(content)));
      if (result.skipped.length > 0) return onResult(result);
      toast.done(one ? t('send.sentTo', { name: nameOf(one, t) }) : t('send.sentMany', { count: result.sent.length }));
      onClose();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };

  const label = one ? t('send.goOne', { name: shortNameOf(one, t) }) : t('send.go', { count: plan.receivers.length });
  const isOneOfSeveral = composer.chosen.length > 1;
  const isReady = plan.receivers.length > 0 && isSettled && !check.error;
  return (
    <div className={classes.foot}>
      {error === null ? null : <FailedState error={error} isCompact />}
      {check.error && toProblem(check.error).errors.length === 0 ? (
        <FailedState error={check.error} onRetry={() => void check.refetch()} isCompact />
      ) : null}
      <Group justify="space-between" gap="xs">
        <Text c="dimmed" size="sm" aria-live="polite">
          {isOneOfSeveral && plan.leftOut.length > 0 ? t('send.summary', { count: plan.leftOut.length }) : ''}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button onClick={() => void submit()} loading={isBusy} disabled={!isReady}>
            {wait > 0 ? t('send.waitFor', { count: wait }) : plan.receivers.length > 0 ? label : t('send.goNone')}
          </Button>
        </Group>
      </Group>
    </div>
  );
};
