import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { curlLine, type Scope } from './key-words';

/** A line for the terminal that shows at once that the key works. */
export const CurlLine = ({ secret, scopes }: { secret: string; scopes: readonly Scope[] }) => {
  const { t } = useTranslation('api-keys');
  const line = curlLine(window.location.origin, secret, scopes);
  if (line === undefined) return null;
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Text fw={500}>{t('created.try')}</Text>
        <CopyButton value={line} timeout={4000}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              <span aria-live="polite">{copied ? t('common:copied') : t('created.copyLine')}</span>
            </Button>
          )}
        </CopyButton>
      </Group>
      <Code block translate="no" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {line}
      </Code>
    </Stack>
  );
};
