import { Anchor, Text } from '@mantine/core';
import type { ResetRequest } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useCan } from '../../app/session';
import { useFormat } from '../../lib/use-format';
import { ResetState } from '../../shared/resets/reset-state';
import { FixButton } from '../../shared/resets/use-reset-fix';
import type { MenuAction } from '../../ui/action-menu';
import type { Column } from '../../ui/data-list/types';
import { TimeAgo } from '../../ui/time-ago';

/** The SMS beside the e-mail, with what became of it where that is not good. */
const SmsBeside = ({ sms: { id, to, state, error } }: { sms: NonNullable<ResetRequest['sms']> }) => {
  const { t } = useTranslation('resets');
  const { phone } = useFormat();
  const can = useCan();
  const text = t('sms', { to: phone(to) });
  const isLost = error !== null && ['refused', 'failed', 'bounced'].includes(state);
  return (
    <Text size="sm" title={error ?? undefined}>
      {can('notification:read') ? (
        <Anchor component={Link} to={`/outbox?open=${id}`} inherit>
          {text}
        </Anchor>
      ) : (
        text
      )}
      {isLost ? `: ${error}` : null}
    </Text>
  );
};

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
    {
      id: 'sentTo',
      header: t('column.sentTo'),
      width: '200px',
      render: (request) => (
        <>
          {sentTo(request)}
          {request.sms ? <SmsBeside sms={request.sms} /> : null}
        </>
      ),
    },
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
