import { Anchor, Text } from '@mantine/core';
import type { Case } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useCan } from '../../../app/session';
import { Fact } from '../../../ui/facts';

/** The machine and where it stands (S1.18). */
export const DeviceFacts = ({ one: { linkedDevice: device, device: name, deployment } }: { one: Case }) => {
  const { t } = useTranslation('cases');
  return (
    <>
      <Fact label={t('column.device')}>
        {device ? <Linked to={`/devices/${device.id}`} name={device.name} /> : (name ?? '–')}
        {device ? <Details device={device} /> : null}
      </Fact>
      {deployment ? (
        <Fact label={t('column.deployment')}>
          <Linked to={`/deployments/${deployment.id}`} name={deployment.name} />
        </Fact>
      ) : null}
    </>
  );
};

const Linked = ({ to, name }: { to: string; name: string }) => {
  const maySee = useCan()('deployment:read');
  if (!maySee) return name;
  return (
    <Anchor component={Link} to={to}>
      {name}
    </Anchor>
  );
};

const Details = ({ device }: { device: NonNullable<Case['linkedDevice']> }) => {
  const { t } = useTranslation('cases');
  const isRetired = device.status === 'retired';
  const words = [device.model, device.position, isRetired ? t('deviceRetired') : null].filter(Boolean);
  if (words.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {words.join(' · ')}
    </Text>
  );
};
