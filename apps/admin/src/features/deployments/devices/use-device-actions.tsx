import { IconArrowRight, IconDeviceDesktop, IconMessagePlus, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MenuAction } from '../../../ui/action-menu';
import { useToasts } from '../../../ui/toasts';
import { useDeploymentAct } from '../deployments.api';
import { putIntoService, takeOutOfService } from '../devices.api';
import type { ActedDevice, DeviceDialog } from './device-dialog';

const ICON = { size: 16, 'aria-hidden': true } as const;

/** The row menu, right-click, Shift+F10 and the page's ⋯. */
export const useDeviceActions = (open: (dialog: DeviceDialog) => void): ((device: ActedDevice) => MenuAction[]) => {
  const { t } = useTranslation('devices');
  const act = useDeploymentAct();
  const toast = useToasts();

  const activate = ({ id, name }: ActedDevice): void => {
    act(() => putIntoService(id)).then(
      () => toast.done(t('done.activated', { name }), () => act(() => takeOutOfService(id))),
      toast.failed,
    );
  };

  return (device) => {
    const { id } = device;
    const may = (action: ActedDevice['allowedActions'][number]): boolean => device.allowedActions.includes(action);
    const entries: (MenuAction & { isOffered: boolean })[] = [
      {
        id: 'open',
        isOffered: true,
        label: t('action.open'),
        icon: <IconDeviceDesktop {...ICON} />,
        to: `/devices/${id}`,
      },
      {
        id: 'report',
        isOffered: may('report_case'),
        label: t('action.report'),
        icon: <IconMessagePlus {...ICON} />,
        to: `/cases/new?deviceId=${id}`,
      },
      {
        id: 'edit',
        isOffered: may('edit'),
        label: t('action.edit'),
        icon: <IconPencil {...ICON} />,
        to: `/devices/${id}/edit`,
      },
      {
        id: 'move',
        isOffered: may('move'),
        label: t('action.move'),
        icon: <IconArrowRight {...ICON} />,
        run: () => open({ kind: 'move', device }),
      },
      {
        id: 'activate',
        isOffered: may('activate'),
        label: t('action.activate'),
        run: () => activate(device),
        isNewGroup: true,
      },
      {
        id: 'retire',
        isOffered: may('retire'),
        label: t('action.retire'),
        run: () => open({ kind: 'retire', device }),
        isNewGroup: true,
      },
      {
        id: 'delete',
        isOffered: may('delete'),
        label: t('action.delete'),
        run: () => open({ kind: 'delete', device }),
        isDangerous: true,
      },
    ];
    return entries.filter(({ isOffered }) => isOffered).map(({ isOffered: _, ...action }) => action);
  };
};
