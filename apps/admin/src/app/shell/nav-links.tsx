import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router-dom';
import type { NavItem } from './navigation';
import { OpenCount } from './open-count';
import classes from './shell.module.css';

export const NavLinks = ({ items, onFollow }: { items: readonly NavItem[]; onFollow?: () => void }) => (
  <>
    <NavList items={items.filter((item) => !item.isOffice)} onFollow={onFollow} />
    <NavList items={items.filter((item) => item.isOffice)} onFollow={onFollow} />
  </>
);

const NavList = ({ items, onFollow }: { items: readonly NavItem[]; onFollow?: (() => void) | undefined }) => {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <ul className={classes.nav}>
      {items.map(({ id, to, icon: Icon, countsOpen }) => (
        <li key={id}>
          <NavLink to={to} end={to === '/'} className={classes.navLink} onClick={onFollow}>
            <Icon size={18} stroke={1.75} aria-hidden />
            {t(`nav.${id}`)}
            {countsOpen ? <OpenCount /> : null}
          </NavLink>
        </li>
      ))}
    </ul>
  );
};
