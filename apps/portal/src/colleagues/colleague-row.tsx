import type { Colleague } from '@latchkey/api-client';
import { useLanguage } from '../i18n/language';
import { useT } from '../i18n/use-t';
import { formatDate } from '../lib/format';
import { Button } from '../ui/button';
import type { IconName } from '../ui/icon';
import { StateBadge, type Tone } from '../ui/state-badge';

const LOOKS: Record<Colleague['state'], { tone: Tone; icon: IconName }> = {
  active: { tone: 'good', icon: 'check' },
  invited: { tone: 'accent', icon: 'mail' },
  expired: { tone: 'warn', icon: 'clock' },
  bounced: { tone: 'bad', icon: 'alert' },
  ended: { tone: 'quiet', icon: 'close' },
};

interface ColleagueRowProps {
  one: Colleague;
  isReading: boolean;
  isBusy: boolean;
  onResend: () => void;
  onRights: () => void;
  onRemove: () => void;
}

export function ColleagueRow(props: ColleagueRowProps) {
  const { one } = props;
  const t = useT('colleagues');
  const name = one.name || t('nameless');
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
      <div className="flex min-w-0 flex-col items-start gap-1">
        <bdi className="font-semibold break-words">{one.isYourself ? t('yourself', { name }) : name}</bdi>
        {one.email && one.email !== one.name && <bdi className="text-quiet break-all">{one.email}</bdi>}
        <State one={one} />
      </div>
      {!props.isReading && one.allowedActions.length > 0 && <Acts {...props} name={name} />}
    </li>
  );
}

function Acts({ one, isBusy, onResend, onRights, onRemove, name }: ColleagueRowProps & { name: string }) {
  const t = useT('colleagues');
  const allowed = one.allowedActions;
  return (
    <div className="ms-auto -me-4 flex flex-wrap justify-end gap-1">
      {allowed.includes('resend') && (
        <Button isBusy={isBusy} aria-label={t('resendNamed', { name })} onClick={onResend}>
          {t('resend')}
        </Button>
      )}
      {allowed.includes('change_rights') && (
        <Button look="plain" isBusy={isBusy} aria-label={t('changeRightsNamed', { name })} onClick={onRights}>
          {t('changeRights')}
        </Button>
      )}
      {allowed.includes('remove') && (
        <Button look="plain" isBusy={isBusy} aria-label={t('removeNamed', { name })} onClick={onRemove}>
          {t('remove')}
        </Button>
      )}
    </div>
  );
}

function State({ one: { state, until, invitedBy } }: { one: Colleague }) {
  const t = useT('colleagues');
  const language = useLanguage();
  const date = until ? formatDate(new Date(until), language) : undefined;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.9375rem] text-quiet">
      <StateBadge {...LOOKS[state]}>{t(`state.${state}`)}</StateBadge>
      {state === 'invited' && date && <span>{t('until', { date })}</span>}
      {state === 'bounced' && <span>{t('bouncedText')}</span>}
      {invitedBy && <span>{t('invitedBy', { name: invitedBy })}</span>}
    </div>
  );
}
