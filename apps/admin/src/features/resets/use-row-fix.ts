import type { ResetRequest } from '@latchkey/api-client';
import { getContactOptions } from '@latchkey/api-client/query';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { useCan } from '../../app/session';
import type { PeopleDialogs } from '../../shared/people/people-dialogs';
import type { ResetState } from '../../shared/resets/reset-words';
import { SETTINGS, useResetFix } from '../../shared/resets/use-reset-fix';
import type { MenuAction } from '../../ui/action-menu';
import { useToasts } from '../../ui/toasts';

/** Acts that open a dialog at once, by state; everything else is mended on a page of its own. */
const AT_ONCE: Partial<Record<ResetState, { id: string; labelKey: string; needs: string }>> = {
  undelivered: { id: 'password', labelKey: 'contacts:action.setPassword', needs: 'credential:set' },
  never_invited: { id: 'send', labelKey: 'contacts:action.send', needs: 'credential:send' },
  no_password: { id: 'send', labelKey: 'contacts:action.send', needs: 'credential:send' },
};

/** What mends a request in the list. The contact is fetched when it is pressed; where it allows less, its page says what to do. */
export const useRowFix = (dialogs: PeopleDialogs): ((request: ResetRequest) => MenuAction | undefined) => {
  const { t } = useTranslation('resets');
  const can = useCan();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { failed } = useToasts();
  const fixOf = useResetFix(dialogs);

  const mend = async (request: ResetRequest, contactId: string, act: string): Promise<void> => {
    const contact = await client.fetchQuery({ ...getContactOptions({ path: { id: contactId } }), staleTime: 0 });
    const fix = fixOf(request, contact);
    if (fix?.id === act && fix.run) fix.run();
    else await navigate(`/contacts/${contactId}`);
  };

  return (request) => {
    const { state, contactId } = request;
    if (state === 'switched_off')
      return can('settings:write') ? { id: 'settings', label: t('settings'), to: SETTINGS } : undefined;
    if (!contactId) return undefined;
    const act = AT_ONCE[state];
    if (act && can(act.needs))
      return { id: act.id, label: t(act.labelKey), run: () => void mend(request, contactId, act.id).catch(failed) };
    if (state === 'not_allowed' && can('contact:write'))
      return { id: 'edit', label: t('contacts:action.edit'), to: `/contacts/${contactId}/edit` };
    return state === 'closed' ? { id: 'open', label: t('toContact'), to: `/contacts/${contactId}` } : undefined;
  };
};
