import { useEffect } from 'react';
import { useT } from '../i18n/use-t';
import { announce } from '../lib/announce';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

export function CompanyChangedNotice({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useT('app');
  const text = t('customer.changedElsewhere', { name });
  useEffect(() => announce(text), [text]);
  return (
    <Notice tone="quiet" icon="swap" title={t('customer.changedTitle')}>
      <p>{text}</p>
      <div className="mt-2">
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
    </Notice>
  );
}
