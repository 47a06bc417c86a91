import { useDisclosure } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation, useNavigate, useNavigation } from 'react-router-dom';
import { useShortcuts } from '../../lib/use-shortcuts';
import { useCan } from '../session';
import { LateParts } from './late-parts';
import { NavLinks } from './nav-links';
import { visibleNavigation, type NavItem } from './navigation';
import type { PaletteProvider } from './palette';
import { openPalette } from './open-palette';
import classes from './shell.module.css';
import { TopBar } from './top-bar';

interface ShellProps {
  /** For the gallery; pages use what the person may see. */
  navigation?: readonly NavItem[];
  providers?: readonly PaletteProvider[];
}

/** Frame of every page behind the session gate. */
export const Shell = ({ navigation, providers }: ShellProps) => {
  const { t } = useTranslation();
  const can = useCan();
  const items = navigation ?? visibleNavigation(can);
  const [isNavOpen, nav] = useDisclosure(false);
  const [isHelpOpen, help] = useDisclosure(false);
  useShellKeys(items, help.open);

  return (
    <>
      <a href="#main" className="lk-hidden-until-focus">
        {t('skipToContent')}
      </a>
      <header className={classes.header}>
        <TopBar isNavOpen={isNavOpen} onToggleNav={nav.toggle} />
      </header>
      <nav
        id="main-navigation"
        className={classes.navbar}
        aria-label={t('mainNavigation')}
        data-open={isNavOpen || undefined}
      >
        <NavLinks items={items} onFollow={nav.close} />
      </nav>
      <Main />
      <LateParts providers={providers} isHelpOpen={isHelpOpen} onCloseHelp={help.close} />
      <ScrollRestoration />
    </>
  );
};

/** A new page takes the focus, as a loaded document would; a change of search or filter does not. */
const Main = () => {
  const { pathname } = useLocation();
  const isLoading = useNavigation().state === 'loading';
  const main = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <main id="main" ref={main} tabIndex={-1} className={classes.main} aria-busy={isLoading}>
      {isLoading ? <div className={classes.progress} /> : null}
      <div className={classes.page}>
        <Outlet />
      </div>
    </main>
  );
};

const useShellKeys = (items: readonly NavItem[], openHelp: () => void): void => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useShortcuts({
    title: t('keys.everywhere'),
    shortcuts: [
      { keys: 'mod+k', label: t('keys.search'), run: openPalette },
      { keys: '?', label: t('keys.help'), run: openHelp },
      ...items.map((item) => ({
        keys: `g ${item.key}`,
        label: t('keys.goTo', { page: t(`nav.${item.id}`) }),
        run: () => void navigate(item.to),
      })),
    ],
  });
};
