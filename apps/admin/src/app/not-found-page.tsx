import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { EmptyState } from '../ui/empty-state';

export const NotFoundPage = () => {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('notFound.title')}
      text={t('notFound.text', { keys: 'Ctrl+K' })}
      actions={
        <Button component={Link} to="/">
          {t('notFound.home')}
        </Button>
      }
    />
  );
};
