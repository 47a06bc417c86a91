import { getPublicCompany } from '@latchkey/api-client';
import { useEffect, useState, type ReactNode } from 'react';
import { LiveRegion } from '../app/live-region';
import { OfflineBanner } from '../app/offline-banner';
import { BRAND, CompanyName, TopBar } from '../app/top-bar';
import { useT } from '../i18n/use-t';
import { applyAccent } from '../lib/appearance';
import { CompanyProvider, type Company } from '../lib/company';
import { toCompany } from '../lib/to-company';

/** What every page of a visit stands in: whose it is, help, language; nothing to leave by. */
export function VisitFrame({ children }: { children: ReactNode }) {
  const t = useT('visit-start');
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
