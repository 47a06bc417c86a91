import { useLanguage } from '../i18n/language';
import { formatDateTime, timeAgo } from '../lib/format';
import { useNow } from '../lib/use-now';

/** "2 minutes ago", with the exact time on hover. */
export function TimeAgo({ at }: { at: string }) {
  const language = useLanguage();
  const now = useNow(30_000);
  const date = new Date(at);
  return (
    <time dateTime={at} title={formatDateTime(date, language)}>
      {timeAgo(date, now, language)}
    </time>
  );
}
