import { formatPhone } from '@latchkey/api-client/phone';
import { useT } from '../i18n/use-t';
import type { Submission } from '../lib/loadable';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { StateBadge } from '../ui/state-badge';
import { SubmissionNotice } from '../ui/submission-notice';
import { CodeForm } from './code-form';

export interface OwnPhone {
  e164: string;
  isVerified: boolean;
}

export interface OwnPhonesProps {
  /** Those that can receive an SMS. */
  phones: readonly OwnPhone[];
  /** The number that a code was sent to. */
  codeSentTo: string | null;
  sending: Submission;
  confirming: Submission;
  onAsk: (phone: string) => void;
  onConfirm: (phone: string, code: string) => void;
}

/** Shows which numbers are proven, and proves one with a code by SMS (D9). */
export function OwnPhones({ phones, codeSentTo, sending, confirming, onAsk, onConfirm }: OwnPhonesProps) {
  const t = useT('profile');
  const isBusy = sending.status === 'busy';
  const isOpen = (phone: OwnPhone): boolean => !phone.isVerified && phone.e164 === codeSentTo;
  return (
    <Card title={t('phone.title')}>
      {phones.some((phone) => !phone.isVerified) && <p className="text-quiet">{t('phone.lead')}</p>}
      <ul className="divide-y divide-line">
        {phones.map((phone) => (
          <li key={phone.e164} className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0">
            <bdi className="font-semibold">{formatPhone(phone.e164)}</bdi>
            <PhoneState phone={phone} isAsked={isOpen(phone)} isBusy={isBusy} onAsk={onAsk} />
            {isOpen(phone) && (
              <CodeForm
                texts={{
                  label: t('phone.code'),
                  hint: t('phone.codeHint', { phone: formatPhone(phone.e164) }),
                  check: t('phone.check'),
                  again: t(isBusy ? 'phone.sending' : 'phone.again'),
                  failed: t('phone.notConfirmed'),
                }}
                submission={confirming}
                isSending={isBusy}
                onAgain={() => onAsk(phone.e164)}
                onSubmit={(code) => onConfirm(phone.e164, code)}
              />
            )}
          </li>
        ))}
      </ul>
      {sending.status === 'failed' && <SubmissionNotice submission={sending} done="" failed={t('phone.notSent')} />}
      {confirming.status === 'done' && codeSentTo === null && (
        <SubmissionNotice submission={confirming} done={t('phone.done')} failed="" />
      )}
    </Card>
  );
}

interface PhoneStateProps {
  phone: OwnPhone;
  isAsked: boolean;
  isBusy: boolean;
  onAsk: (phone: string) => void;
}

function PhoneState({ phone: { e164, isVerified }, isAsked, isBusy, onAsk }: PhoneStateProps) {
  const t = useT('profile');
  if (isVerified)
    return (
      <StateBadge tone="good" icon="check">
        {t('phone.confirmed')}
      </StateBadge>
    );
  if (isAsked) return null;
  return (
    <Button aria-label={t('phone.confirmNamed', { phone: e164 })} isBusy={isBusy} onClick={() => onAsk(e164)}>
      {t(isBusy ? 'phone.sending' : 'phone.confirm')}
    </Button>
  );
}
