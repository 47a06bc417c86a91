import { Anchor, Stack, Text } from '@mantine/core';
import type { ContactAccess } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useCan } from '../../../app/session';
import type { Tone } from '../../../theme/tokens';
import { StateBadge } from '../../../ui/state-badge';
import { Timeline } from '../../../ui/timeline';
import classes from './access.module.css';
import { Section } from './section';

type Delivery = ContactAccess['deliveries'][number];

const STATE_TONES: Record<Delivery['state'], Tone> = {
  queued: 'info',
  sending: 'info',
  accepted: 'good',
  refused: 'bad',
  failed: 'bad',
  expired: 'bad',
  cancelled: 'quiet',
  bounced: 'bad',
};
const EVENT_TONES: Partial<Record<string, Tone>> = {
  handed_over: 'info',
  accepted: 'good',
  deferred: 'wait',
  refused: 'bad',
  failed: 'bad',
  expired: 'bad',
  delivered: 'good',
  bounced: 'bad',
  complained: 'bad',
};

/** Every message to this person with its story: queued, handed over, accepted or refused in the server's words. */
export const Deliveries = ({ deliveries }: { deliveries: readonly Delivery[] }) => {
  const { t } = useTranslation('contacts');
  return (
    <Section title={t('section.deliveries')}>
      {deliveries.length === 0 ? (
        <Text c="dimmed">{t('delivery.none')}</Text>
      ) : (
        <Stack gap="sm">
          {deliveries.map((delivery, index) => (
            <DeliveryStory key={delivery.id} delivery={delivery} isFirst={index === 0} />
          ))}
        </Stack>
      )}
    </Section>
  );
};

const DeliveryStory = ({ delivery, isFirst }: { delivery: Delivery; isFirst: boolean }) => {
  const { t } = useTranslation('contacts');
  const can = useCan();
  const items = delivery.events.map((event, index) => ({
    id: `${index}`,
    at: event.at,
    tone: EVENT_TONES[event.event] ?? 'quiet',
    title: t(`delivery.event.${event.event}`, { defaultValue: event.event }),
    detail: event.detail ?? undefined,
  }));
  return (
    <details className={classes.rows} open={isFirst}>
      <summary className={classes.row} style={{ cursor: 'pointer' }}>
        <span className={classes.what}>
          <span>{delivery.subject}</span>
          <span className={classes.note}>{delivery.to}</span>
        </span>
        <StateBadge tone={STATE_TONES[delivery.state]}>{t(`delivery.${delivery.state}`)}</StateBadge>
      </summary>
      <Stack gap="xs" p="sm">
        <Timeline label={t('delivery.story')} items={items} />
        {can('notification:read') ? (
          <Anchor component={Link} to={`/outbox?open=${delivery.id}`} size="sm">
            {t('delivery.inOutbox')}
          </Anchor>
        ) : null}
      </Stack>
    </details>
  );
};
