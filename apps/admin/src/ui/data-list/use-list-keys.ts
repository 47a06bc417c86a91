import { useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import type { Shortcut } from '../../lib/shortcuts';
import { useShortcuts } from '../../lib/use-shortcuts';
import type { DataListProps } from './types';
import type { Selection } from './use-selection';

/** Rows carry their index, so that the focus itself is the cursor and nothing can disagree with it. */
export const ROW_INDEX = 'data-row-index';

interface Cursor {
  box: RefObject<HTMLDivElement | null>;
  /** The focused row, or the last one that was; -1 before any. */
  index: () => number;
  elementAt: (index: number) => HTMLElement | null | undefined;
  move: (step: number) => void;
}

const useCursor = (count: number): Cursor => {
  const box = useRef<HTMLDivElement>(null);
  const last = useRef(-1);
  const elementAt = (index: number) => box.current?.querySelector<HTMLElement>(`[${ROW_INDEX}="${index}"]`);
  const index = (): number => {
    const focused = box.current?.contains(document.activeElement) ? document.activeElement : null;
    const row = focused?.closest(`[${ROW_INDEX}]`);
    return row ? Number(row.getAttribute(ROW_INDEX)) : last.current;
  };
  const move = (step: number): void => {
    last.current = Math.min(Math.max(index() + step, 0), count - 1);
    elementAt(last.current)?.focus();
    elementAt(last.current)?.scrollIntoView({ block: 'nearest' });
  };
  return { box, index, elementAt, move };
};

interface ListKeys<Row> {
  list: DataListProps<Row>;
  selection: Selection<Row>;
  openMenu: (row: Row, element: HTMLElement) => void;
}

/** j, k, x, Enter, o and Shift+F10. */
export const useListKeys = <Row>({ list, selection, openMenu }: ListKeys<Row>): RefObject<HTMLDivElement | null> => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cursor = useCursor(list.query.rows.length);

  const withRow = (act: (row: Row, element: HTMLElement) => void) => (): void => {
    const [row, element] = [list.query.rows[cursor.index()], cursor.elementAt(cursor.index())];
    if (row !== undefined && element) act(row, element);
  };

  /** On a link or button, Enter already means something else. */
  const open = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLElement && event.target.closest('a, button, input')) event.target.click();
    else
      withRow((row) => {
        const to = list.rowHref?.(row);
        if (to) void navigate(to);
      })();
  };

  const shortcuts: (Shortcut | false | undefined)[] = [
    { keys: 'j', label: t('keys.down'), run: () => cursor.move(1) },
    { keys: 'k', label: t('keys.up'), run: () => cursor.move(-1) },
    list.bulkActions && { keys: 'x', label: t('keys.select'), run: withRow((row) => selection.toggle(row)) },
    list.rowHref && { keys: 'Enter', label: t('keys.open'), run: open },
    list.onQuickLook && { keys: 'o', label: t('keys.quickLook'), run: withRow((row) => list.onQuickLook?.(row)) },
    list.rowActions && { keys: 'shift+F10', label: t('keys.menu'), run: withRow(openMenu) },
  ];
  useShortcuts({ title: t('keys.list'), shortcuts: shortcuts.filter((one): one is Shortcut => Boolean(one)) });
  return cursor.box;
};
