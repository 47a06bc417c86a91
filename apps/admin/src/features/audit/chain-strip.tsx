import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormat } from '../../lib/use-format';
import { FailedState } from '../../ui/failed-state';
import { TimeAgo } from '../../ui/time-ago';
import { useAuditChain, useChainCheck, type AuditChainState } from './audit.api';
import classes from './audit.module.css';

/** Whether the audit stands as it was written, and the button that looks. */
export const ChainStrip = () => {
  const { t } = useTranslation('audit');
  const { data: state, error, refetch } = useAuditChain();
  const check = useChainCheck();
  const { number } = useFormat();
  if (error && !state) return <FailedState error={error} onRetry={() => void refetch()} isCompact />;
  return (
    <Paper withBorder p="xs" mb="md" component="section" aria-label={t('chain.title')}>
      <Group justify="space-between" gap="xs">
        <div aria-live="polite" className={classes.chain}>
          {check.isPending ? (
            t('chain.checking', { lines: number(check.done) })
          ) : state ? (
            <ChainWords state={state} />
          ) : (
            t('common:loading')
          )}
        </div>
        <Button size="xs" variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          {t('chain.check')}
        </Button>
      </Group>
      {check.error ? <FailedState error={check.error} isCompact /> : null}
    </Paper>
  );
};

const ChainWords = ({ state }: { state: AuditChainState }) => {
  const { t } = useTranslation('audit');
  const { number, exact } = useFormat();
  const { checkedAt, checkedByName, lines, broken, head } = state;
  if (checkedAt === null) return t('chain.never');
  const by = checkedByName ?? t('chain.byItself');
  if (!broken)
    return (
      <>
        <IconLink size={16} aria-hidden /> {t('chain.unbroken', { count: lines ?? 0, lines: number(lines ?? 0) })} ·{' '}
        <TimeAgo at={checkedAt} />
        {` · ${by}`}
        <Text size="xs" c="dimmed" className={classes.head}>
          {t('chain.head', { position: number(head.position), hash: head.hash.slice(0, 12) })}
        </Text>
      </>
    );
  const facts = { lines: number(lines ?? 0), position: number(broken.position ?? 0) };
  return (
    <Stack gap={2}>
      <Text c="red" fw={600}>
        <IconAlertTriangle size={16} aria-hidden /> {t(`chain.broken.${broken.kind}`, facts)}
      </Text>
      <Text size="sm">
        {broken.at ? `${exact(broken.at)} · ` : ''}
        <TimeAgo at={checkedAt} />
        {` · ${by}`}
        {broken.eventId && broken.kind !== 'removed' ? (
          <>
            {' · '}
            <Anchor component={Link} to={`/audit?open=${broken.eventId}`} inherit>
              {t('chain.show')}
            </Anchor>
          </>
        ) : null}
      </Text>
      <Text size="sm">{t('chain.whatNow')}</Text>
    </Stack>
  );
};
