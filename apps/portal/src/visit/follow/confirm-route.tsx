import { useT } from '../../i18n/use-t';
import type { FollowLink } from '../address';
import { AskedFirst } from './asked-first';
import { confirmAddress } from './follow.api';

export function ConfirmRoute({ link }: { link: FollowLink | null }) {
  const t = useT('visit');
  const words = {
    title: t('confirm.title'),
    text: t('confirm.text'),
    yes: t('confirm.yes'),
    done: t('confirm.done'),
    gone: t('gone.text'),
  };
  return <AskedFirst link={link} words={words} onYes={confirmAddress} />;
}
