import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../empty-state';
import { FailedState } from '../failed-state';
import { QuietTimes } from '../time-ago';
import { BulkBar } from './bulk-bar';
import { DataCards } from './data-cards';
import classes from './data-list.module.css';
import { DataTable } from './data-table';
import { ListFooter } from './list-footer';
import { RowMenu, useRowMenu } from './row-menu';
import type { RowContext } from './row-parts';
import type { Column, DataListProps } from './types';
import { useListKeys } from './use-list-keys';
import { useListView } from './use-list-view';
import { useSelection } from './use-selection';
import { ViewMenu } from './view-menu';

/** Below the first the table becomes cards, below the second it drops its least columns (Mantine's "sm" and "md"). */
const PHONE = '(max-width: 47.99em)';
const NARROW = '(max-width: 61.99em)';
const AT_ONCE = { getInitialValueInEffect: false };

/** A dense list over keyset pages with every state it can be in. */
export const DataList = <Row,>(list: DataListProps<Row>) => {
  const { t } = useTranslation('list');
  const isPhone = useMediaQuery(PHONE, undefined, AT_ONCE) ?? false;
  const isNarrow = useMediaQuery(NARROW, undefined, AT_ONCE) ?? false;
  const view = useListView<Row>(list.id);
  const selection = useSelection(list.query.rows, list.rowId);
  const menu = useRowMenu<Row>();
  const box = useListKeys({ list, selection, openMenu: menu.open });
  const columns = list.columns.filter(
    (column, index) => index === 0 || (view.isShown(column) && !(isNarrow && column.isForWideScreens)),
  );

  return (
    <QuietTimes value={true}>
      <div ref={box}>
        <div className={classes.toolbar}>
          <div className={classes.filters}>{list.filters}</div>
          {isPhone ? null : <ViewMenu view={view} columns={list.columns} />}
        </div>
        <ListBody context={{ list, selection, menu }} columns={columns} isPhone={isPhone} density={view.density} />
        {list.bulkActions ? <BulkBar selection={selection} actions={list.bulkActions} /> : null}
        {list.rowActions ? (
          <RowMenu
            state={menu}
            actions={list.rowActions}
            label={(row) => t('actionsOf', { name: list.rowName(row) })}
          />
        ) : null}
      </div>
    </QuietTimes>
  );
};

interface ListBodyProps<Row> {
  context: RowContext<Row>;
  columns: readonly Column<Row>[];
  isPhone: boolean;
  density: 'dense' | 'comfortable';
}

const ListBody = <Row,>({ context, columns, isPhone, density }: ListBodyProps<Row>) => {
  const { query, isFiltered, onClearFilters, empty } = context.list;
  if (query.error && query.rows.length === 0) return <FailedState error={query.error} onRetry={query.retry} />;
  if (!query.isPending && query.rows.length === 0)
    return isFiltered ? <NothingMatches onClear={onClearFilters} /> : empty;
  return (
    <>
      {isPhone ? (
        <DataCards context={context} columns={columns} />
      ) : (
        <DataTable context={context} columns={columns} density={density} />
      )}
      {query.isPending ? null : <ListFooter query={query} />}
    </>
  );
};

const NothingMatches = ({ onClear }: { onClear: (() => void) | undefined }) => {
  const { t } = useTranslation('list');
  const clear = (
    <Button variant="default" size="xs" onClick={onClear}>
      {t('clearFilters')}
    </Button>
  );
  return <EmptyState title={t('nobodyMatches')} text={t('nobodyMatchesText')} actions={onClear ? clear : null} />;
};
