import { useEffect, type ReactNode } from 'react';
import {
  useChooseCompany,
  useCompanies,
  useKeepLanguage,
  useSessionQuery,
  useSignOut,
} from '../credentials/session.api';
import { followPerson } from '../i18n/language';
import { CompanyProvider } from '../lib/company';
import { paths } from '../lib/paths';
import { navigate, usePlace } from '../lib/router';
import type { Session } from '../lib/session';
import { AppShell } from './app-shell';
import { CompanyChangedNotice } from './company-changed-notice';
import { usePublicCompany } from './company.api';
import type { CustomerChoice } from './customer-switch';
import { useCompanyChange } from './use-company-change';
import { useLiveUpdates } from './use-live-updates';

/** The frame around all pages, filled with what the server says about the company and the person. */
export function Shell({ children }: { children: ReactNode }) {
  const company = usePublicCompany();
  const { data: session } = useSessionQuery();
  const { pathname } = usePlace();
  const signOut = useSignOut();
  const { changedTo, dismiss } = useCompanyChange(session);
  const isInside = session && !session.mustChange;
  useLiveUpdates(isInside ? session.company?.contactId : undefined);
  const language = session?.language;
  useEffect(() => {
    if (language) void followPerson(language);
  }, [language]);
  const keepLanguage = useKeepLanguage();
  const customers = useCustomerChoice(session);
  // An invitation is for whoever opened it, not for whoever signed in at this device before.
  const isShown = session && pathname !== paths.activate;
  return (
    <CompanyProvider value={company.data ?? null}>
      <AppShell
        person={isShown ? personOf(session) : undefined}
        customers={isShown && pathname !== paths.chooseCompany ? customers : undefined}
        onSignOut={() => signOut.mutate()}
        onLanguage={(language) => isInside && keepLanguage.mutate(language)}
        notice={changedTo && <CompanyChangedNotice name={changedTo.name} onClose={dismiss} />}
      >
        {children}
      </AppShell>
    </CompanyProvider>
  );
}

const personOf = ({ name, company, companies }: Session) => ({
  name,
  customerName: companies === 1 ? company?.name : undefined,
});

function useCustomerChoice(session: Session | null | undefined): CustomerChoice | undefined {
  const hasSeveral = Boolean(session?.company) && (session?.companies ?? 0) > 1 && !session?.mustChange;
  const { data } = useCompanies(hasSeveral);
  const choose = useChooseCompany(() => navigate(paths.home));
  const options = (data ?? []).map(({ contactId, name, openCases }) => ({ id: contactId, name, openCases }));
  const current = options.find(({ id }) => id === session?.company?.contactId);
  if (!current || !hasSeveral) return undefined;
  return { current, others: options.filter((option) => option !== current), onChoose: choose.mutate };
}
