import { useT } from '../i18n/use-t';
import { DeadEnd } from '../ui/dead-end';

/** An address that is none, or lost its secret: the code on the machine brings the person back. */
export function ScanAgain() {
  const t = useT('visit-start');
  return <DeadEnd title={t('again.title')} text={t('again.text')} help={t('again.help')} />;
}
