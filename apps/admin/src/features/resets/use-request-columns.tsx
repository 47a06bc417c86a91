import { Anchor } from '@mantine/core';
import type { ResetRequest } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useCan } from '../../app/session';
import { ResetState } from '../../shared/resets/reset-state';
import { FixButton } from '../../shared/resets/use-reset-fix';
import type { MenuAction } from '../../ui/action-menu';
import type { Column } from '../../ui/data-list/types';
import { TimeAgo } from '../../ui/time-ago';

type Columns = readonly [Column<ResetRequest>, ...Column<ResetRequest>[]];

export const useRequestColumns = (fixOf: (request: ResetRequest) => MenuAction | undefined): Columns => {
  const { t } = useTranslation('resets');
  const can = useCan();
  const sentTo = ({ id, sentTo: to, mode }: ResetRequest) => {
    if (!to) return '–';
    const title = mode ? t(`mode.${mode}`) : undefined;
    if (!can('notification:read')) return to;
    return (
      <Anchor component={Link} to={`/outbox?open=${id}`} title={title} inherit>
        {to}
      </Anchor>
    );
  };
  return [
    {
      id: 'person',
      header: t('column.person'),
      width: '190px',
      render: ({ contactId, contactName, customerName }) =>
        contactId ? [contactName ?? t('nameless'), customerName].filter(Boolean).join(' · ') : t('nobody'),
    },
    { id: 'at', header: t('column.at'), width: '130px', render: ({ createdAt }) => <TimeAgo at={createdAt} /> },
    { id: 'state', header: t('column.state'), render: (request) => <ResetState request={request} /> },
    { id: 'sentTo', header: t('column.sentTo'), width: '200px', render: sentTo },
    {
      id: 'fix',
      header: t('column.fix'),
      width: '220px',
      render: (request) => {
        const fix = fixOf(request);
        return fix ? <FixButton fix={fix} /> : '–';
      },
    },
  ];
};
