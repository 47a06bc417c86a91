import { Anchor, Drawer, Group, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormat } from '../../lib/use-format';
import { activityWords } from '../../shared/activity/activity-words';
import { Fact, Facts } from '../../ui/facts';
import { FailedState } from '../../ui/failed-state';
import { useAuditEvent, type AuditEvent } from './audit.api';
import classes from './audit.module.css';
import { changesOf, factsOf, inWords } from './event-words';

interface EventDrawerProps {
  id: string | null;
  known: AuditEvent | undefined;
  onClose: () => void;
}

/** One line of the audit: who, what, from where, and what it was before and after. */
export const EventDrawer = ({ id, known, onClose }: EventDrawerProps) => {
  const { t } = useTranslation('audit');
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('line')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {id === null ? null : <EventBody key={id} id={id} known={known} />}
    </Drawer>
  );
};

const EventBody = ({ id, known }: { id: string; known: AuditEvent | undefined }) => {
  const { data: event, error, refetch } = useAuditEvent(id, known);
  if (error && !event) return <FailedState error={error} onRetry={() => void refetch()} />;
  if (!event) return <Skeleton height={160} />;
  return (
    <Stack gap="lg">
      <EventHead event={event} />
      <Changes event={event} />
      <Details event={event} />
    </Stack>
  );
};

const EventHead = ({ event }: { event: AuditEvent }) => {
  const { t } = useTranslation('audit');
  const { exact } = useFormat();
  const { title, detail } = activityWords(event, t);
  const { actor } = event;
  return (
    <Stack gap="sm">
      <Text fw={600} size="lg">
        {title}
      </Text>
      {detail ? <Text c="dimmed">{detail}</Text> : null}
      <Facts>
        <Fact label={t('who')}>{actor.name ?? t(`actor.${actor.kind}`)}</Fact>
        <Fact label={t('when')}>{exact(event.at)}</Fact>
        <Fact label={t('ip')}>{event.ip}</Fact>
        <Fact label={t('action')}>{event.action}</Fact>
      </Facts>
      <Group gap="md">
        {(['contact', 'customer', 'deployment', 'device'] as const).map((noun) => {
          const id = event[`${noun}Id`];
          return id === null ? null : (
            <Anchor key={noun} component={Link} to={`/${noun}s/${id}`}>
              {t(noun)}
            </Anchor>
          );
        })}
      </Group>
    </Stack>
  );
};

const Changes = ({ event }: { event: AuditEvent }) => {
  const { t } = useTranslation('audit');
  const changes = changesOf(event.detail);
  if (changes.length === 0) return null;
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table layout="fixed" className={classes.changes}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('field')}</Table.Th>
            <Table.Th>{t('before')}</Table.Th>
            <Table.Th>{t('after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map(({ name, from, to }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{t(`activity:field.${name}`, { defaultValue: name })}</Table.Th>
              <Table.Td>{inWords(from)}</Table.Td>
              <Table.Td>{inWords(to)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};

const Details = ({ event }: { event: AuditEvent }) => {
  const { t } = useTranslation('audit');
  const facts = factsOf(event.detail);
  if (facts.length === 0) return null;
  return (
    <section aria-label={t('facts')}>
      <Facts label={t('facts')}>
        {facts.map(([name, value]) => (
          <Fact key={name} label={name}>
            {inWords(value)}
          </Fact>
        ))}
      </Facts>
    </section>
  );
};
