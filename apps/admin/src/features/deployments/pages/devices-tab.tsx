import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { knownSections } from '../../../app/features';
import { useCan } from '../../../app/session';
import { EmptyState } from '../../../ui/empty-state';
import { useDeploymentOfPage } from '../deployment-of-page';
import { DeviceList } from '../devices/device-list';

export const DevicesTab = () => {
  const { t } = useTranslation('devices');
  const can = useCan();
  const { deployment } = useDeploymentOfPage();
  const actions = deployment.allowedActions.includes('add_device') ? (
    <>
      <Button component={Link} to={`/deployments/${deployment.id}/devices/new`}>
        {t('deployments:addDevice')}
      </Button>
      {can('import:run') && knownSections.has('imports') ? (
        <Button variant="default" component={Link} to="/imports?kind=devices">
          {t('deployments:importFile')}
        </Button>
      ) : null}
    </>
  ) : null;
  return (
    <DeviceList
      deploymentId={deployment.id}
      empty={<EmptyState title={t('empty.title')} text={t('empty.text')} actions={actions} />}
    />
  );
};
