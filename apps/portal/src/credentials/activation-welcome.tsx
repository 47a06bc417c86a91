import { formatPhone } from '@latchkey/api-client/phone';
import { useLanguage } from '../i18n/language';
import { useT } from '../i18n/use-t';
import { formatDateTime } from '../lib/format';
import { Button } from '../ui/button';
import { Card, PageTitle } from '../ui/card';
import { getsPin, hasChoice, type InvitationView } from './invitation-view';

interface ActivationWelcomeProps {
  invitation: InvitationView;
  isBusy: boolean;
  onContinue: () => void;
}

/** Who invites whom to what, and what the button does. */
export function ActivationWelcome({ invitation, isBusy, onContinue }: ActivationWelcomeProps) {
  const t = useT('first-steps');
  const language = useLanguage();
  const names = { company: invitation.companyName, customer: invitation.customerName };
  return (
    <>
      <PageTitle title={t('activation.title', names)} />
      <Card>
        {invitation.personName && <p>{t('activation.greeting', { name: invitation.personName })}</p>}
        <p>
          {invitation.inviterName
            ? t('activation.text', { ...names, inviter: invitation.inviterName })
            : t('activation.textNoInviter', names)}
        </p>
        <p>{t('activation.whatYouCan')}</p>
        <LoginIds ids={invitation.loginIds} />
        <p>{t(nextStep(invitation))}</p>
        <Button look="primary" wide isBusy={isBusy} onClick={onContinue}>
          {t(isBusy ? 'activation.busy' : 'activation.next')}
        </Button>
        <p className="text-[0.9375rem] text-quiet">
          {t('activation.validUntil', { time: formatDateTime(new Date(invitation.expiresAt), language) })}
        </p>
      </Card>
    </>
  );
}

function nextStep(invitation: InvitationView) {
  if (hasChoice(invitation)) return 'activation.whatNext';
  return getsPin(invitation) ? 'activation.whatNextNewPin' : 'activation.whatNextNoPin';
}

function LoginIds({ ids }: { ids: readonly string[] }) {
  const t = useT('first-steps');
  if (ids.length === 0) return null;
  return (
    <div className="rounded-lg bg-sunken px-4 py-3">
      <p className="text-[0.9375rem] text-quiet">{t('activation.loginIds')}</p>
      {ids.map((id) => (
        <p key={id} className="font-semibold break-all">
          <bdi>{formatPhone(id)}</bdi>
        </p>
      ))}
    </div>
  );
}
