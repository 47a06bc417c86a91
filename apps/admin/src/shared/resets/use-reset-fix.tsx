import { Button } from '@mantine/core';
import type { Contact, ResetRequest } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useCan } from '../../app/session';
import type { MenuAction } from '../../ui/action-menu';
import type { PeopleDialogs } from '../people/people-dialogs';
import { useContactActions } from '../people/use-contact-actions';
import { mendedBy } from './reset-words';

type Request = Pick<ResetRequest, 'state'>;

/** The one act that mends it, as far as this staff member may. */
export const useResetFix = (
  dialogs: PeopleDialogs,
): ((request: Request, contact: Contact) => MenuAction | undefined) => {
  const { t } = useTranslation('resets');
  const can = useCan();
  const actionsOf = useContactActions(dialogs);
  return ({ state }, contact) => {
    if (state === 'switched_off')
      return can('settings:write') ? { id: 'settings', label: t('settings'), to: SETTINGS } : undefined;
    const actions = actionsOf(contact);
    return mendedBy(state).flatMap((id) => actions.find((action) => action.id === id) ?? [])[0];
  };
};

export const SETTINGS = '/settings/password-reset';

export const FixButton = ({ fix: { label, run, to } }: { fix: MenuAction }) =>
  to === undefined ? (
    <Button size="xs" variant="default" onClick={run}>
      {label}
    </Button>
  ) : (
    <Button size="xs" variant="default" component={Link} to={to}>
      {label}
    </Button>
  );
