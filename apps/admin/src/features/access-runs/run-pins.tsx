import { Button, Text } from '@mantine/core';
import type { AccessRun } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPast } from './run-words';
import { useFormat } from '../../lib/use-format';
import { useProtectedAct } from '../../shared/secrets/use-protected-act';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { FailedState } from '../../ui/failed-state';
import { useRunActs } from './access-runs.api';

interface RunPinsProps {
  run: AccessRun;
}

/** When the PINs of before end. */
export const PinsEnd = ({ run: { pins, state } }: RunPinsProps) => {
  const { t } = useTranslation('access-runs');
  const { date } = useFormat();
  if (!pins?.oldEndsAt) return null;
  if (state === 'stopped') return <Text maw={720}>{t('pins.noEnd')}</Text>;
  return (
    <Text maw={720}>{t(isPast(pins.oldEndsAt) ? 'pins.endedOn' : 'pins.endsOn', { date: date(pins.oldEndsAt) })}</Text>
  );
};

/** To remind those who have not used theirs, and to end the PINs of before at once. */
export const PinActs = ({ run }: RunPinsProps) => {
  const { t } = useTranslation('access-runs');
  const acts = useRunActs(run.id);
  const remind = useProtectedAct(acts.remind, () => undefined);
  const finish = useProtectedAct(acts.finish, () => undefined);
  const [asks, setAsks] = useState<'remind' | 'finish' | null>(null);
  const may = new Set(run.allowedActions);
  const close = (): void => setAsks(null);
  const error = remind.error ?? finish.error;
  return (
    <>
      {error === null ? null : <FailedState error={error} isCompact />}
      {may.has('remind') ? (
        <Button variant="default" onClick={() => setAsks('remind')} loading={remind.isBusy}>
          {t('pins.remind.open')}
        </Button>
      ) : null}
      {may.has('finish') ? (
        <Button variant="default" onClick={() => setAsks('finish')} loading={finish.isBusy}>
          {t('pins.finish.open')}
        </Button>
      ) : null}
      <ConfirmDialog
        isOpen={asks === 'remind'}
        onClose={close}
        onConfirm={() => void remind.start(undefined)}
        title={t('pins.remind.title')}
        confirmLabel={t('pins.remind.open')}
      >
        {t('pins.remind.text')}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asks === 'finish'}
        onClose={close}
        onConfirm={() => void finish.start(undefined)}
        title={t('pins.finish.title')}
        confirmLabel={t('pins.finish.open')}
      >
        {t('pins.finish.text')}
      </ConfirmDialog>
      {remind.dialog}
      {finish.dialog}
    </>
  );
};
