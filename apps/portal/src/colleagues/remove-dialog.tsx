import type { Colleague } from '@latchkey/api-client';
import { useT } from '../i18n/use-t';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

interface RemoveDialogProps {
  colleague: Colleague | undefined;
  onClose: () => void;
  onRemove: (colleague: Colleague) => void;
}

export function RemoveDialog({ colleague, onClose, onRemove }: RemoveDialogProps) {
  const t = useT('colleagues');
  const name = colleague?.name || t('nameless');
  const remove = () => {
    if (colleague) onRemove(colleague);
    onClose();
  };
  return (
    <Dialog
      isOpen={colleague !== undefined}
      title={t('removeTitle', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="danger" onClick={remove}>
            {t('removeNow')}
          </Button>
        </>
      }
    >
      <p>{t(colleague?.state === 'active' ? 'removeActive' : 'removeInvited')}</p>
    </Dialog>
  );
}
