import type { Device } from '@latchkey/api-client';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import { Loaded } from '../../../ui/loaded';
import { PageHeader } from '../../../ui/page-header';
import { useToasts } from '../../../ui/toasts';
import { useDeploymentAct } from '../deployments.api';
import { fetchDevice, saveDevice, useDevice } from '../devices.api';
import { DeviceForm } from '../devices/device-form';
import { toDeviceChange, toDeviceValues, type DeviceValues } from '../devices/device-values';

export const EditDevicePage = () => {
  const { deviceId = '' } = useParams();
  return <Loaded query={useDevice(deviceId)}>{(device) => <EditDevice device={device} />}</Loaded>;
};

const EditDevice = ({ device }: { device: Device }) => {
  const { t } = useTranslation('devices');
  const navigate = useNavigate();
  const act = useDeploymentAct();
  const toast = useToasts();
  // The version the form started from: a refetch of the page behind it must not hide somebody else's change.
  const version = useRef(device.version);
  const page = `/devices/${device.id}`;
  const save = async (values: DeviceValues, start: DeviceValues): Promise<void> => {
    const body = toDeviceChange(values, start);
    const saved = await act(() => saveDevice({ id: device.id, version: version.current }, body));
    toast.done(t('done.saved', { name: saved.name }));
  };
  const reload = async (): Promise<DeviceValues> => {
    const newest = await fetchDevice(device.id);
    version.current = newest.version;
    return toDeviceValues(newest);
  };
  return (
    <>
      <PageHeader title={t('editTitle', { name: device.name })} back={{ to: page, label: device.name }} />
      <DeviceForm
        initial={toDeviceValues(device)}
        onSave={save}
        onSaved={() => void navigate(page)}
        onCancel={() => void navigate(page)}
        onReload={reload}
      />
    </>
  );
};
