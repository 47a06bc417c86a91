import type { Deployment } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import { useIdempotencyKey } from '../../../lib/use-idempotency-key';
import { Loaded } from '../../../ui/loaded';
import { PageHeader } from '../../../ui/page-header';
import { useToasts } from '../../../ui/toasts';
import { useDeployment, useDeploymentAct } from '../deployments.api';
import { saveNewDevice } from '../devices.api';
import { DeviceForm } from '../devices/device-form';
import { NEW_DEVICE, toNewDevice, type DeviceValues } from '../devices/device-values';

export const NewDevicePage = () => {
  const { deploymentId = '' } = useParams();
  return <Loaded query={useDeployment(deploymentId)}>{(deployment) => <NewDevice deployment={deployment} />}</Loaded>;
};

const NewDevice = ({ deployment }: { deployment: Deployment }) => {
  const { t } = useTranslation('devices');
  const navigate = useNavigate();
  const act = useDeploymentAct();
  const toast = useToasts();
  const keyFor = useIdempotencyKey();
  const page = `/deployments/${deployment.id}`;
  const save = async (values: DeviceValues): Promise<void> => {
    const body = toNewDevice(values, deployment.id);
    const device = await act(() => saveNewDevice(body, keyFor(body)));
    toast.done(t('done.created', { name: device.name }));
  };
  return (
    <>
      <PageHeader title={t('addTo', { deployment: deployment.name })} back={{ to: page, label: deployment.name }} />
      <DeviceForm
        initial={NEW_DEVICE}
        onSave={save}
        onSaved={() => void navigate(page)}
        onCancel={() => void navigate(page)}
      />
    </>
  );
};
