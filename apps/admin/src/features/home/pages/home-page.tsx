import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session';
import { FailedState } from '../../../ui/failed-state';
import { PageHeader } from '../../../ui/page-header';
import { BrokenAudit } from '../broken-audit';
import { Checklist } from '../checklist';
import { useDashboard, useSteps } from '../home.api';
import { NeedsYou } from '../needs-you';
import { NumberTiles } from '../number-tiles';
import { comesFirst } from '../steps';

export const HomePage = () => {
  const { t } = useTranslation('home');
  const { isDemo } = useSession();
  const { data, error, refetch } = useDashboard();
  const steps = useSteps();
  const isFirst = comesFirst(steps);
  return (
    <>
      <PageHeader title={t('title')} />
      <Stack gap="xl">
        <BrokenAudit />
        {isFirst ? <Checklist items={steps} /> : null}
        {error && !data ? (
          <FailedState error={error} onRetry={() => void refetch()} />
        ) : (
          <>
            <NumberTiles dashboard={data} />
            <NeedsYou needs={data?.needsYou} />
          </>
        )}
        {isFirst ? null : <Checklist items={steps} />}
        {isDemo ? (
          <Text size="sm" c="dimmed">
            {t('demo')} <Anchor href="/outbox">{t('demoOutbox')}</Anchor>
          </Text>
        ) : null}
      </Stack>
    </>
  );
};
