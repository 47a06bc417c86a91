import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';

/** One entry of a menu; give `run` or `to`. */
export interface MenuAction {
  id: string;
  label: string;
  icon?: ReactNode;
  run?: () => void;
  to?: string;
  isDangerous?: boolean;
  isDisabled?: boolean;
  /** A line above it, to set it apart. */
  isNewGroup?: boolean;
}

export const MenuActions = ({ actions }: { actions: readonly MenuAction[] }) => {
  const navigate = useNavigate();
  return actions.map((action, index) => (
    <Fragment key={action.id}>
      {action.isNewGroup && index > 0 ? <Menu.Divider /> : null}
      <Menu.Item
        leftSection={action.icon}
        color={action.isDangerous ? 'red' : undefined}
        disabled={action.isDisabled}
        onClick={() => (action.to === undefined ? action.run?.() : void navigate(action.to))}
      >
        {action.label}
      </Menu.Item>
    </Fragment>
  ));
};

/** The "⋯" button; `label` says whose actions these are. */
export const ActionMenu = ({ label, actions }: { label: string; actions: readonly MenuAction[] }) => (
  <Menu>
    <Menu.Target>
      <ActionIcon variant="default" size={36} aria-label={label}>
        <IconDots size={16} aria-hidden />
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>
      <MenuActions actions={actions} />
    </Menu.Dropdown>
  </Menu>
);
