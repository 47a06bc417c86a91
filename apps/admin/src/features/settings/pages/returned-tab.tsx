import { Divider, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../../../ui/failed-state';
import { ReturnedMailbox } from '../returned/returned-mailbox';
import { ProviderPost } from '../returned/provider-post';
import { useBounceSettings } from '../returned/returned.api';

/** How Latchkey learns that a message it had handed over came back after all (S4.11). */
export const ReturnedTab = () => {
  const { t } = useTranslation('returned');
  const { data, error, refetch } = useBounceSettings();
  if (error && !data) return <FailedState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={240} maw={560} />;
  return (
    <Stack gap="lg" maw={560}>
      <div>
        <Title order={2}>{t('title')}</Title>
        <Text c="dimmed" mt="xs">
          {t('text')}
        </Text>
      </div>
      <ReturnedMailbox key={data.mailbox?.host ?? ''} settings={data} />
      <Divider />
      <ProviderPost settings={data} />
    </Stack>
  );
};
