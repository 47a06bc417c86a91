import type { ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { useChooseCompany, useCompanies } from '../credentials/companies.api';
import { AskedNotice } from '../credentials/joining/asked-notice';
import { useSignOut } from '../credentials/sign-out.api';
import { paths } from '../lib/paths';
import { can, type Session } from '../lib/session';
import { CompanyChangedNotice } from './company-changed-notice';
import { CustomerSwitch } from './customer-switch';
import { PersonMenu } from './person-menu';
import { useCompanyChange } from './use-company-change';
import { leaveView, ViewBanner } from './view-banner';
import { useLiveUpdates } from './use-live-updates';

// What the frame holds only for people who are signed in; fetched after the sign-in, so that its page comes sooner.

export function SignedInMenu({ session }: { session: Session }) {
  const { name, company, companies, view } = session;
  const signOut = useSignOut();
  const customerName = companies === 1 ? company?.name : undefined;
  const managesColleagues = can(session, 'colleague:manage');
  return (
    <PersonMenu
      person={{ name, customerName, managesColleagues }}
      onSignOut={() => (view ? void leaveView() : signOut.mutate())}
    />
  );
}

/** For contacts of several companies. */
export function SignedInSwitch({ session }: { session: Session }): ReactNode {
  const { data: companies = [] } = useCompanies();
  const navigate = useNavigate();
  const choose = useChooseCompany(() => void navigate(paths.home));
  const options = companies.map(({ contactId, name, openCases }) => ({ id: contactId, name, openCases }));
  const current = options.find(({ id }) => id === session.company?.contactId);
  const others = options.filter((option) => option !== current);
  if (!current || others.length === 0) return null;
  return <CustomerSwitch current={current} others={others} onChoose={choose.mutate} />;
}

/** Hears what changes on the server and in other tabs, and says so when that is another company. */
export function SignedInNews({ session }: { session: Session }): ReactNode {
  const { changedTo, dismiss } = useCompanyChange(session);
  useLiveUpdates(session.mustChange ? undefined : session.company?.contactId);
  return (
    <>
      {session.view && <ViewBanner name={session.name} view={session.view} />}
      {session.asked > 0 && !session.mustChange && !session.view && <AskedNotice />}
      {changedTo && <CompanyChangedNotice name={changedTo.name} onClose={dismiss} />}
    </>
  );
}
