import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export interface CopyOnceProps {
  /** What the value is: "New PIN of Eva Lind". */
  label: string;
  /** A secret that the server gives out once. Keep it in component state only, never in the query cache. */
  value: string;
  /** What to know about it, when "nobody can see it again" would not be true. */
  warning?: string;
}

export const CopyOnce = ({ label, value, warning }: CopyOnceProps) => {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Text fw={500}>{label}</Text>
      <Group gap="xs" wrap="nowrap" align="stretch">
        <Code block style={{ flex: 1, fontSize: 16, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} translate="no">
          {value}
        </Code>
        <CopyButton value={value} timeout={4000}>
          {({ copied, copy }) => (
            <Button
              h="auto"
              mih={44}
              variant={copied ? 'default' : 'filled'}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              <span aria-live="polite">{copied ? t('copied') : t('copy')}</span>
            </Button>
          )}
        </CopyButton>
      </Group>
      <Alert color="yellow" variant="light" p="xs">
        {warning ?? t('copyOnce.warning')}
      </Alert>
    </Stack>
  );
};
