import { useT } from '../../i18n/use-t';
import { paths } from '../../lib/paths';
import { Button } from '../../ui/button';
import { ButtonLink } from '../../ui/button-link';
import { PageTitle } from '../../ui/card';
import { CannotGetIn } from '../cannot-get-in';

export function ResetDone() {
  const t = useT('resets');
  const activation = useT('first-steps');
  return (
    <>
      <PageTitle title={t('saved.title')}>{t('saved.text')}</PageTitle>
      <ButtonLink to={paths.signIn} look="primary">
        {activation('activation.toSignIn')}
      </ButtonLink>
    </>
  );
}

/** Used, replaced, expired and never made look the same. */
export function ResetUnusable({ onAskAgain }: { onAskAgain: () => void }) {
  const t = useT('resets');
  const activation = useT('first-steps');
  return (
    <>
      <PageTitle title={activation('activation.unusableTitle')}>{t('unusable')}</PageTitle>
      <Button look="primary" onClick={onAskAgain}>
        {t('askAgain')}
      </Button>
      <ButtonLink to={paths.signIn}>{activation('activation.toSignIn')}</ButtonLink>
      <CannotGetIn />
    </>
  );
}
