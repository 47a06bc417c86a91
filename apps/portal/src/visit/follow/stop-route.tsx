import { useT } from '../../i18n/use-t';
import { AskedFirst } from './asked-first';
import { neverAgain } from './follow.api';

/** "Not you? Never again": ends all automatic messages to this address. */
export function StopRoute({ token }: { token: string | null }) {
  const t = useT('visit');
  const words = {
    title: t('stop.title'),
    text: t('stop.text'),
    yes: t('stop.yes'),
    done: t('stop.done'),
    gone: t('stop.gone'),
  };
  return <AskedFirst link={token} words={words} onYes={neverAgain} />;
}
