import { formatPhone } from '@latchkey/api-client/phone';
import { useT } from '../i18n/use-t';
import { Button } from '../ui/button';
import { Card, PageTitle } from '../ui/card';
import { CopyButton } from '../ui/copy-button';

interface OwnPinProps {
  pin: string;
  phone: string;
  onNoted: () => void;
}

/** The PIN that was just made, this one time: nobody can look it up. */
export function OwnPin({ pin, phone, onNoted }: OwnPinProps) {
  const t = useT('first-steps');
  return (
    <>
      <PageTitle title={t('ownPin.title')} />
      <Card>
        <p>{t('ownPin.text', { phone: formatPhone(phone) })}</p>
        <p className="flex flex-wrap items-center justify-between gap-4 rounded-lg bg-sunken px-4 py-3">
          <bdi className="text-3xl font-semibold tracking-[0.2em] tabular-nums">{pin}</bdi>
          <CopyButton text={pin} />
        </p>
        <Button look="primary" wide onClick={onNoted}>
          {t('ownPin.go')}
        </Button>
      </Card>
    </>
  );
}
