import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyOnce } from '../../../ui/copy-once';

interface RecoveryCodesProps {
  codes: readonly string[];
  onKept: () => void;
}

/** The only time they are seen. */
export const RecoveryCodes = ({ codes, onKept }: RecoveryCodesProps) => {
  const { t } = useTranslation('session');
  return (
    <Stack gap="md">
      <Text>{t('secondStep.recoveryText')}</Text>
      <CopyOnce label={t('secondStep.recovery')} value={codes.join('\n')} warning={t('secondStep.recoveryWarning')} />
      <Group justify="flex-end">
        <Button onClick={onKept}>{t('secondStep.kept')}</Button>
      </Group>
    </Stack>
  );
};
