import { IconQrcode } from '@tabler/icons-react';
import type { DeviceRow } from '@latchkey/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { DataList } from '../../ui/data-list/data-list';
import { listQuery } from '../../ui/data-list/list-query';
import type { Column } from '../../ui/data-list/types';
import { useDevicesWithout } from './labels.api';
import { useMaking } from './make-labels';

/** Devices in service that nobody can scan. */
export const DevicesWithout = ({ empty }: { empty: ReactNode }) => {
  const { t } = useTranslation('labels');
  const result = useDevicesWithout();
  const mayPrint = useCan()('label:print');
  const { make } = useMaking();
  const makeFor = (devices: readonly DeviceRow[]): void => {
    const ids = devices.map(({ id }) => id);
    void make({ deviceIds: ids }, ids);
  };
  const icon = <IconQrcode size={16} />;
  const columns: readonly [Column<DeviceRow>, ...Column<DeviceRow>[]] = [
    { id: 'device', header: t('column.device'), render: ({ name }) => name },
    { id: 'position', header: t('column.position'), render: ({ position }) => position ?? '–' },
    {
      id: 'deployment',
      header: t('column.deployment'),
      render: ({ deployment, customer }) => `${deployment.name} · ${customer.name}`,
    },
  ];
  return (
    <DataList
      id="devices-without-label"
      label={t('list.without')}
      query={listQuery(result)}
      columns={columns}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      rowHref={({ deployment }) => `/deployments/${deployment.id}/labels`}
      rowActions={(row) => (mayPrint ? [{ id: 'make', label: t('make.one'), icon, run: () => makeFor([row]) }] : [])}
      bulkActions={
        mayPrint
          ? [
              {
                id: 'make',
                label: t('make.action'),
                icon,
                run: (rows, clear) => {
                  makeFor(rows);
                  clear();
                },
              },
            ]
          : []
      }
      empty={empty}
    />
  );
};
