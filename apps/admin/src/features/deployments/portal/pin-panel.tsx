import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { Deployment, DeploymentPortal } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../app/session';
import { useFormat } from '../../../lib/use-format';
import { ReasonDialog } from '../../../ui/reason-dialog';
import { useDeploymentAct } from '../deployments.api';
import { liftPause } from '../portal.api';
import { PinDialog } from './pin-dialog';
import { PinReveal } from './pin-reveal';
import classes from './portal.module.css';

interface PinPanelProps {
  deployment: Deployment;
  portal: DeploymentPortal;
}

/** Wrong tries after which no new visitor is let in (D4.3). */
const MOST_TRIES = 100;
const WARNED_AT = 20;
const USUAL = 4;
const RECOMMENDED = 6;

/** The PIN of the site: who may look, how often it was tried, and how to change it (S1.3, A14). */
export const PinPanel = ({ deployment, portal }: PinPanelProps) => {
  const { t } = useTranslation('deployment-portal');
  const [isChanging, setChanging] = useState(false);
  const may = deployment.allowedActions.includes('configure_portal');
  const { hasPin } = portal;
  return (
    <section className={classes.panel} aria-label={t('pin.title')}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2}>{t('pin.title')}</Title>
          {may ? (
            <Button variant="default" size="xs" onClick={() => setChanging(true)}>
              {t(hasPin ? 'pin.rotate' : 'pin.set')}
            </Button>
          ) : null}
        </Group>
        <Paused deployment={deployment} portal={portal} onRotate={() => setChanging(true)} />
        {hasPin ? (
          <PinReveal key={portal.pinVersion} deployment={deployment} length={portal.pinLength ?? USUAL} />
        ) : (
          <Text>{t('pin.none')}</Text>
        )}
        {hasPin ? <PinFacts portal={portal} /> : null}
        <Text size="sm">{t('pin.basic')}</Text>
      </Stack>
      {isChanging ? <PinDialog deployment={deployment} portal={portal} onClose={() => setChanging(false)} /> : null}
    </section>
  );
};

const PinFacts = ({ portal }: Pick<PinPanelProps, 'portal'>) => {
  const { t } = useTranslation('deployment-portal');
  const { date, exact, number } = useFormat();
  const { pinSetAt, isPinDue, oldPinUntil, wrongTries } = portal;
  const length = portal.pinLength ?? USUAL;
  return (
    <Stack gap={2}>
      <Text size="sm" c="dimmed">
        {t('pin.facts', { count: length, date: pinSetAt ? date(pinSetAt) : '–' })}
      </Text>
      {isPinDue ? (
        <Text size="sm" c="var(--lk-wait-ink)">
          {t('pin.due')}
        </Text>
      ) : null}
      {oldPinUntil ? <Text size="sm">{t('pin.oldUntil', { date: exact(oldPinUntil) })}</Text> : null}
      <Text size="sm" c={wrongTries >= WARNED_AT ? 'var(--lk-wait-ink)' : 'dimmed'}>
        {t('pin.wrongTries', { count: wrongTries, number: number(wrongTries), most: MOST_TRIES })}
      </Text>
      {length < RECOMMENDED ? (
        <Text size="sm" c="dimmed">
          {t('pin.recommended')}
        </Text>
      ) : null}
    </Stack>
  );
};

/** New visitors are kept out; those who were here before are not. */
const Paused = ({ deployment, portal, onRotate }: PinPanelProps & { onRotate: () => void }) => {
  const { t } = useTranslation('deployment-portal');
  const { exact } = useFormat();
  const act = useDeploymentAct();
  const can = useCan();
  const [isLifting, setLifting] = useState(false);
  if (portal.pausedAt === null) return null;
  const may = deployment.allowedActions.includes('configure_portal');
  return (
    <Alert color="red" variant="light" title={t('pause.title')} role="alert">
      <Text size="sm" mb="xs">
        {t('pause.text', { date: exact(portal.pausedAt), number: portal.wrongTries })}
      </Text>
      {may ? (
        <Group gap="xs">
          <Button size="xs" onClick={onRotate}>
            {t('pin.rotate')}
          </Button>
          {can('lock:lift') ? (
            <Button size="xs" variant="default" onClick={() => setLifting(true)}>
              {t('pause.lift')}
            </Button>
          ) : null}
        </Group>
      ) : null}
      {isLifting ? (
        <ReasonDialog
          onClose={() => setLifting(false)}
          onConfirm={(reason) => act(() => liftPause(deployment.id, reason))}
          done={t('pause.lifted')}
          title={t('pause.liftTitle')}
          text={t('pause.liftText')}
          label={t('pause.reason')}
          help={t('pause.reasonHelp')}
          confirmLabel={t('pause.lift')}
        />
      ) : null}
    </Alert>
  );
};
