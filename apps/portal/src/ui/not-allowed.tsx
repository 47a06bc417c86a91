import { useProblemText, useT } from '../i18n/use-t';
import { paths } from '../lib/paths';
import { ButtonLink } from './button-link';
import { DeadEnd } from './dead-end';

/** A page whose right was taken away, or never given: a calm sentence, and whom to ask. */
export function NotAllowed() {
  const t = useT('app');
  const inside = useT('inside');
  const problemText = useProblemText();
  return (
    <>
      <DeadEnd title={t('notAllowed')} text={problemText('access.denied')} help={t('help.title')} />
      <ButtonLink to={paths.home}>{inside('notFound.home')}</ButtonLink>
    </>
  );
}
