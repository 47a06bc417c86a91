import type { CaseStatus } from '@latchkey/api-client';
import { useT } from '../i18n/use-t';
import type { IconName } from '../ui/icon';
import { StateBadge, type Tone } from '../ui/state-badge';

const LOOKS: Record<CaseStatus, [Tone, IconName]> = {
  open: ['accent', 'clock'],
  waiting: ['warn', 'message'],
  solved: ['good', 'check'],
  closed: ['quiet', 'lock'],
};

export function CaseState({ status }: { status: CaseStatus }) {
  const t = useT('visit');
  const [tone, icon] = LOOKS[status];
  return (
    <StateBadge tone={tone} icon={icon}>
      {t(`status.${status}`)}
    </StateBadge>
  );
}
