import type { Deployment } from '@latchkey/api-client';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import { Loaded } from '../../../ui/loaded';
import { PageHeader } from '../../../ui/page-header';
import { useToasts } from '../../../ui/toasts';
import { fetchDeployment, saveDeployment, useDeployment, useDeploymentAct } from '../deployments.api';
import { DeploymentForm } from '../form/deployment-form';
import { toDeploymentChange, toDeploymentValues, type DeploymentValues } from '../form/deployment-values';

export const EditDeploymentPage = () => {
  const { deploymentId = '' } = useParams();
  return (
    <Loaded query={useDeployment(deploymentId)}>{(deployment) => <EditDeployment deployment={deployment} />}</Loaded>
  );
};

const EditDeployment = ({ deployment }: { deployment: Deployment }) => {
  const { t } = useTranslation('deployments');
  const navigate = useNavigate();
  const act = useDeploymentAct();
  const toast = useToasts();
  // The version the form started from: a refetch of the page behind it must not hide somebody else's change.
  const version = useRef(deployment.version);
  const page = `/deployments/${deployment.id}`;
  const save = async (values: DeploymentValues, start: DeploymentValues): Promise<void> => {
    const body = toDeploymentChange(values, start);
    const saved = await act(() => saveDeployment({ id: deployment.id, version: version.current }, body));
    toast.done(t('done.saved', { name: saved.name }));
  };
  const reload = async (): Promise<DeploymentValues> => {
    const newest = await fetchDeployment(deployment.id);
    version.current = newest.version;
    return toDeploymentValues(newest);
  };
  return (
    <>
      <PageHeader title={t('editTitle', { name: deployment.name })} back={{ to: page, label: deployment.name }} />
      <DeploymentForm
        initial={toDeploymentValues(deployment)}
        onSave={save}
        onSaved={() => void navigate(page)}
        onCancel={() => void navigate(page)}
        onReload={reload}
      />
    </>
  );
};
