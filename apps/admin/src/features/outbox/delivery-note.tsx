import { Alert, Anchor } from '@mantine/core';
import type { NotificationPage } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';

/** Where messages go, when it is not a mail server. */
export const DeliveryNote = ({ delivery }: { delivery: NotificationPage['delivery'] | undefined }) => {
  const { t } = useTranslation('outbox');
  if (delivery === 'outbox') {
    return (
      <Alert variant="light" color="gray" mb="md" p="sm">
        {t('demo.text')}{' '}
        <Anchor href="/outbox" target="_blank" inherit>
          {t('demo.link')}
        </Anchor>
      </Alert>
    );
  }
  if (delivery === 'off') {
    return (
      <Alert variant="light" color="yellow" mb="md" p="sm" title={t('off.title')}>
        {t('off.text')}{' '}
        <Anchor component={Link} to="/settings" inherit>
          {t('off.link')}
        </Anchor>
      </Alert>
    );
  }
  return null;
};
