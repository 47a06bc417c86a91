import { IconBuilding, IconPencil, IconSend, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { usePeopleAct } from '../../shared/people/people.api';
import type { PeopleDialogs } from '../../shared/people/people-dialogs';
import type { MenuAction } from '../../ui/action-menu';
import { useToasts } from '../../ui/toasts';
import type { ActedCustomer, CustomerDialog } from './customer-dialog';
import { closeCustomer, reopenCustomer } from './customers.api';

const ICON = { size: 16, 'aria-hidden': true } as const;

/** What the list knows of a customer is enough for its menu. */
interface Opens {
  people: PeopleDialogs['open'];
  customer: (dialog: CustomerDialog) => void;
}

/** The row menu, right-click, Shift+F10 and the page's ⋯ (S0.5). */
export const useCustomerActions = (opens: Opens): ((customer: ActedCustomer) => MenuAction[]) => {
  const { t } = useTranslation('customers');
  const can = useCan();
  const act = usePeopleAct();
  const toast = useToasts();

  const reopen = ({ id, name }: ActedCustomer): void => {
    act(() => reopenCustomer(id)).then(
      () => toast.done(t('done.reactivated', { name }), () => act(() => closeCustomer(id))),
      toast.failed,
    );
  };

  return (customer) => {
    const isActive = customer.status === 'active';
    const entries: (MenuAction & { isOffered: boolean })[] = [
      {
        id: 'send',
        isOffered: isActive && can('credential:send'),
        label: t('contacts:action.send'),
        icon: <IconSend {...ICON} />,
        run: () => opens.people({ kind: 'send', to: { customerIds: [customer.id] } }),
      },
      {
        id: 'open',
        isOffered: true,
        label: t('action.open'),
        icon: <IconBuilding {...ICON} />,
        to: `/customers/${customer.id}`,
      },
      {
        id: 'addContact',
        isOffered: can('contact:write'),
        label: t('contacts:add'),
        icon: <IconUserPlus {...ICON} />,
        to: `/contacts/new?customer=${customer.id}`,
      },
      {
        id: 'edit',
        isOffered: can('customer:write'),
        label: t('contacts:action.edit'),
        icon: <IconPencil {...ICON} />,
        to: `/customers/${customer.id}/edit`,
      },
      {
        id: 'reopen',
        isOffered: !isActive && can('customer:write'),
        label: t('contacts:action.reactivate'),
        run: () => reopen(customer),
        isNewGroup: true,
      },
      {
        id: 'close',
        isOffered: isActive && can('customer:write'),
        label: t('contacts:action.deactivate'),
        run: () => opens.customer({ kind: 'close', customer }),
        isNewGroup: true,
      },
      {
        id: 'delete',
        isOffered: can('customer:write'),
        label: t('contacts:action.delete'),
        run: () => opens.customer({ kind: 'delete', customer }),
        isDangerous: true,
      },
    ];
    return entries.filter(({ isOffered }) => isOffered).map(({ isOffered: _, ...action }) => action);
  };
};
