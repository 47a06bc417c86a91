import { Group, Text, Title, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';
import classes from './traffic-chart.module.css';
import { isNewMonth, scaleEnd, totals, type Week } from './traffic';

/** Half a year of scans and reports, week by week: bars to look at, a table to read out. */
export const TrafficChart = ({ weeks }: { weeks: readonly Week[] }) => {
  const { t } = useTranslation('deployments');
  const { number } = useFormat();
  const { scans, cases } = totals(weeks);
  return (
    <section aria-label={t('traffic.title')}>
      <Title order={2} mb={4}>
        {t('traffic.title')}
      </Title>
      <Group gap="md" mb="sm">
        <Text size="sm">
          <span className={classes.key} data-kind="scans" aria-hidden />
          {t('traffic.scans', { count: scans, number: number(scans) })}
        </Text>
        <Text size="sm">
          <span className={classes.key} data-kind="cases" aria-hidden />
          {t('traffic.cases', { count: cases, number: number(cases) })}
        </Text>
        <Text size="sm" c="dimmed">
          {t('traffic.span')}
        </Text>
      </Group>
      {scans + cases === 0 ? <Text c="dimmed">{t('traffic.empty')}</Text> : <Bars weeks={weeks} />}
      <WeekTable weeks={weeks} />
    </section>
  );
};

const share = (value: number, end: number): string => `${(value / end) * 100}%`;

const Bars = ({ weeks }: { weeks: readonly Week[] }) => {
  const { t, i18n } = useTranslation('deployments');
  const { number, date } = useFormat();
  const end = scaleEnd(Math.max(...weeks.map(({ scans, cases }) => Math.max(scans, cases))));
  const month = new Intl.DateTimeFormat(i18n.language, { month: 'short', timeZone: 'UTC' });
  return (
    <div className={classes.chart} aria-hidden>
      <div className={classes.scale}>
        <span>{number(end)}</span>
        <span>{number(0)}</span>
      </div>
      <div className={classes.weeks}>
        {weeks.map((one, index) => (
          <div
            key={one.week}
            className={classes.week}
            title={t('traffic.week', { date: date(one.week), scans: number(one.scans), cases: number(one.cases) })}
          >
            <div className={classes.bars}>
              <span className={classes.bar} data-kind="scans" style={{ height: share(one.scans, end) }} />
              <span className={classes.bar} data-kind="cases" style={{ height: share(one.cases, end) }} />
            </div>
            <span className={classes.month}>
              {isNewMonth(weeks, index) ? month.format(new Date(`${one.week}T00:00:00Z`)) : ''}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
};

const WeekTable = ({ weeks }: { weeks: readonly Week[] }) => {
  const { t } = useTranslation('deployments');
  const { number, date } = useFormat();
  return (
    <VisuallyHidden>
      <table>
        <caption>{t('traffic.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('traffic.weekOf')}</th>
            <th scope="col">{t('traffic.scansHead')}</th>
            <th scope="col">{t('traffic.casesHead')}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map((one) => (
            <tr key={one.week}>
              <th scope="row">{date(one.week)}</th>
              <td>{number(one.scans)}</td>
              <td>{number(one.cases)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
};
