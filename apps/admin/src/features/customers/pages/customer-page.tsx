import { Button } from '@mantine/core';
import type { Customer } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useNavigate, useParams } from 'react-router-dom';
import { useCan } from '../../../app/session';
import { usePeopleDialogs } from '../../../shared/people/people-dialogs';
import { ActionMenu } from '../../../ui/action-menu';
import { Loaded } from '../../../ui/loaded';
import { PageHeader } from '../../../ui/page-header';
import { StateBadge } from '../../../ui/state-badge';
import { UrlTabs } from '../../../ui/url-tabs';
import { useCustomerDialogs } from '../customer-dialogs';
import type { CustomerOfPage } from '../customer-of-page';
import { useCustomer } from '../customers.api';
import { useCustomerActions } from '../use-customer-actions';

export const CustomerPage = () => {
  const { customerId = '' } = useParams();
  return (
    <Loaded query={useCustomer(customerId)} isPage>
      {(customer) => <CustomerHead customer={customer} />}
    </Loaded>
  );
};

const CustomerHead = ({ customer }: { customer: Customer }) => {
  const { t } = useTranslation('customers');
  const navigate = useNavigate();
  const can = useCan();
  const people = usePeopleDialogs();
  const dialogs = useCustomerDialogs(() => navigate('/customers', { replace: true }));
  const actions = useCustomerActions({ people: people.open, customer: dialogs.open });
  const base = `/customers/${customer.id}`;
  const may = (action: Customer['allowedActions'][number]): boolean => customer.allowedActions.includes(action);
  const { none, invited, active, suspended } = customer.access;
  const hasContacts = none + invited + active + suspended > 0;
  const add = may('add_contact') ? (
    <Button variant={hasContacts ? 'default' : 'filled'} component={Link} to={`/contacts/new?customer=${customer.id}`}>
      {t('contacts:add')}
    </Button>
  ) : null;
  const send = may('send_credentials') ? (
    <Button onClick={() => people.open({ kind: 'send', to: { customerIds: [customer.id] } })}>
      {t('contacts:action.sendShort')}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader
        title={customer.name}
        back={{ to: '/customers', label: t('title') }}
        facts={[
          t('contacts:customerNumber', { number: customer.number }),
          <StateBadge key="status" tone={customer.status === 'active' ? 'good' : 'quiet'}>
            {t(`contacts:status.${customer.status}`)}
          </StateBadge>,
        ]}
        secondary={hasContacts ? add : null}
        primary={hasContacts ? send : add}
        menu={
          <ActionMenu
            label={t('common:moreActions')}
            actions={actions(customer).filter(({ id }) => !['send', 'open', 'addContact'].includes(id))}
          />
        }
      />
      <UrlTabs
        label={customer.name}
        base={base}
        tabs={[
          { to: '', label: t('tab.overview') },
          { to: 'contacts', label: t('tab.contacts'), count: none + invited + active + suspended },
          ...(can('deployment:read') ? [{ to: 'deployments', label: t('common:nav.deployments') }] : []),
          { to: 'cases', label: t('tab.cases') },
          { to: 'activity', label: t('tab.activity') },
        ]}
      />
      <Outlet context={{ customer, people } satisfies CustomerOfPage} />
      {people.element}
      {dialogs.element}
    </>
  );
};
