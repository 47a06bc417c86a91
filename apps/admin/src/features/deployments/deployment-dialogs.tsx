import { Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import type { ActedDeployment, DeploymentDialog } from './deployment-dialog';
import { closeDeployment, removeDeployment, reopenDeployment, useDeploymentAct } from './deployments.api';

interface DialogProps {
  deployment: ActedDeployment;
  onClose: () => void;
}

export const useDeploymentDialogs = (
  onGone?: () => Promise<void> | void,
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
  const { id, name } = deployment;
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => act(() => closeDeployment(id))}
      done={t('done.deactivated', { name })}
      undo={() => act(() => reopenDeployment(id))}
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

const DeleteDialog = ({
  deployment,
  onClose,
  onDeleted,
}: DialogProps & { onDeleted: (() => Promise<void> | void) | undefined }) => {
  const { t } = useTranslation('deployments');
  const act = useDeploymentAct();
  const { id, name } = deployment;
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => act(() => removeDeployment(id).then(onDeleted))}
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
