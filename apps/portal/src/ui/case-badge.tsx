import type { CaseStatus } from '@latchkey/api-client';
import type { IconName } from './icon';
import { StateBadge, type Tone } from './state-badge';

const LOOKS: Record<CaseStatus, [Tone, IconName]> = {
  open: ['accent', 'clock'],
  waiting: ['warn', 'message'],
  solved: ['good', 'check'],
  closed: ['quiet', 'lock'],
};

/** How a case stands. The word is the page's: who reads it decides whom a waiting case waits for. */
export function CaseBadge({ status, children }: { status: CaseStatus; children: string }) {
  const [tone, icon] = LOOKS[status];
  return (
    <StateBadge tone={tone} icon={icon}>
      {children}
    </StateBadge>
  );
}
