import { Button, Code, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router-dom';
import { toProblem } from '../lib/problem';
import { NotFoundPage } from './not-found-page';

/** Stands in for a page that threw. */
export const CrashPage = () => {
  const { t } = useTranslation();
  const { status, requestId, title } = toProblem(useRouteError());
  if (status === 404) return <NotFoundPage />;
  return (
    <Stack role="alert" align="center" gap="sm" py={64} px="md" ta="center">
      <Title order={1}>{t('crash.title')}</Title>
      <Text c="dimmed" maw={480}>
        {t('crash.text')}
      </Text>
      <Text size="xs" c="dimmed">
        {requestId ? t('requestId', { id: requestId }) : <Code>{title}</Code>}
      </Text>
      <Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>
    </Stack>
  );
};
