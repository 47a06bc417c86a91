import { Anchor, Text, Title } from '@mantine/core';
import type { Device } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormat } from '../../../lib/use-format';
import { Fact, Facts } from '../../../ui/facts';

export const DeviceFacts = ({ device }: { device: Device }) => {
  const { t } = useTranslation('devices');
  const { date } = useFormat();
  return (
    <section>
      <Title order={2} mb="xs">
        {t('section.facts')}
      </Title>
      <Facts>
        <Fact label={t('field.deployment')}>
          <Anchor component={Link} to={`/deployments/${device.deployment.id}`}>
            {device.deployment.name}
          </Anchor>
        </Fact>
        <Fact label={t('field.position')}>{device.position}</Fact>
        <Fact label={t('field.model')}>{device.model}</Fact>
        <Fact label={t('field.serial')}>{device.serial}</Fact>
        <Fact label={t('field.tags')}>{device.tags.join(', ')}</Fact>
        <Fact label={t('field.externalId')}>{device.externalId}</Fact>
        <Fact label={t('field.createdAt')}>{date(device.createdAt)}</Fact>
      </Facts>
      {device.notes ? <Text style={{ whiteSpace: 'pre-wrap', marginTop: 12 }}>{device.notes}</Text> : null}
    </section>
  );
};
