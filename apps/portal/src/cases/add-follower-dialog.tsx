import { useT } from '../i18n/use-t';
import type { Loadable } from '../lib/loadable';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FailedState } from '../ui/failed-state';
import { TextField } from '../ui/field';
import { Skeleton } from '../ui/skeleton';

export interface Colleague {
  id: string;
  name: string;
}

export interface AddFollowerProps {
  isOpen: boolean;
  onClose: () => void;
  name: string;
  onName: (name: string) => void;
  colleagues: Loadable<readonly Colleague[]>;
  onAdd: (colleague: Colleague) => void;
}

/** One press on a name is all: it can be taken back in the list behind. */
export function AddFollowerDialog({ isOpen, onClose, name, onName, colleagues, onAdd }: AddFollowerProps) {
  const t = useT('cases');
  const add = (colleague: Colleague) => {
    onAdd(colleague);
    onClose();
  };
  return (
    <Dialog
      isOpen={isOpen}
      title={t('followers.add')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('followers.cancel')}</Button>}
    >
      <p className="text-quiet">{t('followers.addText')}</p>
      <TextField label={t('followers.name')} type="search" autoComplete="off" value={name} onChange={onName} />
      <div className="max-h-80 min-h-32 overflow-y-auto" aria-live="polite">
        {colleagues.status === 'loading' && <Skeleton />}
        {colleagues.status === 'failed' && <FailedState failure={colleagues.failure} onRetry={colleagues.onRetry} />}
        {colleagues.status === 'ready' && <Names colleagues={colleagues.data} onAdd={add} />}
      </div>
    </Dialog>
  );
}

function Names({ colleagues, onAdd }: { colleagues: readonly Colleague[]; onAdd: (colleague: Colleague) => void }) {
  const t = useT('cases');
  if (colleagues.length === 0) return <p className="py-3 text-quiet">{t('followers.none')}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {colleagues.map((one) => (
        <li key={one.id}>
          <button
            type="button"
            onClick={() => onAdd(one)}
            className="min-h-12 w-full rounded-lg px-2 py-2 text-start font-semibold text-accent-ink hover:bg-accent-soft"
          >
            <bdi>{one.name}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}
