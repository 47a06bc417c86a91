import type { DeviceRow } from '@latchkey/api-client';
import { IconArrowRight, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRefresh } from '../../../app/live';
import { useCan } from '../../../app/session';
import { useListParams } from '../../../lib/use-list-params';
import { DataList } from '../../../ui/data-list/data-list';
import { listQuery } from '../../../ui/data-list/list-query';
import type { BulkAction } from '../../../ui/data-list/types';
import { FilterBar } from '../../../ui/filter-bar';
import { DEVICE_STATUSES, DEVICES, deviceQuery, LABEL_STATES, toSort } from '../deployment-list-params';
import { deviceModelsOptions, useDevices } from '../devices.api';
import { BulkDialog } from './bulk-dialog';
import { BulkMoveDialog } from './bulk-move-dialog';
import { useDeviceActions } from './use-device-actions';
import { useDeviceColumns } from './use-device-columns';
import { useDeviceDialogs } from './device-dialogs';

interface DeviceListProps {
  /** Only those of one deployment. */
  deploymentId?: string;
  empty: ReactNode;
}

const EVENTS = ['device.changed'];
const OPERATIONS = ['listDevices'];

interface Chosen {
  kind: 'edit' | 'move';
  rows: readonly DeviceRow[];
  clear: () => void;
}

/** Search and filters stand in the address; several devices can be changed at once. */
export const DeviceList = ({ deploymentId, empty }: DeviceListProps) => {
  const { t } = useTranslation('devices');
  const can = useCan();
  const params = useListParams(DEVICES);
  const result = useDevices({ ...deviceQuery(params), ...(deploymentId ? { deploymentId } : {}) });
  const columns = useDeviceColumns(deploymentId === undefined);
  const dialogs = useDeviceDialogs();
  const actions = useDeviceActions(dialogs.open);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const filters = useDeviceFilters(params.filters['tag']?.[0], listQuery(result).rows);
  useLiveRefresh(EVENTS, OPERATIONS);
  const bulkActions: BulkAction<DeviceRow>[] = [
    {
      id: 'edit',
      label: t('bulk.edit'),
      icon: <IconPencil size={16} aria-hidden />,
      run: (rows, clear) => setChosen({ kind: 'edit', rows, clear }),
    },
    {
      id: 'move',
      label: t('bulk.move'),
      icon: <IconArrowRight size={16} aria-hidden />,
      run: (rows, clear) => setChosen({ kind: 'move', rows, clear }),
    },
  ];
  const Dialog = chosen?.kind === 'move' ? BulkMoveDialog : BulkDialog;
  return (
    <>
      <DataList
        id={deploymentId ? 'devices-of' : 'devices'}
        label={t('title')}
        query={listQuery(result)}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => `/devices/${row.id}`}
        rowActions={actions}
        bulkActions={can('deployment:write') ? bulkActions : undefined}
        sort={params.sort}
        onSort={(sort) => params.setSort(toSort(sort))}
        filters={<FilterBar params={params} placeholder={t('search')} filters={filters} />}
        isFiltered={params.isFiltered}
        onClearFilters={params.clear}
        empty={empty}
      />
      {chosen ? <Dialog devices={chosen.rows} onDone={chosen.clear} onClose={() => setChosen(null)} /> : null}
      {dialogs.element}
    </>
  );
};

/** Models come from the server; tags from what is on the screen. */
const useDeviceFilters = (chosenTag: string | undefined, rows: readonly DeviceRow[]) => {
  const { t } = useTranslation('devices');
  const models = useQuery(deviceModelsOptions(''));
  const tags = [...new Set([...(chosenTag ? [chosenTag] : []), ...rows.flatMap((row) => row.tags)])].toSorted();
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return [
    {
      name: 'label',
      label: t('label.title'),
      isSingle: true,
      options: LABEL_STATES.map((value) => ({ value, label: t(`label.${value}`) })),
    },
    { name: 'model', label: t('field.model'), isSingle: true, options: plain(models.data ?? []) },
    { name: 'tag', label: t('field.tag'), isSingle: true, options: plain(tags) },
    {
      name: 'status',
      label: t('field.status'),
      isSingle: true,
      options: DEVICE_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
    },
  ];
};
