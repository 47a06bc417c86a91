import { Anchor, Button, Title } from '@mantine/core';
import type { Device } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { useLiveRefresh } from '../../../app/live';
import { ActivityList } from '../../../shared/activity/activity-list';
import { ActionMenu } from '../../../ui/action-menu';
import { listQuery } from '../../../ui/data-list/list-query';
import { Loaded } from '../../../ui/loaded';
import { PageHeader } from '../../../ui/page-header';
import { StateBadge } from '../../../ui/state-badge';
import classes from '../deployments.module.css';
import { useDevice, useDeviceActivity } from '../devices.api';
import { useDeviceDialogs } from '../devices/device-dialogs';
import { DeviceCases } from '../devices/device-cases';
import { DeviceFacts } from '../devices/device-facts';
import { DeviceFiles } from '../devices/device-files';
import { LabelState } from '../devices/label-state';
import { useDeviceActions } from '../devices/use-device-actions';

const EVENTS = ['device.changed'];
const OPERATIONS = ['getDevice', 'listDeviceFiles', 'listDeviceActivity'];

export const DevicePage = () => {
  const { deviceId = '' } = useParams();
  useLiveRefresh(EVENTS, OPERATIONS);
  return (
    <Loaded query={useDevice(deviceId)} isPage>
      {(device) => <DeviceOf device={device} />}
    </Loaded>
  );
};

const DeviceOf = ({ device }: { device: Device }) => {
  const { t } = useTranslation('devices');
  const activity = useDeviceActivity(device.id);
  return (
    <>
      <DeviceHead device={device} />
      <div className={classes.columns}>
        <div>
          <DeviceCases deviceId={device.id} />
          <Title order={2} mt="xl" mb="xs">
            {t('activity:list')}
          </Title>
          <ActivityList query={listQuery(activity)} />
        </div>
        <aside className={classes.aside}>
          <DeviceFacts device={device} />
          <LabelState device={device} />
          <DeviceFiles device={device} kind="photo" />
          <DeviceFiles device={device} kind="manual" />
        </aside>
      </div>
    </>
  );
};

const DeviceHead = ({ device }: { device: Device }) => {
  const { t } = useTranslation('devices');
  const navigate = useNavigate();
  const place = `/deployments/${device.deployment.id}`;
  const dialogs = useDeviceDialogs(() => navigate(place, { replace: true }));
  const actions = useDeviceActions(dialogs.open);
  return (
    <>
      <PageHeader
        title={device.name}
        back={{ to: place, label: device.deployment.name }}
        facts={[
          <Anchor key="customer" component={Link} to={`/customers/${device.customer.id}`}>
            {device.customer.name}
          </Anchor>,
          ...(device.position ? [device.position] : []),
          <StateBadge key="status" tone={device.status === 'active' ? 'good' : 'quiet'}>
            {t(`status.${device.status}`)}
          </StateBadge>,
        ]}
        secondary={
          device.allowedActions.includes('edit') ? (
            <Button variant="default" component={Link} to={`/devices/${device.id}/edit`}>
              {t('action.edit')}
            </Button>
          ) : null
        }
        menu={
          <ActionMenu
            label={t('common:moreActions')}
            actions={actions(device).filter(({ id }) => !['open', 'edit'].includes(id))}
          />
        }
      />
      {dialogs.element}
    </>
  );
};
