import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { NotProven, useReauthentication } from '../../../app/reauthentication';
import { useAskToAccept } from '../../../shared/credentials/use-ask-to-accept';
import type { PeopleDialogs } from '../../../shared/people/people-dialogs';
import { fetchContact, usePeopleAct } from '../../../shared/people/people.api';
import { useToasts } from '../../../ui/toasts';
import { AT_ONCE, type Fix, type FixAct } from '../access.api';

const PAGES: Partial<Record<FixAct, (fix: Fix, contactId: string) => string>> = {
  edit_contact: (_, contactId) => `/contacts/${contactId}/edit`,
  edit_profile: ({ path }) => `/rights/${path.split('/')[2] ?? ''}`,
  allow_resets: () => '/settings/password-reset',
  set_up_mail: () => '/settings/mail',
  test_mail: () => '/settings/mail',
  set_up_sms: () => '/settings/sms',
  lift_sms_stop: () => '/settings/sms',
  open_deployment_portal: ({ path }) => `/deployments/${path.split('/')[2] ?? ''}/portal`,
};

const DIALOGS = {
  send_credentials: 'send',
  give_access: 'give',
  issue_pin: 'issuePin',
  set_password: 'setPassword',
} as const;

interface Fixing {
  fix: (fix: Fix) => Promise<void>;
  /** Render it: it asks for the password again. */
  dialog: ReactNode;
}

/** Presses a fix: at once, in its dialog, or on its page. The check looks again by itself afterwards. */
export const useFix = (contactId: string, dialogs: PeopleDialogs): Fixing => {
  const { t } = useTranslation('access');
  const navigate = useNavigate();
  const act = usePeopleAct();
  const askToAccept = useAskToAccept();
  const toast = useToasts();
  const proof = useReauthentication();

  const press = async (fix: Fix): Promise<void> => {
    const page = PAGES[fix.act]?.(fix, contactId);
    if (page) return navigate(page);
    if (fix.act === 'ask_again') return askToAccept(contactId, fix.body?.['strategy'] === 'sms' ? 'sms' : 'email');
    try {
      const atOnce = AT_ONCE[fix.act];
      if (atOnce) {
        await act(() => proof.run(() => atOnce(fix, t('reason'))));
        toast.done(t('done'));
        return;
      }
      const kind = DIALOGS[fix.act as keyof typeof DIALOGS];
      const contact = await fetchContact(contactId);
      dialogs.open(kind === 'send' ? { kind, to: { contacts: [contact] } } : { kind, contact });
    } catch (problem) {
      if (!(problem instanceof NotProven)) toast.failed(problem);
    }
  };
  return { fix: press, dialog: proof.dialog };
};
