import { Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { useToasts } from '../../ui/toasts';
import type { ActedDeployment, DeploymentDialog } from './deployment-dialog';
import { closeDeployment, removeDeployment, reopenDeployment, useDeploymentAct } from './deployments.api';

interface DialogProps {
  deployment: ActedDeployment;
  onClose: () => void;
}

export const useDeploymentDialogs = (
  onGone?: () => void,
): { open: (dialog: DeploymentDialog) => void; element: ReactNode } => {
  const [dialog, setDialog] = useState<DeploymentDialog | null>(null);
  const close = (): void => setDialog(null);
  if (!dialog) return { open: setDialog, element: null };
  const element =
    dialog.kind === 'close' ? (
      <CloseDialog deployment={dialog.deployment} onClose={close} />
    ) : (
      <DeleteDialog deployment={dialog.deployment} onClose={close} onDeleted={onGone} />
    );
  return { open: setDialog, element };
};

/** Visitors who are inside are out at once (INV-8). */
const CloseDialog = ({ deployment, onClose }: DialogProps) => {
  const { t } = useTranslation('deployments');
  const act = useDeploymentAct();
  const toast = useToasts();
  const { id, name } = deployment;
  const close = async (): Promise<void> => {
    await act(() => closeDeployment(id));
    toast.done(t('done.deactivated', { name }), () => act(() => reopenDeployment(id)));
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={close}
      title={t('close.title', { name })}
      confirmLabel={t('close.go')}
      isDangerous
    >
      <Stack gap={4}>
        <Text>{t('close.visitors')}</Text>
        <Text>{t('close.stays')}</Text>
      </Stack>
    </ConfirmDialog>
  );
};

const DeleteDialog = ({ deployment, onClose, onDeleted }: DialogProps & { onDeleted: (() => void) | undefined }) => {
  const { t } = useTranslation('deployments');
  const act = useDeploymentAct();
  const toast = useToasts();
  const { id, name } = deployment;
  const remove = async (): Promise<void> => {
    await removeDeployment(id);
    onDeleted?.();
    await act(() => Promise.resolve());
    toast.done(t('done.deleted', { name }));
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={remove}
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
