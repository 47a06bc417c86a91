import { VisuallyHidden } from '@mantine/core';
import type { CaseRow } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../ui/data-list/types';
import { StateBadge } from '../../ui/state-badge';
import { TimeAgo } from '../../ui/time-ago';
import { PRIORITY_TONES, STATUS_TONES } from './case-words';
import classes from './cases.module.css';
import { SourceMark } from './source-mark';

/** Unread is weight for the eye and a word for the ear. */
const Subject = ({ row }: { row: CaseRow }) => {
  const { t } = useTranslation('cases');
  return (
    <span className={classes.subject} data-unread={row.isUnread || undefined}>
      {row.isUnread ? <VisuallyHidden>{t('unread')}: </VisuallyHidden> : null}
      <span className={classes.number}>#{row.number}</span> {row.subject}
    </span>
  );
};

/** What matters on top, where it belongs below: two even lines a row, however long the names. */
const TwoLines = ({ first, second }: { first: string; second: string | null | undefined }) => (
  <span className={classes.twoLines}>
    {first}
    {second ? <span className={classes.quiet}>{second}</span> : null}
  </span>
);

export const useCaseColumns = (): readonly [Column<CaseRow>, ...Column<CaseRow>[]] => {
  const { t } = useTranslation('cases');
  return [
    { id: 'subject', header: t('column.subject'), width: '22%', render: (row) => <Subject row={row} /> },
    {
      id: 'status',
      header: t('column.status'),
      width: '140px',
      render: (row) => <StateBadge tone={STATUS_TONES[row.status]}>{t(`status.${row.status}`)}</StateBadge>,
    },
    {
      id: 'priority',
      header: t('column.priority'),
      width: '95px',
      render: (row) =>
        row.priority === 'normal' ? (
          t('priority.normal')
        ) : (
          <StateBadge tone={PRIORITY_TONES[row.priority]}>{t(`priority.${row.priority}`)}</StateBadge>
        ),
    },
    {
      id: 'customer',
      header: t('column.customer'),
      width: '15%',
      render: (row) => <TwoLines first={row.customer.name} second={row.contact?.name ?? row.reporterName} />,
    },
    {
      id: 'device',
      header: t('column.device'),
      width: '13%',
      render: ({ device, deployment }) =>
        device ? <TwoLines first={device} second={deployment?.name} /> : (deployment?.name ?? '–'),
    },
    { id: 'source', header: t('column.source'), width: '90px', render: (row) => <SourceMark source={row.source} /> },
    {
      id: 'assignee',
      header: t('column.assignee'),
      width: '110px',
      render: (row) => row.assignee?.name ?? <span className={classes.quiet}>{t('nobody')}</span>,
    },
    { id: 'activity', header: t('column.activity'), width: '130px', render: (row) => <TimeAgo at={row.activityAt} /> },
    {
      id: 'created',
      header: t('column.created'),
      isForWideScreens: true,
      isHiddenAtFirst: true,
      render: (row) => <TimeAgo at={row.createdAt} />,
    },
  ];
};
