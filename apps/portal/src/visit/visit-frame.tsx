import { getPublicCompany } from '@latchkey/api-client';
import { useEffect, useState, type ReactNode } from 'react';
import { LiveRegion } from '../app/live-region';
import { OfflineBanner } from '../app/offline-banner';
import { BRAND, CompanyName, TopBar } from '../app/top-bar';
import { useT } from '../i18n/use-t';
import { applyAccent } from '../lib/appearance';
import { CompanyProvider, type Company } from '../lib/company';
import { paths } from '../lib/paths';
import { toCompany } from '../lib/to-company';
import { TEXT_LINK } from '../ui/classes';

/** What every page of a visit stands in: whose it is, help, language; nothing to leave by. */
export function VisitFrame({ children }: { children: ReactNode }) {
  const t = useT('visit-start');
  const app = useT('app');
  const company = useCompanyOnce();
  const brand = (
    <span className={BRAND}>
      <CompanyName />
    </span>
  );
  return (
    <CompanyProvider value={company}>
      <div className="flex min-h-dvh flex-col">
        <TopBar brand={brand} />
        <OfflineBanner text={t(window.location.pathname.startsWith('/f') ? 'offline.follow' : 'offline.text')} />
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto flex w-full max-w-160 flex-1 flex-col gap-6 px-4 py-6 outline-none"
        >
          {children}
        </main>
        {company?.hasPrivacyNotice && (
          <footer className="mx-auto w-full max-w-160 px-4 pb-6">
            <a href={paths.privacy} target="_blank" rel="noopener" className={TEXT_LINK}>
              {app('privacy')}
            </a>
          </footer>
        )}
        <LiveRegion />
      </div>
    </CompanyProvider>
  );
}

/** Without reception and never here before: the page works without knowing the company. */
function useCompanyOnce(): Company | null {
  const [company, setCompany] = useState<Company | null>(null);
  useEffect(() => {
    getPublicCompany()
      .then(({ data }) => setCompany(toCompany(data)))
      .catch(() => undefined);
  }, []);
  useEffect(() => applyAccent(company?.colour), [company?.colour]);
  return company;
}
