import type { Contact } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../ui/reason-dialog';
import { nameOf } from './contact-words';
import { liftLock, usePeopleAct } from './people.api';

/** Whoever guessed may guess again: why it is lifted all the same is asked, and kept (D6). */
export const LiftLockDialog = ({ contact, onClose }: { contact: Contact; onClose: () => void }) => {
  const { t } = useTranslation('contacts');
  const act = usePeopleAct();
  const name = nameOf(contact, t);
  return (
    <ReasonDialog
      onClose={onClose}
      onConfirm={(reason) => act(() => liftLock(contact.id, reason))}
      done={t('done.lockLifted', { name })}
      title={t('lift.title', { name })}
      text={t('lift.text')}
      label={t('lift.reason')}
      help={t('lift.reasonHelp')}
      confirmLabel={t('action.liftLock')}
    />
  );
};
