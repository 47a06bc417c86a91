import type { Contact } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { relativeTime } from '../../lib/format';
import { useNow } from '../../lib/now';
import { StateBadge } from '../../ui/state-badge';
import { accessWords } from './contact-words';

/** Minutes that are left read better than a clock time: "12 minutes left" needs no arithmetic. */
const MINUTE_MS = 60_000;

export const AccessBadge = ({ contact }: { contact: Contact }) => {
  const { t, i18n } = useTranslation('contacts');
  const now = useNow();
  const { tone, word, note, at, isWait } = accessWords(contact);
  const minutes = at ? Math.max(1, Math.ceil((Date.parse(at) - now) / MINUTE_MS)) : 0;
  const when = at && !isWait ? ` ${relativeTime(at, now, i18n.language)}` : '';
  return (
    <StateBadge tone={tone} note={note ? t(note, { minutes, count: minutes }) : undefined}>
      {t(word)}
      {when}
    </StateBadge>
  );
};
