import { Alert, Button, Group } from '@mantine/core';
import type { CreateLabels } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { useToasts } from '../../ui/toasts';
import { useDevicesWithout, useLabelActs } from './labels.api';

/** Making labels is not printing them: nothing is spent, so nobody asks first. */
export const useMaking = () => {
  const { t } = useTranslation('labels');
  const acts = useLabelActs();
  const keyOf = useIdempotencyKey();
  const { done, failed } = useToasts();
  const [isBusy, setBusy] = useState(false);
  const make = async (body: CreateLabels, devices: readonly string[]): Promise<void> => {
    setBusy(true);
    try {
      const { created } = await acts.make(body, keyOf([body, devices]));
      done(t('make.done', { count: created }));
    } catch (error) {
      failed(error);
    }
    setBusy(false);
  };
  return { make, isBusy };
};

/** Says how many devices have no label, and makes them. */
export const MissingLabels = ({ deploymentId }: { deploymentId: string }) => {
  const { t } = useTranslation('labels');
  const mayPrint = useCan()('label:print');
  const { data, hasNextPage } = useDevicesWithout(deploymentId);
  const { make, isBusy } = useMaking();
  const devices = data?.pages.flatMap(({ items }) => items) ?? [];
  if (devices.length === 0) return null;
  const ids = devices.map(({ id }) => id);
  return (
    <Alert color="yellow" variant="light" mb="md" role="note">
      <Group justify="space-between" gap="xs">
        <span>{hasNextPage ? t('make.many', { count: ids.length }) : t('make.missing', { count: ids.length })}</span>
        {mayPrint ? (
          <Button
            size="xs"
            variant="default"
            loading={isBusy}
            onClick={() => void make({ deploymentId, missing: true }, ids)}
          >
            {t('make.action')}
          </Button>
        ) : null}
      </Group>
    </Alert>
  );
};
