import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import type { Deployment, DeploymentPortal, NewDeploymentPin } from '@latchkey/api-client';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { toProblem } from '../../../lib/problem';
import { useFormat } from '../../../lib/use-format';
import { useProblemText } from '../../../lib/use-problem-text';
import { SecretDialog } from '../../../shared/secrets/secret-dialog';
import { useProtectedAct } from '../../../shared/secrets/use-protected-act';
import { CopyOnce } from '../../../ui/copy-once';
import { FailedState } from '../../../ui/failed-state';
import { useDeploymentAct } from '../deployments.api';
import { setPin } from '../portal.api';
import { GraceFields, PinFields } from './pin-fields';
import { isComplete, toNewPin, type PinValues } from './pin-values';

interface PinDialogProps {
  deployment: Deployment;
  portal: DeploymentPortal;
  onClose: () => void;
}

/** A new PIN: what happens when is said first, the PIN is shown once after (A14, S1.21). */
export const PinDialog = (props: PinDialogProps) => {
  const { t } = useTranslation('deployment-portal');
  const { deployment, portal, onClose } = props;
  return (
    <SecretDialog<NewDeploymentPin>
      title={t(portal.hasPin ? 'rotate.title' : 'rotate.firstTitle', deployment)}
      titleShown={t('rotate.done', deployment)}
      size="lg"
      onClose={onClose}
      ask={(show) => <PinForm {...props} onMade={show} />}
    >
      {(made) => <Made {...props} made={made} />}
    </SecretDialog>
  );
};

const EMPTY: PinValues = { kind: 'generated', length: '6', pin: '', graceDays: '', notifyContactIds: [] };

/** The reason at the field, in words. */
const useWeakness = (error: unknown): string | null => {
  const { field } = useProblemText();
  const found = toProblem(error).errors.find(({ pointer }) => pointer === '/pin');
  return error === null || !found ? null : field(found);
};

const PinForm = ({
  deployment,
  portal,
  onClose,
  onMade,
}: PinDialogProps & { onMade: (made: NewDeploymentPin) => void }) => {
  const { t } = useTranslation('deployment-portal');
  const act = useDeploymentAct();
  const [values, setValues] = useState<PinValues>(EMPTY);
  const isFirst = !portal.hasPin;
  const change = useProtectedAct(
    (wanted: PinValues) => act(() => setPin(deployment.id, toNewPin(wanted, isFirst))),
    onMade,
  );
  const weakness = useWeakness(change.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void change.start(values);
  };
  return (
    <>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <PinFields values={values} onChange={setValues} weakness={weakness} />
          {isFirst ? null : <GraceFields deployment={deployment} values={values} onChange={setValues} />}
          {change.error === null || weakness !== null ? null : <FailedState error={change.error} isCompact />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={change.isBusy} disabled={!isComplete(values)}>
              {t(isFirst ? 'pin.set' : 'pin.rotate')}
            </Button>
          </Group>
        </Stack>
      </form>
      {change.dialog}
    </>
  );
};

const Made = ({ deployment, made, onClose }: PinDialogProps & { made: NewDeploymentPin }) => {
  const { t } = useTranslation('deployment-portal');
  const { exact } = useFormat();
  return (
    <Stack gap="md">
      <CopyOnce label={t('pin.new')} value={made.pin} warning={t('pin.canReveal')} />
      {made.oldPinUntil ? <Text>{t('pin.oldUntil', { date: exact(made.oldPinUntil) })}</Text> : null}
      <Text>
        {t('rotate.poster')}{' '}
        <Anchor component={Link} to={`/deployments/${deployment.id}/labels`}>
          {t('rotate.toLabels')}
        </Anchor>
      </Text>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('common:close')}</Button>
      </Group>
    </Stack>
  );
};
