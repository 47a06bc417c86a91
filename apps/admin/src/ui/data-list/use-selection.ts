import { useState } from 'react';

export interface Selection<Row> {
  rows: readonly Row[];
  has: (row: Row) => boolean;
  toggle: (row: Row) => void;
  toggleAll: () => void;
  clear: () => void;
  state: 'none' | 'some' | 'all';
}

const flipped = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const after = new Set(ids);
  if (!after.delete(id)) after.add(id);
  return after;
};

/** Rows that left the list (another search, deleted) leave the selection with it. */
export const useSelection = <Row>(rows: readonly Row[], rowId: (row: Row) => string): Selection<Row> => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const selected = rows.filter((row) => ids.has(rowId(row)));
  const isAll = rows.length > 0 && selected.length === rows.length;
  return {
    rows: selected,
    has: (row) => ids.has(rowId(row)),
    toggle: (row) => setIds((before) => flipped(before, rowId(row))),
    toggleAll: () => setIds(new Set(isAll ? [] : rows.map(rowId))),
    clear: () => setIds(new Set()),
    state: selected.length === 0 ? 'none' : isAll ? 'all' : 'some',
  };
};
