import { ActionIcon, Burger } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Keys } from '../../ui/keys';
import { useSession } from '../session';
import { openPalette } from './open-palette';
import { Person } from './person';
import classes from './shell.module.css';

interface TopBarProps {
  isNavOpen: boolean;
  onToggleNav: () => void;
}

export const TopBar = ({ isNavOpen, onToggleNav }: TopBarProps) => {
  const { t } = useTranslation();
  const { company } = useSession();
  return (
    <div className={classes.bar}>
      <Burger
        size="sm"
        w={44}
        h={44}
        hiddenFrom="md"
        opened={isNavOpen}
        onClick={onToggleNav}
        aria-expanded={isNavOpen}
        aria-controls="main-navigation"
        aria-label={isNavOpen ? t('closeNavigation') : t('openNavigation')}
      />
      <Link to="/" className={classes.brand}>
        {company.name}
      </Link>
      <button type="button" className={classes.search} onClick={openPalette}>
        <IconSearch size={16} aria-hidden />
        <span>{t('palette.open')}</span>
        <Keys keys="mod+k" />
      </button>
      <ActionIcon
        hiddenFrom="sm"
        variant="subtle"
        color="gray"
        size={44}
        ms="auto"
        aria-label={t('palette.open')}
        onClick={openPalette}
      >
        <IconSearch size={20} aria-hidden />
      </ActionIcon>
      <Person />
    </div>
  );
};
