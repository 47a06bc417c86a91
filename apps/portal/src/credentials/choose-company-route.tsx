import { useLocation, useNavigate } from 'react-router-dom';
import { toLoadable } from '../lib/loadable';
import { nextPlace } from '../lib/paths';
import { toFailure } from '../lib/problem';
import { ChooseCompanyPage } from './choose-company-page';
import { useChooseCompany, useCompanies } from './companies.api';

export function ChooseCompanyRoute() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const companies = useCompanies();
  const choose = useChooseCompany(() => void navigate(nextPlace(search), { replace: true }));
  const loadable = toLoadable(companies);
  return (
    <ChooseCompanyPage
      companies={
        loadable.status === 'ready'
          ? { status: 'ready', data: loadable.data.map(({ contactId, ...company }) => ({ id: contactId, ...company })) }
          : loadable
      }
      openingId={choose.isPending ? choose.variables : undefined}
      failure={choose.error ? toFailure(choose.error) : undefined}
      onChoose={(id) => !choose.isPending && choose.mutate(id)}
    />
  );
}
