import { useT } from '../i18n/use-t';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

export function CompanyChangedNotice({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useT('inside');
  const app = useT('app');
  return (
    <Notice tone="quiet" icon="swap" title={t('customer.changedTitle')}>
      <p>{t('customer.changedElsewhere', { name })}</p>
      <div className="mt-2">
        <Button onClick={onClose}>{app('close')}</Button>
      </div>
    </Notice>
  );
}
