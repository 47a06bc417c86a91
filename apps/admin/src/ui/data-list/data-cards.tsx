import { Skeleton } from '@mantine/core';
import classes from './data-list.module.css';
import { RowLink, RowMenuButton, RowTick, useRowMouse, type RowContext } from './row-parts';
import type { Column } from './types';
import { ROW_INDEX } from './use-list-keys';

const SKELETON_CARDS = 5;

/** The same list at phone width: one card a row, the first column as its title. */
export const DataCards = <Row,>({
  context,
  columns,
}: {
  context: RowContext<Row>;
  columns: readonly Column<Row>[];
}) => {
  const { list, selection } = context;
  const mouse = useRowMouse(context);
  const [title, ...lines] = columns;
  if (list.query.isPending) return <SkeletonCards label={list.label} />;

  return (
    <ul className={classes.cards} aria-label={list.label} data-outdated={list.query.isOutdated || undefined}>
      {list.query.rows.map((row, index) => (
        <li
          key={list.rowId(row)}
          className={classes.card}
          {...{ [ROW_INDEX]: index }}
          tabIndex={-1}
          data-selected={selection.has(row) || undefined}
          {...mouse(row)}
        >
          <div className={classes.cardHead}>
            {list.bulkActions ? <RowTick row={row} context={context} isLarge /> : null}
            <div className={classes.cardTitle}>
              <RowLink to={list.rowHref?.(row)}>{title?.render(row)}</RowLink>
            </div>
            {list.rowActions ? <RowMenuButton row={row} context={context} /> : null}
          </div>
          <dl className={classes.lines}>
            {lines.map((column) => (
              <div key={column.id}>
                <dt>{column.header}</dt>
                <dd>{column.render(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
};

const SkeletonCards = ({ label }: { label: string }) => (
  <ul className={classes.cards} aria-label={label} aria-busy>
    {Array.from({ length: SKELETON_CARDS }, (_, index) => (
      <li key={index} className={classes.card}>
        <Skeleton height={14} width="55%" mb={12} />
        <Skeleton height={10} width="80%" mb={8} />
        <Skeleton height={10} width="65%" />
      </li>
    ))}
  </ul>
);
