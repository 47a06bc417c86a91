import { useLanguage } from '../i18n/language';
import { useT } from '../i18n/use-t';
import { useCompany } from '../lib/company';
import { formatDateTime } from '../lib/format';
import type { Submission } from '../lib/loadable';
import { paths } from '../lib/paths';
import { Button } from '../ui/button';
import { ButtonLink } from '../ui/button-link';
import { Card, PageTitle } from '../ui/card';
import { CompanyContacts } from '../ui/company-contacts';
import { FailedState } from '../ui/failed-state';
import { DidThisHelp } from './did-this-help';

/** Why an invitation lets nobody in any more; whoever holds its link is told (S4.11). */
export type LinkEnd = { why: 'used' | 'revoked' | 'expired' } | { why: 'replaced'; sentAt: string };

interface LinkEndedProps {
  end: LinkEnd;
  /** Of asking for a new one. */
  asking: Submission;
  onAsk: () => void;
  /** The newer message has a code of its own. */
  onCode: () => void;
}

/** What became of this link, and the way on: the newest message, sign-in, or a word to the company. */
export function LinkEnded({ end, asking, onAsk, onCode }: LinkEndedProps) {
  const t = useT('first-steps');
  const language = useLanguage();
  const company = useCompany()?.name ?? '';
  const time = end.why === 'replaced' ? formatDateTime(new Date(end.sentAt), language) : '';
  if (asking.status === 'done') return <Asked />;
  const isUsed = end.why === 'used';
  const signIn = (
    <ButtonLink to={paths.signIn} {...(isUsed && { look: 'primary' as const })}>
      {t('activation.toSignIn')}
    </ButtonLink>
  );
  return (
    <>
      <PageTitle title={t(`end.${end.why}.title`)}>{t(`end.${end.why}.text`, { company, time })}</PageTitle>
      {asking.status === 'failed' && <FailedState title={t('end.askFailed')} failure={asking.failure} />}
      {!isUsed && (
        <Button look="primary" wide isBusy={asking.status === 'busy'} onClick={onAsk}>
          {t(asking.status === 'busy' ? 'activation.busy' : 'end.ask')}
        </Button>
      )}
      {!isUsed && <Button onClick={onCode}>{t('end.code')}</Button>}
      {signIn}
      <Help />
      <DidThisHelp place="link_ended" />
    </>
  );
}

function Asked() {
  const t = useT('first-steps');
  const company = useCompany()?.name ?? '';
  return (
    <>
      <PageTitle title={t('end.askedTitle')}>{t('end.asked', { company })}</PageTitle>
      <ButtonLink to={paths.signIn}>{t('activation.toSignIn')}</ButtonLink>
      <Help />
    </>
  );
}

function Help() {
  const app = useT('app');
  return (
    <Card title={app('help.title')}>
      <CompanyContacts />
    </Card>
  );
}
