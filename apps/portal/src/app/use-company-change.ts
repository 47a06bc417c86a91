import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { noteChosenHere, wasChosenHere } from '../lib/chosen-here';
import { onOtherTab } from '../lib/other-tabs';
import { paths } from '../lib/paths';
import { queryKeys } from '../lib/query-keys';
import { navigate } from '../lib/router';
import type { Session } from '../lib/session';

type Company = NonNullable<Session['company']>;

/**
 * All tabs of a browser share one session: when another one changes the company, this one says so and shows the new
 * company too, instead of mixing two (C3). Answers the company to tell of, until it is dismissed.
 */
export function useCompanyChange(session: Session | null | undefined) {
  const client = useQueryClient();
  const company = session?.company ?? undefined;
  const [shown, setShown] = useState<Company | undefined>(company);
  const [changedTo, setChangedTo] = useState<Company | null>(null);
  if (company?.contactId !== shown?.contactId) {
    setShown(company);
    setChangedTo(company && shown && !wasChosenHere(company.contactId) ? company : null);
  }

  useEffect(() => onOtherTab(() => void client.invalidateQueries({ queryKey: queryKeys.session })), [client]);

  useEffect(() => {
    if (!changedTo) return;
    noteChosenHere(undefined);
    void client.resetQueries({ queryKey: queryKeys.cases });
    void client.invalidateQueries({ queryKey: queryKeys.companies });
    // A case of the former company is not to be seen from here.
    if (window.location.pathname.startsWith('/cases/')) navigate(paths.home, { replace: true });
  }, [changedTo, client]);

  return { changedTo, dismiss: () => setChangedTo(null) };
}
