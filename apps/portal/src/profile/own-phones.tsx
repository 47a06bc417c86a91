import { useState, type FormEvent } from 'react';
import { useT } from '../i18n/use-t';
import type { Submission } from '../lib/loadable';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { TextField } from '../ui/field';
import { StateBadge } from '../ui/state-badge';
import { SubmissionNotice } from '../ui/submission-notice';

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
            <bdi className="font-semibold">{phone.e164}</bdi>
            <PhoneState phone={phone} isAsked={isOpen(phone)} isBusy={isBusy} onAsk={onAsk} />
            {isOpen(phone) && (
              <CodeForm
                phone={phone.e164}
                submission={confirming}
                isSending={isBusy}
                onAsk={onAsk}
                onSubmit={onConfirm}
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

interface CodeFormProps {
  phone: string;
  submission: Submission;
  isSending: boolean;
  onAsk: (phone: string) => void;
  onSubmit: (phone: string, code: string) => void;
}

const isWhole = (code: string): boolean => code.replace(/\D/g, '').length === 6;

function CodeForm({ phone, submission, isSending, onAsk, onSubmit }: CodeFormProps) {
  const t = useT('profile');
  const [code, setCode] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (isWhole(code)) onSubmit(phone, code);
  };
  return (
    <form noValidate onSubmit={submit} className="flex w-full flex-col gap-3">
      <TextField
        label={t('phone.code')}
        hint={t('phone.codeHint', { phone })}
        error={isChecked && !isWhole(code) ? t('phone.codeWrong') : null}
        type="text"
        name="code"
        dir="ltr"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        value={code}
        onChange={setCode}
      />
      {submission.status === 'failed' && (
        <SubmissionNotice submission={submission} done="" failed={t('phone.notConfirmed')} />
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" isBusy={submission.status === 'busy'}>
          {t('phone.check')}
        </Button>
        <Button isBusy={isSending} onClick={() => onAsk(phone)}>
          {t(isSending ? 'phone.sending' : 'phone.again')}
        </Button>
      </div>
    </form>
  );
}
