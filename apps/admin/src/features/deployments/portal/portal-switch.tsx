import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { Deployment, DeploymentPortal, EnabledDeploymentPortal } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProtectedAct } from '../../../shared/secrets/use-protected-act';
import { SecretDialog } from '../../../shared/secrets/secret-dialog';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { CopyOnce } from '../../../ui/copy-once';
import { FailedState } from '../../../ui/failed-state';
import { StateBadge } from '../../../ui/state-badge';
import { useDeploymentAct } from '../deployments.api';
import { disablePortal, enablePortal } from '../portal.api';
import classes from './portal.module.css';

interface PortalSwitchProps {
  deployment: Deployment;
  portal: DeploymentPortal;
  onEnable: () => void;
}

/** On or off, and what that means for whoever scans a label. */
export const PortalSwitch = ({ deployment, portal, onEnable }: PortalSwitchProps) => {
  const { t } = useTranslation('deployment-portal');
  const [isAsking, setAsking] = useState(false);
  const may = deployment.allowedActions.includes('configure_portal');
  const { isEnabled } = portal;
  return (
    <section className={classes.panel} aria-label={t('switch.title')}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Stack gap={4} style={{ flex: 1, minWidth: 220 }}>
          <Group gap="xs">
            <Title order={2}>{t('switch.title')}</Title>
            <StateBadge tone={isEnabled ? 'good' : 'quiet'}>{t(isEnabled ? 'switch.on' : 'switch.off')}</StateBadge>
          </Group>
          <Text c="dimmed">{t(isEnabled ? 'switch.onText' : 'switch.offText')}</Text>
        </Stack>
        {may && isEnabled ? (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('switch.disable')}
          </Button>
        ) : null}
        {may && !isEnabled ? (
          <Button variant="default" onClick={onEnable} disabled={deployment.status !== 'active'}>
            {t('switch.enable')}
          </Button>
        ) : null}
      </Group>
      {isAsking ? <DisableDialog deployment={deployment} onClose={() => setAsking(false)} /> : null}
    </section>
  );
};

interface DialogProps {
  deployment: Deployment;
  onClose: () => void;
}

/** Whoever is inside is out with the next thing they do (INV-8). */
const DisableDialog = ({ deployment, onClose }: DialogProps) => {
  const { t } = useTranslation('deployment-portal');
  const act = useDeploymentAct();
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => act(() => disablePortal(deployment.id))}
      done={t('switch.disabled', deployment)}
      undo={() => act(() => enablePortal(deployment.id))}
      title={t('switch.disableTitle', deployment)}
      confirmLabel={t('switch.disable')}
      isDangerous
    >
      <Stack gap={4}>
        <Text>{t('switch.disableVisits')}</Text>
        <Text>{t('switch.disableStays')}</Text>
      </Stack>
    </ConfirmDialog>
  );
};

/** Without a PIN one is generated, and shown this one time. */
export const EnableDialog = ({ deployment, portal, onClose }: DialogProps & { portal: DeploymentPortal }) => {
  const { t } = useTranslation('deployment-portal');
  return (
    <SecretDialog<EnabledDeploymentPortal>
      title={t('switch.enableTitle', deployment)}
      titleShown={t('switch.enabled', deployment)}
      onClose={onClose}
      ask={(show) => (
        <Question
          deployment={deployment}
          portal={portal}
          onClose={onClose}
          onEnabled={(enabled) => (enabled.pin === null ? onClose() : show(enabled))}
        />
      )}
    >
      {({ pin }) => (
        <Stack gap="md">
          <CopyOnce label={t('pin.new')} value={pin ?? ''} warning={t('pin.canReveal')} />
          <Text>{t('pin.shareWith')}</Text>
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('common:close')}</Button>
          </Group>
        </Stack>
      )}
    </SecretDialog>
  );
};

interface QuestionProps extends DialogProps {
  portal: DeploymentPortal;
  onEnabled: (enabled: EnabledDeploymentPortal) => void;
}

const Question = ({ deployment, portal, onClose, onEnabled }: QuestionProps) => {
  const { t } = useTranslation('deployment-portal');
  const act = useDeploymentAct();
  const enable = useProtectedAct(() => act(() => enablePortal(deployment.id)), onEnabled);
  return (
    <Stack gap="md">
      <Text>{t('switch.enableText')}</Text>
      <Text>{t(portal.hasPin ? 'switch.enableOldPin' : 'switch.enableNewPin')}</Text>
      {enable.error === null ? null : <FailedState error={enable.error} isCompact />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button loading={enable.isBusy} onClick={() => void enable.start(undefined)} data-autofocus>
          {t('switch.enable')}
        </Button>
      </Group>
      {enable.dialog}
    </Stack>
  );
};
