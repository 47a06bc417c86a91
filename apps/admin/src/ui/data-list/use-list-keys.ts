import { useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import type { Shortcut } from '../../lib/shortcuts';
import { useShortcuts } from '../../lib/use-shortcuts';
import type { DataListProps } from './types';
import type { Selection } from './use-selection';

/** Rows carry their index, so that the focus itself is the cursor and nothing can disagree with it. */
export const ROW_INDEX = 'data-row-index';

interface ListKeys<Row> {
  list: DataListProps<Row>;
  selection: Selection<Row>;
  openMenu: (row: Row, element: HTMLElement) => void;
}

/** j, k, x, Enter, o and Shift+F10. */
export const useListKeys = <Row>({ list, selection, openMenu }: ListKeys<Row>): RefObject<HTMLDivElement | null> => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const last = useRef(-1);
  const { rows } = list.query;

  const elementAt = (index: number) => box.current?.querySelector<HTMLElement>(`[${ROW_INDEX}="${index}"]`);
  const cursor = (): number => {
    const row = box.current?.contains(document.activeElement) ? document.activeElement?.closest(`[${ROW_INDEX}]`) : null;
    return row ? Number(row.getAttribute(ROW_INDEX)) : last.current;
  };
  const move = (step: number): void => {
    const next = Math.min(Math.max(cursor() + step, 0), rows.length - 1);
    last.current = next;
    elementAt(next)?.focus();
    elementAt(next)?.scrollIntoView({ block: 'nearest' });
  };
  const withRow = (act: (row: Row, element: HTMLElement) => void) => (): void => {
    const index = cursor();
    const [row, element] = [rows[index], elementAt(index)];
    if (row !== undefined && element) act(row, element);
  };

  /** On a link or button inside the row, Enter already means something else. */
  const open = (event: KeyboardEvent): void => {
    if (event.target instanceof Element && event.target.closest('a, button, input')) return void (event.target as HTMLElement).click();
    withRow((row) => list.rowHref && void navigate(list.rowHref(row)))();
  };

  const shortcuts: (Shortcut | false | undefined)[] = [
    { keys: 'j', label: t('keys.down'), run: () => move(1) },
    { keys: 'k', label: t('keys.up'), run: () => move(-1) },
    list.bulkActions && { keys: 'x', label: t('keys.select'), run: withRow((row) => selection.toggle(row)) },
    list.rowHref && { keys: 'Enter', label: t('keys.open'), run: open },
    list.onQuickLook && { keys: 'o', label: t('keys.quickLook'), run: withRow((row) => list.onQuickLook?.(row)) },
    list.rowActions && { keys: 'shift+F10', label: t('keys.menu'), run: withRow(openMenu) },
  ];
  useShortcuts({ title: t('keys.list'), shortcuts: shortcuts.filter((shortcut): shortcut is Shortcut => Boolean(shortcut)) });
  return box;
};
