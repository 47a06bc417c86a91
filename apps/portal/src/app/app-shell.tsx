import { Suspense, useEffect, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useT } from '../i18n/use-t';
import { applyAccent } from '../lib/appearance';
import { useCompany } from '../lib/company';
import { paths } from '../lib/paths';
import { TEXT_LINK } from '../ui/classes';
import { AppearanceSelect } from './appearance-select';
import { Header } from './header';
import { LiveRegion } from './live-region';
import { OfflineBanner } from './offline-banner';
import { useArrival } from './use-arrival';

export interface AppShellProps {
  /** Of the person; absent while nobody is signed in. */
  menu?: ReactNode;
  /** For people who are a contact of several companies. */
  customerSwitch?: ReactNode;
  /** Somebody chose a language in the header. */
  onLanguage?: (language: string) => void;
  /** Something to say above every page. */
  notice?: ReactNode;
  children: ReactNode;
}

/** What every page stands in: company on top, one column, help always one tap away. */
export function AppShell({ menu, customerSwitch, onLanguage, notice, children }: AppShellProps) {
  const t = useT('app');
  const company = useCompany();
  useEffect(() => applyAccent(company?.colour), [company?.colour]);
  useArrival();
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only z-30 rounded-lg bg-surface p-3 focus:not-sr-only focus:absolute focus:start-4 focus:top-2"
      >
        {t('skip')}
      </a>
      <Header menu={menu} onLanguage={onLanguage} />
      <Suspense fallback={null}>{customerSwitch}</Suspense>
      <OfflineBanner text={t('offline.text')} />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-160 flex-1 flex-col gap-6 px-4 py-6 outline-none sm:py-8"
      >
        <Suspense fallback={null}>{notice}</Suspense>
        {children}
      </main>
      <footer className="mx-auto flex w-full max-w-160 flex-wrap items-center gap-x-4 px-4 py-6 text-quiet">
        {company?.hasPrivacyNotice && (
          <Link to={paths.privacy} className={TEXT_LINK}>
            {t('privacy')}
          </Link>
        )}
        <span className="flex-1" />
        <AppearanceSelect />
      </footer>
      <LiveRegion />
    </div>
  );
}
