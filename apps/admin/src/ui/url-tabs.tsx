import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router-dom';
import { formatNumber } from '../lib/format';
import classes from './url-tabs.module.css';

export interface UrlTab {
  /** Relative to the page: "" for the first, "contacts", "cases". Each is a nested route. */
  to: string;
  label: string;
  count?: number;
}

/** Tabs that are addresses: they can be sent, opened in a new window and stepped back from. */
export const UrlTabs = ({ label, base, tabs }: { label: string; base: string; tabs: readonly UrlTab[] }) => {
  const language = useTranslation().i18n.language;
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  // On a phone the tabs are wider than the screen: the one that is open is not left outside.
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    nav.current?.scrollTo({ left: current ? current.offsetLeft - nav.current.offsetLeft - 16 : 0 });
  }, [pathname]);
  return (
    <nav ref={nav} aria-label={label} className={classes.tabs}>
      {tabs.map((tab) => (
        <NavLink
          key={tab.to}
          to={tab.to === '' ? base : `${base}/${tab.to}`}
          end={tab.to === ''}
          className={classes.tab}
          preventScrollReset
        >
          {tab.label}
          {tab.count === undefined ? null : <span className={classes.count}>{formatNumber(tab.count, language)}</span>}
        </NavLink>
      ))}
    </nav>
  );
};
