import { Anchor, Button, Drawer, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { NotificationDetail } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormat } from '../../lib/use-format';
import { SmsSize } from '../../shared/sms/sms-size';
import { FailedState } from '../../ui/failed-state';
import { Timeline } from '../../ui/timeline';
import { CorrectAddress } from './correct-address';
import { MessageContent } from './message-content';
import classes from './outbox.module.css';
import { EVENT_TONES } from './outbox-words';
import { useMessage } from './outbox.api';
import { useMessageActions } from './use-message-menu';
import { MessageState } from './use-outbox-columns';

/** One message: what became of it, and what its receiver reads. */
export const MessageDrawer = ({ id, onClose }: { id: string | null; onClose: () => void }) => {
  const { t } = useTranslation('outbox');
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('message')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {id === null ? null : <MessageBody key={id} id={id} />}
    </Drawer>
  );
};

const MessageBody = ({ id }: { id: string }) => {
  const { data: message, error, refetch } = useMessage(id);
  if (error && !message) return <FailedState error={error} onRetry={() => void refetch()} />;
  if (!message) {
    return (
      <Stack aria-busy>
        <Skeleton height={24} width={240} />
        <Skeleton height={160} />
      </Stack>
    );
  }
  return (
    <Stack gap="lg">
      <MessageHead message={message} />
      <MessageStory message={message} />
      <MessageContent content={message.content} />
    </Stack>
  );
};

const MessageHead = ({ message }: { message: NotificationDetail }) => {
  const { t } = useTranslation('outbox');
  const { phone } = useFormat();
  return (
    <Stack gap="xs">
      <Text fw={600} size="lg" className={classes.address}>
        {message.channel === 'sms' ? phone(message.to) : message.to}
      </Text>
      <Group gap="xs">
        <MessageState message={message} isShort />
        <Text c="dimmed">{t(`kind.${message.kind}`, { defaultValue: message.kind })}</Text>
      </Group>
      {message.channel === 'sms' ? <SmsFacts message={message} /> : null}
      {message.lostSense ? <Text c="dimmed">{t('lostSense', { reason: message.lostSense })}</Text> : null}
      <MessageLinks message={message} />
      <MessageButtons message={message} />
    </Stack>
  );
};

/** What it costs: as it would be counted now, or, once its secret is gone, as it was when it was handed over. */
const SmsFacts = ({ message: { smsParts, sms } }: { message: NotificationDetail }) => {
  const { t } = useTranslation('outbox');
  if (sms) return <SmsSize size={sms} />;
  const facts = [t('sms'), ...(smsParts === null ? [] : [t('sms:parts', { count: smsParts })])];
  return <Text c="dimmed">{facts.join(' · ')}</Text>;
};

const MessageLinks = ({ message }: { message: NotificationDetail }) => {
  const { t } = useTranslation('outbox');
  return (
    <Group gap="md">
      {message.contactId ? (
        <Anchor component={Link} to={`/contacts/${message.contactId}`}>
          {message.contactName ?? t('contact')}
        </Anchor>
      ) : null}
      {message.customerId ? (
        <Anchor component={Link} to={`/customers/${message.customerId}`}>
          {message.customerName ?? t('customer')}
        </Anchor>
      ) : null}
      {message.caseId ? (
        <Anchor component={Link} to={`/cases/${message.caseId}`}>
          {t('toCase')}
        </Anchor>
      ) : null}
    </Group>
  );
};

const MessageButtons = ({ message }: { message: NotificationDetail }) => {
  const { t } = useTranslation('outbox');
  const { retry, cancel } = useMessageActions();
  return (
    <Group gap="xs">
      {message.allowedActions.includes('retry') ? (
        <Button size="xs" onClick={() => void retry(message)}>
          {t('retry')}
        </Button>
      ) : null}
      <CorrectAddress message={message} />
      {message.allowedActions.includes('cancel') ? (
        <Button size="xs" variant="default" onClick={() => void cancel(message)}>
          {t('cancel')}
        </Button>
      ) : null}
    </Group>
  );
};

const MessageStory = ({ message: { events, createdByName, channel } }: { message: NotificationDetail }) => {
  const { t } = useTranslation('outbox');
  const items = events.map(({ id, at, event, detail }) => ({
    id,
    at,
    tone: EVENT_TONES[event],
    title: t(channel === 'sms' ? [`eventSms.${event}`, `event.${event}`] : `event.${event}`),
    detail: detail ?? undefined,
    actor: event === 'queued' && detail === null ? (createdByName ?? t('system')) : undefined,
  }));
  return (
    <section aria-label={t('story')}>
      <Timeline items={items} label={t('story')} />
    </section>
  );
};
