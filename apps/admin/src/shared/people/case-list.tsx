import type { CaseRow } from '@latchkey/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataList } from '../../ui/data-list/data-list';
import { listQuery } from '../../ui/data-list/list-query';
import type { Column } from '../../ui/data-list/types';
import { EmptyState } from '../../ui/empty-state';
import { StateBadge } from '../../ui/state-badge';
import { TimeAgo } from '../../ui/time-ago';
import type { Tone } from '../../theme/tokens';
import { useCaseList } from './people.api';
import { useLiveRefresh } from '../../app/live';

const TONES: Record<CaseRow['status'], Tone> = { open: 'info', waiting: 'wait', solved: 'good', closed: 'quiet' };
const EVENTS = ['case.changed'];
const OPERATIONS = ['listCases'];

const useColumns = (): readonly [Column<CaseRow>, ...Column<CaseRow>[]] => {
  const { t } = useTranslation('contacts');
  return [
    { id: 'subject', header: t('cases.subject'), render: (row) => `${row.number} · ${row.subject}` },
    {
      id: 'status',
      header: t('cases.status'),
      render: (row) => <StateBadge tone={TONES[row.status]}>{t(`cases.${row.status}`)}</StateBadge>,
    },
    { id: 'reporter', header: t('cases.reporter'), render: (row) => row.contact?.name ?? row.reporterName ?? '–' },
    {
      id: 'assignee',
      header: t('cases.assignee'),
      render: (row) => row.assignee?.name ?? '–',
      isForWideScreens: true,
    },
    { id: 'activity', header: t('cases.activity'), render: (row) => <TimeAgo at={row.activityAt} /> },
  ];
};

type CasesOf =
  | { customerId: string }
  | { contactId: string }
  | { deploymentId: string }
  | { deviceId: string; activeSince?: string };

/** The cases of one customer, contact, deployment or device, newest activity first; each leads to its page. */
export const CaseList = ({ empty, ...of }: CasesOf & { empty?: ReactNode }) => {
  const { t } = useTranslation('contacts');
  const result = useCaseList(of);
  const columns = useColumns();
  useLiveRefresh(EVENTS, OPERATIONS);
  return (
    <DataList
      id="cases-of"
      label={t('tab.cases')}
      query={listQuery(result)}
      columns={columns}
      rowId={(row) => row.id}
      rowName={(row) => row.subject}
      rowHref={(row) => `/cases/${row.id}`}
      empty={empty ?? <EmptyState title={t('cases.empty')} text={t('cases.emptyText')} />}
    />
  );
};
