import type { ReactNode } from 'react';
import type { MenuAction } from '../action-menu';

export interface Column<Row> {
  id: string;
  header: string;
  render: (row: Row) => ReactNode;
  /** The server's sort key; without it the column cannot be sorted. */
  sortKey?: string;
  /** CSS width, "160px"; columns without one share what is left. */
  width?: string;
  align?: 'start' | 'end';
  /** Left out until the person asks for it. */
  isHiddenAtFirst?: boolean;
  /** Not worth its place on a tablet or on a phone's card. */
  isForWideScreens?: boolean;
}

export interface BulkAction<Row> {
  id: string;
  label: string;
  icon?: ReactNode;
  isDangerous?: boolean;
  run: (rows: readonly Row[], clear: () => void) => void;
}

/** What a list needs to know of its data; see `listQuery`. */
export interface ListQuery<Row> {
  rows: readonly Row[];
  isPending: boolean;
  /** The rows still belong to the search before this one. */
  isOutdated: boolean;
  error: unknown;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
}

export interface DataListProps<Row> {
  /** Names the remembered choice of columns: "customers". */
  id: string;
  /** What a screen reader calls the list: "Customers". */
  label: string;
  query: ListQuery<Row>;
  /** The first is the row's name: it links to the row, and cannot be hidden. */
  columns: readonly [Column<Row>, ...Column<Row>[]];
  rowId: (row: Row) => string;
  rowName: (row: Row) => string;
  /** Enter, a click on the row, and the link in the first column; undefined for a row that leads nowhere. */
  rowHref?: (row: Row) => string | undefined;
  /** The key o: a drawer beside the list. */
  onQuickLook?: (row: Row) => void;
  /** Row menu: "⋯" button, right-click, Shift+F10. */
  rowActions?: (row: Row) => readonly MenuAction[];
  /** Rows can be selected when there are any. */
  bulkActions?: readonly BulkAction<Row>[];
  sort?: string;
  onSort?: (sort: string) => void;
  /** The FilterBar. */
  filters?: ReactNode;
  isFiltered?: boolean;
  onClearFilters?: () => void;
  /** Shown when there is nothing at all: teaches how the first entry gets here. */
  empty: ReactNode;
}
