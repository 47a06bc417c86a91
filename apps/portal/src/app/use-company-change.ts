import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { noteChosenHere, wasChosenHere } from '../lib/chosen-here';
import { paths } from '../lib/paths';
import { queryKeys } from '../lib/query-keys';
import type { Session } from '../lib/session';

type Company = NonNullable<Session['company']>;

/**
 * All tabs of a browser share one session: when another one changes the company, this one says so and shows the new
 * company too, instead of mixing two (C3). Answers the company to tell of, until it is dismissed.
 */
export function useCompanyChange(session: Session) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const company = session.company ?? undefined;
  const [shown, setShown] = useState<Company | undefined>(company);
  const [changedTo, setChangedTo] = useState<Company | null>(null);
  if (company?.contactId !== shown?.contactId) {
    setShown(company);
    setChangedTo(company && shown && !wasChosenHere(company.contactId) ? company : null);
  }

  // A case of the former company is not to be seen from here.
  const leaveCase = useEffectEvent(() => {
    if (window.location.pathname.startsWith('/cases/')) void navigate(paths.home, { replace: true });
  });
  useEffect(() => {
    if (!changedTo) return;
    noteChosenHere(undefined);
    void client.resetQueries({ queryKey: queryKeys.cases });
    void client.invalidateQueries({ queryKey: queryKeys.companies });
    leaveCase();
  }, [changedTo, client]);

  return { changedTo, dismiss: () => setChangedTo(null) };
}
