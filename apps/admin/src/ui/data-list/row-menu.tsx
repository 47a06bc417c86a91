import { Menu } from '@mantine/core';
import { useState } from 'react';
import { MenuActions, type MenuAction } from '../action-menu';

interface OpenMenu<Row> {
  row: Row;
  x: number;
  y: number;
  /** Gets the focus back. */
  origin: HTMLElement;
}

export interface RowMenuState<Row> {
  menu: OpenMenu<Row> | null;
  /** At the pointer, or under the element when the keyboard asked. */
  open: (row: Row, origin: HTMLElement, at?: { x: number; y: number }) => void;
  close: () => void;
}

export const useRowMenu = <Row,>(): RowMenuState<Row> => {
  const [menu, setMenu] = useState<OpenMenu<Row> | null>(null);
  return {
    menu,
    open: (row, origin, at) => {
      const box = origin.getBoundingClientRect();
      setMenu({ row, origin, x: at?.x ?? box.left + Math.min(box.width, 24), y: at?.y ?? box.bottom });
    },
    close: () => {
      menu?.origin.focus();
      setMenu(null);
    },
  };
};

export interface RowMenuProps<Row> {
  state: RowMenuState<Row>;
  label: (row: Row) => string;
  actions: (row: Row) => readonly MenuAction[];
}

/** One menu for the whole list, wherever it was asked for: hundreds of rows cost nothing. */
export const RowMenu = <Row,>({ state, label, actions }: RowMenuProps<Row>) => {
  const { menu, close } = state;
  if (!menu) return null;
  return (
    <Menu opened onClose={close} returnFocus={false} position="bottom-start" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <span aria-hidden style={{ position: 'fixed', left: menu.x, top: menu.y, width: 1, height: 1 }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label(menu.row)}>
        <MenuActions actions={actions(menu.row)} />
      </Menu.Dropdown>
    </Menu>
  );
};
