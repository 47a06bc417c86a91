import { Alert, Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useIsAuditBroken } from './home.api';

/** Tells who may read the audit that it was changed behind the product (CFG-6). The page of the audit says where. */
export const BrokenAudit = () => {
  const { t } = useTranslation('home');
  if (!useIsAuditBroken()) return null;
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={t('brokenAudit.title')}
    >
      {t('brokenAudit.text')}{' '}
      <Anchor component={Link} to="/audit" inherit>
        {t('brokenAudit.show')}
      </Anchor>
    </Alert>
  );
};
