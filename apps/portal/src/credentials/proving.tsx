import { useT } from '../i18n/use-t';
import { Notice } from '../ui/notice';

/** Nothing is to be done: the request goes on by itself (D6). */
export function Proving() {
  const t = useT('proof');
  return (
    <Notice tone="quiet" icon="clock" title={t('title')}>
      <p>{t('text')}</p>
    </Notice>
  );
}
