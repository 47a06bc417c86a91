import { Checkbox, Skeleton, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { nextSort } from '../../lib/list-params';
import classes from './data-list.module.css';
import { RowLink, RowMenuButton, RowTick, useRowMouse, type RowContext } from './row-parts';
import type { Column } from './types';
import { ROW_INDEX } from './use-list-keys';
import type { Density } from './use-list-view';

const SKELETON_ROWS = 8;

interface DataTableProps<Row> {
  context: RowContext<Row>;
  columns: readonly Column<Row>[];
  density: Density;
}

export const DataTable = <Row,>({ context, columns, density }: DataTableProps<Row>) => {
  const { list } = context;
  return (
    <div className={classes.scroller} data-outdated={list.query.isOutdated || undefined}>
      <table
        className={classes.table}
        data-density={density}
        aria-label={list.label}
        aria-busy={list.query.isPending || list.query.isOutdated}
      >
        <Head context={context} columns={columns} />
        <tbody>
          {list.query.isPending ? (
            <SkeletonRows context={context} columns={columns} />
          ) : (
            <Rows context={context} columns={columns} />
          )}
        </tbody>
      </table>
    </div>
  );
};

type PartProps<Row> = Omit<DataTableProps<Row>, 'density'>;

const Head = <Row,>({ context: { list, selection }, columns }: PartProps<Row>) => {
  const { t } = useTranslation('list');
  return (
    <thead>
      <tr>
        {list.bulkActions ? (
          <th className={classes.tick}>
            <Checkbox
              size="xs"
              aria-label={t('selectAll')}
              checked={selection.state === 'all'}
              indeterminate={selection.state === 'some'}
              onChange={selection.toggleAll}
            />
          </th>
        ) : null}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={list.sort} onSort={list.onSort} />
        ))}
        {list.rowActions ? (
          <th className={classes.dots}>
            <span className={classes.unseen}>{t('common:moreActions')}</span>
          </th>
        ) : null}
      </tr>
    </thead>
  );
};

interface HeadCellProps<Row> {
  column: Column<Row>;
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
}

const HeadCell = <Row,>({ column, sort, onSort }: HeadCellProps<Row>) => {
  const { t } = useTranslation('list');
  const { sortKey } = column;
  const direction = sort === sortKey ? 'ascending' : sort === `-${sortKey}` ? 'descending' : undefined;
  const Icon = direction === 'ascending' ? IconArrowUp : direction === 'descending' ? IconArrowDown : IconArrowsSort;
  return (
    <th style={{ width: column.width, textAlign: column.align }} aria-sort={sortKey ? direction : undefined}>
      {sortKey && onSort ? (
        <UnstyledButton
          className={classes.sort}
          data-active={direction !== undefined || undefined}
          onClick={() => onSort(nextSort(sort, sortKey))}
        >
          <span className={classes.unseen}>{t('sortBy', { column: '' })}</span>
          {column.header}
          <Icon size={12} aria-hidden />
        </UnstyledButton>
      ) : (
        column.header
      )}
    </th>
  );
};

const Rows = <Row,>({ context, columns }: PartProps<Row>) => {
  const { list, selection } = context;
  const mouse = useRowMouse(context);
  return list.query.rows.map((row, index) => (
    <tr
      key={list.rowId(row)}
      {...{ [ROW_INDEX]: index }}
      tabIndex={-1}
      data-selected={selection.has(row) || undefined}
      data-opens={list.rowHref?.(row) ? true : undefined}
      {...mouse(row)}
    >
      {list.bulkActions ? (
        <td className={classes.tick}>
          <RowTick row={row} context={context} />
        </td>
      ) : null}
      {columns.map((column, place) => (
        <td key={column.id} style={{ textAlign: column.align }} data-figures={column.align === 'end' || undefined}>
          {place === 0 ? <RowLink to={list.rowHref?.(row)}>{column.render(row)}</RowLink> : column.render(row)}
        </td>
      ))}
      {list.rowActions ? (
        <td className={classes.dots}>
          <RowMenuButton row={row} context={context} />
        </td>
      ) : null}
    </tr>
  ));
};

const SkeletonRows = <Row,>({ context: { list }, columns }: PartProps<Row>) =>
  Array.from({ length: SKELETON_ROWS }, (_, index) => (
    <tr key={index}>
      {list.bulkActions ? <td className={classes.tick} aria-hidden /> : null}
      {columns.map((column, place) => (
        <td key={column.id}>
          <Skeleton height={10} width={`${50 + ((index * 7 + place * 13) % 40)}%`} radius="sm" />
        </td>
      ))}
      {list.rowActions ? <td className={classes.dots} aria-hidden /> : null}
    </tr>
  ));
