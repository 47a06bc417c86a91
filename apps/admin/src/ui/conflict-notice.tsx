import { Alert, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ConflictNoticeProps {
  /** Names of the fields that both changed; null until the newest version was loaded. */
  clashes: readonly string[] | null;
  onLoad: () => void;
  isLoading: boolean;
}

/** Somebody saved this meanwhile (412): loads the newest and keeps what was typed. */
export const ConflictNotice = ({ clashes, onLoad, isLoading }: ConflictNoticeProps) => {
  const { t } = useTranslation('conflict');
  if (clashes === null) {
    return (
      <Alert color="yellow" variant="light" role="alert" title={t('title')}>
        <Text size="sm" mb="xs">
          {t('text')}
        </Text>
        <Button size="xs" loading={isLoading} onClick={onLoad}>
          {t('load')}
        </Button>
      </Alert>
    );
  }
  return (
    <Alert color="yellow" variant="light" role="note" aria-live="polite" title={t('loaded')}>
      <Text size="sm">{clashes.length > 0 ? t('clashes', { fields: clashes.join(', ') }) : t('noClashes')}</Text>
    </Alert>
  );
};
