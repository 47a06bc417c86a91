import { useT } from '../i18n/use-t';
import type { IconName } from '../ui/icon';
import { StateBadge, type Tone } from '../ui/state-badge';
import type { CaseStatus } from './case-view';

const LOOKS: Record<CaseStatus, [Tone, IconName]> = {
  open: ['accent', 'clock'],
  waiting: ['warn', 'message'],
  solved: ['good', 'check'],
  closed: ['quiet', 'lock'],
};

export function CaseStatusBadge({ status }: { status: CaseStatus }) {
  const t = useT('cases');
  const [tone, icon] = LOOKS[status];
  return (
    <StateBadge tone={tone} icon={icon}>
      {t(`status.${status}`)}
    </StateBadge>
  );
}
