import { ActionIcon, Anchor, Checkbox } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import type { RowMenuState } from './row-menu';
import type { DataListProps } from './types';
import type { Selection } from './use-selection';

/** What table rows and cards share. */
export interface RowContext<Row> {
  list: DataListProps<Row>;
  selection: Selection<Row>;
  menu: RowMenuState<Row>;
}

interface RowPartProps<Row> {
  row: Row;
  context: RowContext<Row>;
}

/** Large for fingers. */
export const RowTick = <Row,>({
  row,
  context: { list, selection },
  isLarge = false,
}: RowPartProps<Row> & { isLarge?: boolean }) => {
  const { t } = useTranslation('list');
  return (
    <Checkbox
      size={isLarge ? 'md' : 'xs'}
      checked={selection.has(row)}
      onChange={() => selection.toggle(row)}
      aria-label={t('selectRow', { name: list.rowName(row) })}
    />
  );
};

export const RowMenuButton = <Row,>({ row, context: { list, menu } }: RowPartProps<Row>) => {
  const { t } = useTranslation('list');
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      aria-label={t('actionsOf', { name: list.rowName(row) })}
      aria-haspopup="menu"
      onClick={(event) => menu.open(row, event.currentTarget)}
    >
      <IconDots size={16} aria-hidden />
    </ActionIcon>
  );
};

export const RowLink = ({ to, children }: { to: string | undefined; children: ReactNode }) =>
  to === undefined ? (
    children
  ) : (
    <Anchor component={Link} to={to} c="inherit" fw={500} underline="hover">
      {children}
    </Anchor>
  );

/** Mouse behaviour of one row: a click opens it unless it hit something of its own; the right button opens the menu. */
export const useRowMouse = <Row,>({ list, menu }: RowContext<Row>) => {
  const navigate = useNavigate();
  return (row: Row) => ({
    onClick: (event: MouseEvent<HTMLElement>): void => {
      const hitSomething = event.target instanceof Element && event.target.closest('a, button, input, label');
      const to = list.rowHref?.(row);
      if (hitSomething || !to || window.getSelection()?.toString()) return;
      void navigate(to);
    },
    onContextMenu: (event: MouseEvent<HTMLElement>): void => {
      if (!list.rowActions) return;
      event.preventDefault();
      menu.open(row, event.currentTarget, { x: event.clientX, y: event.clientY });
    },
  });
};
