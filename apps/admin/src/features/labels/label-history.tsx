import { Button, Text, Title, Tooltip } from '@mantine/core';
import type { Label } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';
import { TimeAgo } from '../../ui/time-ago';
import { LabelState } from './label-state';
import classes from './labels.module.css';

interface LabelHistoryProps {
  label: Label;
  onOpen: (id: string) => void;
}

/** Scans per week, and the labels this device had before. */
export const LabelHistory = ({ label, onOpen }: LabelHistoryProps) => {
  const { t } = useTranslation('labels');
  const others = label.history.filter(({ id }) => id !== label.id);
  return (
    <>
      <section aria-labelledby="scans">
        <Title order={3} id="scans" mb={4}>
          {t('weeks.title')}
        </Title>
        <Weeks weeks={label.weeks} />
      </section>
      {others.length > 0 ? (
        <section aria-labelledby="history">
          <Title order={3} id="history" mb={4}>
            {t('history')}
          </Title>
          <ul className={classes.lines}>
            {others.map((one) => (
              <li key={one.id}>
                <LabelState label={one} />
                <Text size="sm" c="dimmed" component="span" mx={8}>
                  <TimeAgo at={one.createdAt} />
                </Text>
                <Button variant="subtle" size="compact-sm" onClick={() => onOpen(one.id)}>
                  {t('action.open')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
};

const Weeks = ({ weeks }: Pick<Label, 'weeks'>) => {
  const { t } = useTranslation('labels');
  const { date } = useFormat();
  const total = weeks.reduce((sum, { scans }) => sum + scans, 0);
  const most = Math.max(1, ...weeks.map(({ scans }) => scans));
  return (
    <>
      <Text size="sm" c="dimmed" mb={6}>
        {total === 0 ? t('weeks.none') : t('weeks.total', { count: total, most })}
      </Text>
      <ol className={classes.weeks}>
        {weeks.map(({ week, scans }) => {
          const words = t('weeks.one', { count: scans, week: date(week) });
          return (
            <Tooltip key={week} label={words}>
              <li aria-label={words}>
                <span style={{ height: `${(scans / most) * 100}%` }} />
              </li>
            </Tooltip>
          );
        })}
      </ol>
    </>
  );
};
