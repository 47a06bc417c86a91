import { Alert, Button, Group, Text } from '@mantine/core';
import type { LoginCheckResult } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormat } from '../../../lib/use-format';

/** The person is at this customer already: the way out is to open who is there, not to add them twice (S0.12). */
export const TwinWarning = ({ twins }: Pick<LoginCheckResult, 'twins'>) => {
  const { t } = useTranslation('contacts');
  const { phone } = useFormat();
  if (twins.length === 0) return null;
  return (
    <Alert color="orange" variant="light" title={t('hint.twinTitle')} role="alert">
      {twins.map(({ contactId, name, by, value }) => (
        <Group key={contactId} justify="space-between" gap="xs" mt={4}>
          <Text size="sm">{t('hint.twin', { name, value: by === 'phone' ? phone(value) : value })}</Text>
          <Button component={Link} to={`/contacts/${contactId}`} size="compact-sm" variant="default">
            {t('hint.show', { name })}
          </Button>
        </Group>
      ))}
    </Alert>
  );
};
