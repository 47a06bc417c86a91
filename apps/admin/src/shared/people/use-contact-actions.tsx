import {
  IconDoorEnter,
  IconEye,
  IconKey,
  IconLockOpen,
  IconPassword,
  IconPencil,
  IconSend,
  IconStethoscope,
} from '@tabler/icons-react';
import type { Contact } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import type { MenuAction } from '../../ui/action-menu';
import { useToasts } from '../../ui/toasts';
import { giveWord, nameOf } from './contact-words';
import type { PeopleDialogs } from './people-dialogs';
import { closeContact, reopenContact, usePeopleAct } from './people.api';

type Allowed = Contact['allowedActions'][number];

const ICON = { size: 16, 'aria-hidden': true } as const;

/** What can be done with a contact; only what the server allows is offered. */
export const useContactActions = ({ open }: PeopleDialogs): ((contact: Contact) => MenuAction[]) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const toast = useToasts();

  const reopen = (contact: Contact): void => {
    const name = nameOf(contact, t);
    act(() => reopenContact(contact.id)).then(
      () => toast.done(t('done.reactivated', { name }), () => act(() => closeContact(contact.id))),
      toast.failed,
    );
  };

  return (contact) => {
    const entries: (MenuAction & { needs: Allowed | null })[] = [
      {
        id: 'give',
        needs: 'send_credentials',
        label: t(`action.${giveWord(contact)}`),
        icon: <IconDoorEnter {...ICON} />,
        run: () => open({ kind: 'give', contact }),
      },
      {
        id: 'send',
        needs: 'send_credentials',
        label: t('action.send'),
        icon: <IconSend {...ICON} />,
        run: () => open({ kind: 'send', to: { contacts: [contact] } }),
      },
      {
        id: 'check',
        needs: null,
        label: t('action.check'),
        icon: <IconStethoscope {...ICON} />,
        to: `/contacts/${contact.id}/check`,
      },
      {
        id: 'lift',
        needs: 'lift_lock',
        label: t('action.liftLock'),
        icon: <IconLockOpen {...ICON} />,
        run: () => open({ kind: 'lift', contact }),
      },
      {
        id: 'pin',
        needs: 'issue_pin',
        label: t('action.issuePin'),
        icon: <IconKey {...ICON} />,
        run: () => open({ kind: 'issuePin', contact }),
      },
      {
        id: 'password',
        needs: 'set_password',
        label: t('action.setPassword'),
        icon: <IconPassword {...ICON} />,
        run: () => open({ kind: 'setPassword', contact }),
      },
      {
        id: 'viewAs',
        needs: 'view_as',
        label: t('action.viewAs'),
        icon: <IconEye {...ICON} />,
        run: () => open({ kind: 'viewAs', contact }),
      },
      {
        id: 'edit',
        needs: 'edit',
        label: t('action.edit'),
        icon: <IconPencil {...ICON} />,
        to: `/contacts/${contact.id}/edit`,
        isNewGroup: true,
      },
      { id: 'move', needs: 'move', label: t('action.move'), run: () => open({ kind: 'move', contact }) },
      { id: 'merge', needs: 'merge', label: t('action.merge'), run: () => open({ kind: 'merge', contact }) },
      {
        id: 'exportPerson',
        needs: 'export_person',
        label: t('action.exportPerson'),
        run: () => open({ kind: 'exportPerson', contact }),
      },
      { id: 'reopen', needs: 'reactivate', label: t('action.reactivate'), run: () => reopen(contact) },
      {
        id: 'close',
        needs: 'deactivate',
        label: t('action.deactivate'),
        run: () => open({ kind: 'close', contact }),
        isNewGroup: true,
      },
      {
        id: 'delete',
        needs: 'delete',
        label: t('action.delete'),
        run: () => open({ kind: 'delete', contact }),
        isDangerous: true,
      },
      {
        id: 'erase',
        needs: 'erase',
        label: t('action.erase'),
        run: () => open({ kind: 'erase', contact }),
        isDangerous: true,
      },
    ];
    return entries
      .filter(({ needs }) => needs === null || contact.allowedActions.includes(needs))
      .map(({ needs: _, ...action }) => action);
  };
};
