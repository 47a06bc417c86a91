import { IconCirclePlus, IconDeviceMobile, IconMapPin, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MenuAction } from '../../ui/action-menu';
import { useToasts } from '../../ui/toasts';
import type { ActedDeployment, DeploymentDialog } from './deployment-dialog';
import { closeDeployment, reopenDeployment, useDeploymentAct } from './deployments.api';

const ICON = { size: 16, 'aria-hidden': true } as const;

/** The row menu, right-click, Shift+F10 and the page's ⋯. */
export const useDeploymentActions = (
  open: (dialog: DeploymentDialog) => void,
): ((deployment: ActedDeployment) => MenuAction[]) => {
  const { t } = useTranslation('deployments');
  const act = useDeploymentAct();
  const toast = useToasts();

  const reopen = ({ id, name }: ActedDeployment): void => {
    act(() => reopenDeployment(id)).then(
      () => toast.done(t('done.reactivated', { name }), () => act(() => closeDeployment(id))),
      toast.failed,
    );
  };

  return (deployment) => {
    const { id } = deployment;
    const may = (action: ActedDeployment['allowedActions'][number]): boolean =>
      deployment.allowedActions.includes(action);
    const entries: (MenuAction & { isOffered: boolean })[] = [
      {
        id: 'open',
        isOffered: true,
        label: t('action.open'),
        icon: <IconMapPin {...ICON} />,
        to: `/deployments/${id}`,
      },
      {
        id: 'portal',
        isOffered: may('configure_portal'),
        label: t('action.portal'),
        icon: <IconDeviceMobile {...ICON} />,
        to: `/deployments/${id}/portal`,
      },
      {
        id: 'addDevice',
        isOffered: may('add_device'),
        label: t('addDevice'),
        icon: <IconCirclePlus {...ICON} />,
        to: `/deployments/${id}/devices/new`,
      },
      {
        id: 'edit',
        isOffered: may('edit'),
        label: t('action.edit'),
        icon: <IconPencil {...ICON} />,
        to: `/deployments/${id}/edit`,
      },
      {
        id: 'reopen',
        isOffered: may('reactivate'),
        label: t('action.reactivate'),
        run: () => reopen(deployment),
        isNewGroup: true,
      },
      {
        id: 'close',
        isOffered: may('deactivate'),
        label: t('action.deactivate'),
        run: () => open({ kind: 'close', deployment }),
        isNewGroup: true,
      },
      {
        id: 'delete',
        isOffered: may('delete'),
        label: t('action.delete'),
        run: () => open({ kind: 'delete', deployment }),
        isDangerous: true,
      },
    ];
    return entries.filter(({ isOffered }) => isOffered).map(({ isOffered: _, ...action }) => action);
  };
};
