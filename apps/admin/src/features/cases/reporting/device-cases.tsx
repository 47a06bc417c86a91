import { Anchor, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useNow } from '../../../lib/now';
import { Loaded } from '../../../ui/loaded';
import { TimeAgo } from '../../../ui/time-ago';
import { caseSearchOptions } from '../cases.api';
import classes from '../cases.module.css';

const YEAR_MS = 365 * 86_400_000;
const MOST_SHOWN = 5;

/** What else was reported for this machine in the last 12 months. */
export const DeviceCases = ({ caseId, deviceId }: { caseId: string; deviceId: string }) => {
  const { t } = useTranslation('cases');
  const now = useNow();
  const cases = useQuery(caseSearchOptions({ deviceId, limit: 50 }));
  return (
    <section aria-labelledby="same-device">
      <Title order={3} id="same-device" mb={6}>
        {t('sameDevice.title')}
      </Title>
      <Loaded query={cases}>
        {(rows) => {
          const others = rows.filter(({ id, createdAt }) => id !== caseId && now - Date.parse(createdAt) < YEAR_MS);
          if (others.length === 0) return <Text c="dimmed">{t('sameDevice.none')}</Text>;
          return (
            <>
              <ul className={classes.lines}>
                {others.slice(0, MOST_SHOWN).map(({ id, number, subject, status, createdAt }) => (
                  <li key={id}>
                    <Anchor component={Link} to={`/cases/${id}`}>
                      #{number} {subject}
                    </Anchor>
                    <Text size="sm" c="dimmed">
                      {t(`status.${status}`)} · <TimeAgo at={createdAt} />
                    </Text>
                  </li>
                ))}
              </ul>
              {others.length > MOST_SHOWN ? (
                <Anchor component={Link} to={`/cases?device=${deviceId}`} size="sm">
                  {t('sameDevice.all')}
                </Anchor>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </section>
  );
};
