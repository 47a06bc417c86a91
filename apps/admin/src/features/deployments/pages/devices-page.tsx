import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state';
import { PageHeader } from '../../../ui/page-header';
import { DeviceList } from '../devices/device-list';

/** All devices of all deployments: where is number 4711, which labels were never scanned. */
export const DevicesPage = () => {
  const { t } = useTranslation('devices');
  return (
    <>
      <PageHeader title={t('title')} back={{ to: '/deployments', label: t('deployments:title') }} />
      <DeviceList empty={<EmptyState title={t('empty.title')} text={t('empty.anywhere')} />} />
    </>
  );
};
