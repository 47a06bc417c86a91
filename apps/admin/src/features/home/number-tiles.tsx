import { Skeleton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Dashboard } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useCan } from '../../app/session';
import { useFormat } from '../../lib/use-format';
import { NUMBERS, type HomeNumber } from './numbers';
import classes from './home.module.css';

/** The numbers that matter; each leads to what was counted. */
export const NumberTiles = ({ dashboard }: { dashboard: Dashboard | undefined }) => {
  const { t } = useTranslation('home');
  const can = useCan();
  const isShown = ({ name, permission, isHiddenAtZero }: HomeNumber): boolean =>
    can(permission) && !(isHiddenAtZero && (dashboard?.[name].count ?? 0) === 0);
  return (
    <ul className={classes.numbers} aria-label={t('numbers')}>
      {NUMBERS.filter(isShown).map((number) => (
        <li key={number.name}>
          <NumberTile number={number} value={dashboard?.[number.name]} />
        </li>
      ))}
    </ul>
  );
};

interface NumberTileProps {
  number: HomeNumber;
  value: Dashboard['openCases'] | undefined;
}

const NumberTile = ({ number: { name, to, isTrouble }, value }: NumberTileProps) => {
  const { t } = useTranslation('home');
  const format = useFormat();
  const isBad = isTrouble && (value?.count ?? 0) > 0;
  return (
    <Link to={to} className={classes.number} data-trouble={isBad || undefined}>
      {value ? (
        <span className={classes.figure} data-figures>
          {isBad ? <IconAlertTriangle size={20} aria-hidden /> : null}
          {value.more
            ? t('more', { count: value.count, number: format.number(value.count) })
            : format.number(value.count)}
        </span>
      ) : (
        <Skeleton height={34} width={64} />
      )}
      <span className={classes.label}>{t(`number.${name}`, { count: value?.count ?? 0 })}</span>
    </Link>
  );
};
