import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { knownSections } from '../../../app/features';
import { useCan } from '../../../app/session';
import { EmptyState } from '../../../ui/empty-state';
import { PageHeader } from '../../../ui/page-header';
import { DeploymentList } from '../deployment-list';

export const DeploymentsPage = () => {
  const { t } = useTranslation('deployments');
  const can = useCan();
  const add = can('deployment:write') ? (
    <Button component={Link} to="/deployments/new">
      {t('add')}
    </Button>
  ) : null;
  const devices = (
    <Button variant="default" component={Link} to="/devices">
      {t('allDevices')}
    </Button>
  );
  const importFile =
    can('import:run') && knownSections.has('imports') ? (
      <Button variant="default" component={Link} to="/imports?kind=devices">
        {t('importFile')}
      </Button>
    ) : null;
  const secondary = (
    <>
      {devices}
      {importFile}
    </>
  );
  const actions = (
    <>
      {add}
      {importFile}
    </>
  );
  return (
    <>
      <PageHeader title={t('title')} primary={add} secondary={secondary} />
      <DeploymentList empty={<EmptyState title={t('empty.title')} text={t('empty.text')} actions={actions} />} />
    </>
  );
};
