import { Button, Code, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '../lib/problem';
import { useProblemText } from '../lib/use-problem-text';

export interface FailedStateProps {
  /** Whatever was thrown: a problem+json body, a lost connection, anything. */
  error: unknown;
  onRetry?: () => void;
  /** One line beside what did load, instead of a block in place of it. */
  isCompact?: boolean;
}

export const FailedState = ({ error, onRetry, isCompact = false }: FailedStateProps) => {
  const { t } = useTranslation();
  const { sentence } = useProblemText();
  const { requestId } = toProblem(error);
  return (
    <Stack role="alert" align="center" gap="xs" py={isCompact ? 'sm' : 48} px="md" ta="center">
      {isCompact ? null : <IconAlertTriangle size={24} color="var(--mantine-color-error)" aria-hidden />}
      <Text fw={500} maw={480}>
        {sentence(error)}
      </Text>
      {requestId ? (
        <Text size="xs" c="dimmed">
          {t('requestId', { id: '' })}
          <Code>{requestId}</Code>
        </Text>
      ) : null}
      {onRetry ? (
        <Button variant="default" size="xs" onClick={onRetry}>
          {t('retry')}
        </Button>
      ) : null}
    </Stack>
  );
};
