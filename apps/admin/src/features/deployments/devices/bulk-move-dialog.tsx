import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { useDeploymentAct } from '../deployments.api';
import { saveDevices } from '../devices.api';
import type { BulkDialogProps } from './bulk-dialog';
import { DeploymentSelect, type ChosenDeployment } from './deployment-select';
import { MoveEffects } from './move-effects';
import { useBulkOutcome } from './use-bulk-outcome';

/** Several devices to another deployment at once. */
export const BulkMoveDialog = ({ devices, onDone, onClose }: BulkDialogProps) => {
  const { t } = useTranslation('devices');
  const act = useDeploymentAct();
  const tell = useBulkOutcome();
  const [to, setTo] = useState<ChosenDeployment | null>(null);
  const move = async (): Promise<void> => {
    if (!to) return;
    const ids = devices.map(({ id }) => id);
    tell(await act(() => saveDevices({ ids, set: { deploymentId: to.id } })));
    onDone();
  };
  const count = devices.length;
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={move}
      title={t('bulk.moveTitle', { count })}
      confirmLabel={to ? t('move.goTo', { deployment: to.name }) : t('move.go')}
      isBlocked={to === null}
    >
      <Stack gap="md">
        <DeploymentSelect label={t('move.to')} value={to} onChange={setTo} required />
        <MoveEffects to={to} customerIds={devices.map(({ customer }) => customer.id)} />
      </Stack>
    </ConfirmDialog>
  );
};
