import type { DeploymentRow } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';
import type { Column } from '../../ui/data-list/types';
import { StateBadge } from '../../ui/state-badge';
import { TimeAgo } from '../../ui/time-ago';

/** Where the server stops counting. */
const MOST_DEVICES = 1000;
const MOST_CASES = 100;

export const useDeploymentColumns = (
  hasCustomer: boolean,
): readonly [Column<DeploymentRow>, ...Column<DeploymentRow>[]] => {
  const { t } = useTranslation('deployments');
  const { number } = useFormat();
  const upTo = (count: number, most: number): string =>
    count >= most ? t('atLeast', { number: number(most) }) : number(count);
  return [
    { id: 'name', header: t('field.name'), sortKey: 'name', render: (row) => row.name },
    ...(hasCustomer
      ? [{ id: 'customer', header: t('field.customer'), render: (row: DeploymentRow) => row.customer.name }]
      : []),
    { id: 'city', header: t('field.city'), render: (row) => row.city ?? '–', isForWideScreens: true },
    {
      id: 'portal',
      header: t('tab.portal'),
      render: (row) => (
        <StateBadge
          tone={row.isPortalEnabled ? 'good' : 'quiet'}
          note={
            row.pinDueSince ? (
              <>
                {t('pinSet')} <TimeAgo at={row.pinDueSince} />
              </>
            ) : undefined
          }
        >
          {t(row.isPortalEnabled ? 'portal.on' : 'portal.off')}
        </StateBadge>
      ),
    },
    {
      id: 'status',
      header: t('field.status'),
      render: (row) => (
        <StateBadge tone={row.status === 'active' ? 'good' : 'quiet'}>{t(`status.${row.status}`)}</StateBadge>
      ),
      isForWideScreens: true,
    },
    { id: 'devices', header: t('tab.devices'), align: 'end', render: (row) => upTo(row.devices, MOST_DEVICES) },
    { id: 'openCases', header: t('openCases'), align: 'end', render: (row) => upTo(row.openCases, MOST_CASES) },
    {
      id: 'created',
      header: t('field.createdAt'),
      sortKey: 'created',
      render: (row) => <TimeAgo at={row.createdAt} />,
      isForWideScreens: true,
      isHiddenAtFirst: true,
    },
  ];
};
