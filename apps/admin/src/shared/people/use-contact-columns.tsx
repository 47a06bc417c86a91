import { Anchor } from '@mantine/core';
import type { Contact } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import type { Column } from '../../ui/data-list/types';
import { AccessBadge } from './access-badge';
import { LastSignInCell, LoginIdsCell, NameCell, PasswordCell, PinCell, ReachCell } from './contact-cells';
import type { PeopleDialogs } from './people-dialogs';

type Columns = readonly [Column<Contact>, ...Column<Contact>[]];

/** Where the credentials are found (S0.3, A3): login id, PIN, password, access, last sign-in, reach. */
export const useContactColumns = ({ open }: PeopleDialogs, hasCustomer: boolean): Columns => {
  const { t } = useTranslation('contacts');
  const customer: Column<Contact> = {
    id: 'customer',
    header: t('column.customer'),
    isForWideScreens: true,
    render: ({ customer: at }) => (
      <Anchor component={Link} to={`/customers/${at.id}`} c="inherit" underline="hover">
        {at.name}
      </Anchor>
    ),
  };
  return [
    { id: 'name', header: t('column.name'), sortKey: 'name', render: (contact) => <NameCell contact={contact} /> },
    ...(hasCustomer ? [customer] : []),
    { id: 'loginIds', header: t('column.loginIds'), render: (contact) => <LoginIdsCell contact={contact} /> },
    {
      id: 'pin',
      header: t('column.pin'),
      render: (contact) => <PinCell contact={contact} onReveal={(one) => open({ kind: 'reveal', contact: one })} />,
    },
    { id: 'password', header: t('column.password'), render: (contact) => <PasswordCell contact={contact} /> },
    { id: 'access', header: t('column.access'), render: (contact) => <AccessBadge contact={contact} /> },
    { id: 'lastSignIn', header: t('column.lastSignIn'), render: (contact) => <LastSignInCell contact={contact} /> },
    {
      id: 'reach',
      header: t('column.reach'),
      isForWideScreens: true,
      isHiddenAtFirst: hasCustomer,
      render: (contact) => <ReachCell contact={contact} />,
    },
  ];
};
