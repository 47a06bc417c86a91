import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, type ComponentType, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { useKeepLanguage, useSessionQuery } from '../credentials/session.api';
import { followPerson } from '../i18n/language';
import { CompanyProvider } from '../lib/company';
import { onOtherTab } from '../lib/other-tabs';
import { paths } from '../lib/paths';
import { queryKeys } from '../lib/query-keys';
import type { Session } from '../lib/session';
import { AppShell } from './app-shell';
import { usePublicCompany } from './company.api';

type Part = ComponentType<{ session: Session }>;

const part = (name: 'SignedInMenu' | 'SignedInSwitch' | 'SignedInNews'): Part =>
  lazy(async (): Promise<{ default: Part }> => ({ default: (await import('./signed-in'))[name] }));

const SignedInMenu = part('SignedInMenu');
const SignedInSwitch = part('SignedInSwitch');
const SignedInNews = part('SignedInNews');

/** The frame around all pages, filled with what the server says about the company and the person. */
export function Shell({ children }: { children: ReactNode }) {
  const company = usePublicCompany();
  const { data: session } = useSessionQuery();
  const { pathname } = useLocation();
  useOtherTabs();
  const language = session?.language;
  useEffect(() => {
    if (language) void followPerson(language);
  }, [language]);
  const keepLanguage = useKeepLanguage();
  // An invitation is for whoever opened it, not for whoever signed in at this device before.
  const isShown = session && pathname !== paths.activate;
  const canSwitch = isShown && isInOneOfSeveral(session) && pathname !== paths.chooseCompany;
  return (
    <CompanyProvider value={company.data ?? null}>
      <AppShell
        menu={
          isShown && (
            <Suspense fallback={<MenuPlace />}>
              <SignedInMenu session={session} />
            </Suspense>
          )
        }
        customerSwitch={canSwitch && <SignedInSwitch session={session} />}
        onLanguage={(chosen) => session && keepLanguage.mutate(chosen)}
        notice={session && <SignedInNews session={session} />}
      >
        {children}
      </AppShell>
    </CompanyProvider>
  );
}

const isInOneOfSeveral = ({ company, companies, mustChange }: Session): boolean =>
  company !== null && companies > 1 && !mustChange;

/** Another tab has signed in, signed out or changed the company. */
function useOtherTabs(): void {
  const client = useQueryClient();
  useEffect(() => onOtherTab(() => void client.invalidateQueries({ queryKey: queryKeys.session })), [client]);
}

/** Keeps the menu's place, so that nothing in the header moves when it arrives. */
const MenuPlace = () => <span className="-me-2 size-11" />;
