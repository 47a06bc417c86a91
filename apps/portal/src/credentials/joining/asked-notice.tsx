import { useLocation } from 'react-router-dom';
import { useT } from '../../i18n/use-t';
import { paths } from '../../lib/paths';
import { ButtonLink } from '../../ui/button-link';
import { Notice } from '../../ui/notice';

/** On every page until the person has answered. */
export function AskedNotice() {
  const t = useT('joining');
  const { pathname } = useLocation();
  if (pathname === paths.joining) return null;
  return (
    <Notice tone="quiet" icon="help">
      <p>{t('notice')}</p>
      <div className="mt-2">
        <ButtonLink to={paths.joining}>{t('look')}</ButtonLink>
      </div>
    </Notice>
  );
}
