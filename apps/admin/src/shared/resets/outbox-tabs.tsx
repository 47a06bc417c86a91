import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { UrlTabs } from '../../ui/url-tabs';

/** What the system sent, and what it was asked to send. */
export const OutboxTabs = () => {
  const { t } = useTranslation('resets');
  const can = useCan();
  if (!can('contact:read') || !can('notification:read')) return null;
  return (
    <UrlTabs
      label={t('tabs')}
      base="/outbox"
      tabs={[
        { to: '', label: t('tab.messages') },
        { to: 'password-requests', label: t('tab.requests') },
      ]}
    />
  );
};
