import { Button } from '@mantine/core';
import { IconDoorEnter, IconKey, IconSend } from '@tabler/icons-react';
import type { Contact } from '@latchkey/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRefresh } from '../../app/live';
import { useCan } from '../../app/session';
import { useListParams } from '../../lib/use-list-params';
import { DataList } from '../../ui/data-list/data-list';
import { listQuery } from '../../ui/data-list/list-query';
import type { BulkAction } from '../../ui/data-list/types';
import { FilterBar } from '../../ui/filter-bar';
import { ACCESS_STATES, contactFilter, contactQuery, INVITATION_STATES, SPEC, toSort } from './contact-list-params';
import { nameOf } from './contact-words';
import type { PeopleDialogs } from './people-dialogs';
import { useContactList } from './people.api';
import { useContactActions } from './use-contact-actions';
import { useContactColumns } from './use-contact-columns';

const EVENTS = ['contact.changed', 'notification.changed'];
const OPERATIONS = ['listContacts'];

interface ContactListProps {
  /** Only the contacts of this customer; without it, all. */
  customerId?: string;
  dialogs: PeopleDialogs;
  empty: ReactNode;
}

const useFilters = () => {
  const { t } = useTranslation('contacts');
  return [
    {
      name: 'access',
      label: t('column.access'),
      isSingle: true,
      options: ACCESS_STATES.map((value) => ({ value, label: t(`access.${value}`) })),
    },
    {
      name: 'invitation',
      label: t('column.invitation'),
      isSingle: true,
      options: INVITATION_STATES.map((value) => ({ value, label: t(`invitationState.${value}`) })),
    },
    {
      name: 'status',
      label: t('filter.status'),
      isSingle: true,
      options: [
        { value: 'active', label: t('status.active') },
        { value: 'inactive', label: t('status.inactive') },
      ],
    },
    {
      name: 'portalUser',
      label: t('filter.portalUser'),
      isSingle: true,
      options: [
        { value: 'true', label: t('filter.yes') },
        { value: 'false', label: t('filter.no') },
      ],
    },
    {
      name: 'pin',
      label: t('column.pin'),
      isSingle: true,
      options: [
        { value: 'due', label: t('filter.pinDue') },
        { value: 'renewing', label: t('filter.pinRenewing') },
      ],
    },
  ];
};

/** What is done to several at once. */
const useBulkActions = (dialogs: PeopleDialogs): BulkAction<Contact>[] => {
  const { t } = useTranslation('contacts');
  const can = useCan();
  const whom = (contacts: readonly Contact[]) => ({ contactIds: contacts.map(({ id }) => id) });
  const newPins: BulkAction<Contact> = {
    id: 'newPins',
    label: t('action.newPins'),
    icon: <IconKey size={16} aria-hidden />,
    run: (contacts) => dialogs.open({ kind: 'newPins', whom: whom(contacts) }),
  };
  return [
    {
      id: 'give',
      label: t('action.giveMany'),
      icon: <IconDoorEnter size={16} aria-hidden />,
      run: (contacts) => dialogs.open({ kind: 'giveMany', whom: whom(contacts) }),
    },
    {
      id: 'send',
      label: t('action.send'),
      icon: <IconSend size={16} aria-hidden />,
      run: (contacts) => dialogs.open({ kind: 'send', to: { contacts } }),
    },
    ...(can('credential:set') ? [newPins] : []),
  ];
};

/** Contacts with their credentials' states: of one customer, or of all. */
export const ContactList = ({ customerId, dialogs, empty }: ContactListProps) => {
  const { t } = useTranslation('contacts');
  const can = useCan();
  const params = useListParams(SPEC);
  const filters = useFilters();
  const result = useContactList(contactQuery(params, customerId));
  const columns = useContactColumns(dialogs, customerId === undefined);
  const actions = useContactActions(dialogs);
  const bulkActions = useBulkActions(dialogs);
  const isDue = params.filters['pin']?.[0] === 'due';
  const isAny = result.data?.pages[0]?.items.length;
  useLiveRefresh(EVENTS, OPERATIONS);

  return (
    <DataList
      id={customerId === undefined ? 'contacts' : 'customer-contacts'}
      label={t('title')}
      query={listQuery(result)}
      columns={columns}
      rowId={(contact) => contact.id}
      rowName={(contact) => nameOf(contact, t)}
      rowHref={(contact) => `/contacts/${contact.id}`}
      rowActions={actions}
      bulkActions={can('credential:send') ? bulkActions : undefined}
      sort={params.sort}
      onSort={(sort) => params.setSort(toSort(sort))}
      filters={
        <>
          <FilterBar params={params} placeholder={t('search')} filters={filters} />
          {can('credential:set') && isDue && isAny ? (
            <Button
              variant="subtle"
              size="xs"
              leftSection={<IconKey size={16} aria-hidden />}
              onClick={() => dialogs.open({ kind: 'newPins', whom: { filter: contactFilter(params, customerId) } })}
            >
              {t('action.newPinsAll')}
            </Button>
          ) : null}
          {can('credential:send') && isAny ? (
            <Button
              variant="subtle"
              size="xs"
              leftSection={<IconDoorEnter size={16} aria-hidden />}
              onClick={() => dialogs.open({ kind: 'giveMany', whom: { filter: contactFilter(params, customerId) } })}
            >
              {t('action.giveAll')}
            </Button>
          ) : null}
        </>
      }
      isFiltered={params.isFiltered}
      onClearFilters={params.clear}
      empty={empty}
    />
  );
};
