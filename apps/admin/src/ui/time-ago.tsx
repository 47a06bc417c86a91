import { Tooltip } from '@mantine/core';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { exactTime, relativeTime } from '../lib/format';
import { useNow } from '../lib/now';

/** Inside a long list a time is no stop for the Tab key; the row's page shows it again. */
export const QuietTimes = createContext(false);

/** "2 minutes ago"; the exact time on hover, on focus and for a screen reader. */
export const TimeAgo = ({ at }: { at: string | Date | null | undefined }) => {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const isQuiet = useContext(QuietTimes);
  if (!at) return <span>{t('time.never')}</span>;

  const exact = exactTime(at, i18n.language);
  return (
    <Tooltip label={exact}>
      <time dateTime={new Date(at).toISOString()} tabIndex={isQuiet ? undefined : 0}>
        {relativeTime(at, now, i18n.language)}
      </time>
    </Tooltip>
  );
};
