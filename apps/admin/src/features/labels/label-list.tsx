import { IconEye, IconPrinter } from '@tabler/icons-react';
import type { LabelRow } from '@latchkey/api-client';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { DataList } from '../../ui/data-list/data-list';
import { listQuery } from '../../ui/data-list/list-query';
import { LabelDrawer } from './label-drawer';
import { useLabels, type LabelQuery } from './labels.api';
import { PrintDialog } from './print/print-dialog';
import { useLabelColumns } from './use-label-columns';
import { useOpenLabel } from './use-open-label';

interface LabelListProps {
  query: LabelQuery;
  filters?: ReactNode;
  isFiltered?: boolean;
  onClearFilters?: () => void;
  empty: ReactNode;
}

/** Labels with their lives; one opens in a drawer, several are printed together. */
export const LabelList = ({ query, empty, ...filtering }: LabelListProps) => {
  const { t } = useTranslation('labels');
  const result = useLabels(query);
  const columns = useLabelColumns(query.deploymentId === undefined);
  const [open, setOpen] = useOpenLabel();
  const [printed, setPrinted] = useState<readonly LabelRow[] | null>(null);
  const mayPrint = useCan()('label:print');
  const canPrint = ({ allowedActions }: LabelRow): boolean => allowedActions.includes('print');
  return (
    <>
      <DataList
        id="labels"
        label={t('title')}
        query={listQuery(result)}
        columns={columns}
        rowId={({ id }) => id}
        rowName={({ device, publicId }) => device?.name ?? publicId}
        rowHref={({ id }) => `?${new URLSearchParams({ ...(query.list ? { list: query.list } : {}), open: id })}`}
        rowActions={(row) => [
          { id: 'open', label: t('action.open'), icon: <IconEye size={16} />, run: () => setOpen(row.id) },
          ...(mayPrint && canPrint(row)
            ? [
                {
                  id: 'print',
                  label: t('action.print'),
                  icon: <IconPrinter size={16} />,
                  run: () => setPrinted([row]),
                },
              ]
            : []),
        ]}
        bulkActions={
          mayPrint
            ? [
                {
                  id: 'print',
                  label: t('action.print'),
                  icon: <IconPrinter size={16} />,
                  run: (rows) => setPrinted(rows.filter(canPrint)),
                },
              ]
            : []
        }
        {...filtering}
        empty={empty}
      />
      <LabelDrawer id={open} onOpen={setOpen} />
      {printed ? <PrintDialog labels={printed} onClose={() => setPrinted(null)} /> : null}
    </>
  );
};
