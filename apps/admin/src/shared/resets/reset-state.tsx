import type { ResetRequest } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../ui/state-badge';
import { RESET_TONES } from './reset-words';

/** What became of a request, why, and the receiving server's own words. */
export const ResetState = ({ request: { state, error } }: { request: ResetRequest }) => {
  const { t } = useTranslation('resets');
  const note = [error, t(`why.${state}`)].filter(Boolean).join(' · ');
  return (
    <StateBadge tone={RESET_TONES[state]} isFinal={state === 'undelivered'} note={note}>
      {t(`state.${state}`)}
    </StateBadge>
  );
};
