import { Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { useDeploymentAct } from '../deployments.api';
import { putIntoService, removeDevice, takeOutOfService, transferDevice } from '../devices.api';
import type { ActedDevice, DeviceDialog } from './device-dialog';
import { DeploymentSelect, type ChosenDeployment } from './deployment-select';
import { MoveEffects } from './move-effects';

interface DialogProps {
  device: ActedDevice;
  onClose: () => void;
}

export const useDeviceDialogs = (
  onGone?: () => Promise<void> | void,
): { open: (dialog: DeviceDialog) => void; element: ReactNode } => {
  const [dialog, setDialog] = useState<DeviceDialog | null>(null);
  if (!dialog) return { open: setDialog, element: null };
  const props = { device: dialog.device, onClose: () => setDialog(null) };
  const elements = {
    move: <MoveDialog {...props} />,
    retire: <RetireDialog {...props} />,
    delete: <DeleteDialog {...props} onDeleted={onGone} />,
  };
  return { open: setDialog, element: elements[dialog.kind] };
};

/** The label on it goes on working, with the portal of where it is then (S1.x5). */
const MoveDialog = ({ device, onClose }: DialogProps) => {
  const { t } = useTranslation('devices');
  const act = useDeploymentAct();
  const [to, setTo] = useState<ChosenDeployment | null>(null);
  const { id, name, deployment: from } = device;
  const move = async (): Promise<void> => {
    if (!to) return;
    await act(() => transferDevice(id, to.id));
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={move}
      done={t('done.moved', { name, deployment: to?.name })}
      undo={() => act(() => transferDevice(id, from.id))}
      title={t('move.title', { name })}
      confirmLabel={to ? t('move.goTo', { deployment: to.name }) : t('move.go')}
      isBlocked={to === null}
    >
      <Stack gap="md">
        <DeploymentSelect label={t('move.to')} value={to} onChange={setTo} except={from.id} required />
        <MoveEffects to={to} customerIds={[device.customer.id]} />
      </Stack>
    </ConfirmDialog>
  );
};

/** Visitors who scan it are turned away (S1.22). */
const RetireDialog = ({ device, onClose }: DialogProps) => {
  const { t } = useTranslation('devices');
  const act = useDeploymentAct();
  const { id, name } = device;
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => act(() => takeOutOfService(id))}
      done={t('done.retired', { name })}
      undo={() => act(() => putIntoService(id))}
      title={t('retire.title', { name })}
      confirmLabel={t('retire.go')}
    >
      <Stack gap={4}>
        <Text>{t('retire.label')}</Text>
        <Text>{t('retire.stays')}</Text>
      </Stack>
    </ConfirmDialog>
  );
};

const DeleteDialog = ({
  device,
  onClose,
  onDeleted,
}: DialogProps & { onDeleted: (() => Promise<void> | void) | undefined }) => {
  const { t } = useTranslation('devices');
  const act = useDeploymentAct();
  const { id, name } = device;
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => act(() => removeDevice(id).then(onDeleted))}
      done={t('done.deleted', { name })}
      title={t('delete.title', { name })}
      confirmLabel={t('delete.go')}
      typedPhrase={name}
      isDangerous
    >
      <Stack gap={4}>
        <Text>{t('delete.what')}</Text>
        <Text fw={500}>{t('delete.noUndo')}</Text>
      </Stack>
    </ConfirmDialog>
  );
};
