import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import type { Column } from '../../ui/data-list/types';
import { StateBadge } from '../../ui/state-badge';
import { TimeAgo } from '../../ui/time-ago';
import type { AccessReportRow } from './reports.api';

const TONES = { can: 'good', waiting: 'wait', cannot: 'bad' } as const;

type Columns = readonly [Column<AccessReportRow>, ...Column<AccessReportRow>[]];

export const useReportColumns = (hasCustomer: boolean): Columns => {
  const { t } = useTranslation('reports');
  const customer: Column<AccessReportRow> = {
    id: 'customer',
    header: t('column.customer'),
    render: ({ customerId, customerName }) => (
      <Anchor component={Link} to={`/customers/${customerId}`} c="inherit" underline="hover">
        {customerName}
      </Anchor>
    ),
  };
  return [
    { id: 'person', header: t('column.person'), render: ({ name }) => name ?? t('contacts:nameless') },
    ...(hasCustomer ? [customer] : []),
    {
      id: 'access',
      header: t('column.access'),
      render: ({ state, reason }) => (
        <StateBadge tone={TONES[state]} note={reason ? t(`reason.${reason}`) : undefined}>
          {t(`state.${state}`)}
        </StateBadge>
      ),
    },
    {
      id: 'ways',
      header: t('column.ways'),
      render: ({ ways }) => (ways.length > 0 ? ways.map((way) => t(`way.${way}`)).join(', ') : '–'),
    },
    {
      id: 'lastSignIn',
      header: t('column.lastSignIn'),
      width: '150px',
      render: ({ lastSignInAt }) => (lastSignInAt ? <TimeAgo at={lastSignInAt} /> : t('never')),
    },
    { id: 'reset', header: t('column.reset'), render: (row) => <ResetCell row={row} /> },
  ];
};

/** Only who has a password could ask for a new one. */
const ResetCell = ({ row: { state, reason, resetFault } }: { row: AccessReportRow }) => {
  const { t } = useTranslation('reports');
  if (resetFault === 'no_password') return t('resetFault.no_password');
  if (resetFault) return <StateBadge tone="bad">{t(`resetFault.${resetFault}`)}</StateBadge>;
  return state === 'can' || reason === 'locked' ? t('resetPossible') : '–';
};
