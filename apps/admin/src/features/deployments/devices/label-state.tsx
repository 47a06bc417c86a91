import { Anchor, Stack, Text, Title } from '@mantine/core';
import type { Device } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormat } from '../../../lib/use-format';
import { StateBadge } from '../../../ui/state-badge';
import { TimeAgo } from '../../../ui/time-ago';
import { LABEL_TONES } from './device-words';

/** Whether its label lives (S1.12). */
export const LabelState = ({ device }: { device: Device }) => {
  const { t } = useTranslation('devices');
  const { date, number } = useFormat();
  const { activeLabel, lastScanAt } = device;
  return (
    <section>
      <Title order={2} mb="xs">
        {t('label.title')}
      </Title>
      <Stack gap={6} align="flex-start">
        <StateBadge tone={LABEL_TONES[device.label]}>{t(`label.${device.label}`)}</StateBadge>
        {activeLabel ? (
          <Text size="sm">
            {activeLabel.printedAt ? t('label.printed', { date: date(activeLabel.printedAt) }) : t('label.notPrinted')}
          </Text>
        ) : null}
        {activeLabel && activeLabel.scans > 0 ? (
          <Text size="sm">{t('label.scans', { count: activeLabel.scans, number: number(activeLabel.scans) })}</Text>
        ) : null}
        {lastScanAt ? (
          <Text size="sm">
            {t('label.lastScan')} <TimeAgo at={lastScanAt} />
          </Text>
        ) : null}
        {device.allowedActions.includes('print_label') ? (
          <Anchor component={Link} to={`/deployments/${device.deployment.id}/labels`} size="sm">
            {t('label.manage')}
          </Anchor>
        ) : null}
      </Stack>
    </section>
  );
};
