import type { Notification } from '@latchkey/api-client';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';
import type { Column } from '../../ui/data-list/types';
import { StateBadge } from '../../ui/state-badge';
import { TimeAgo } from '../../ui/time-ago';
import { STATE_TONES } from './outbox-words';

/** The server's words say why it is not with its receiver. */
const HAS_REASON: ReadonlySet<Notification['state']> = new Set(['refused', 'failed', 'bounced', 'queued']);

export const MessageState = ({ message, isShort = false }: { message: Notification; isShort?: boolean }) => {
  const { t } = useTranslation('outbox');
  const isBad = HAS_REASON.has(message.state);
  return (
    <StateBadge tone={STATE_TONES[message.state]} isFinal note={isBad && !isShort ? message.lastError : null}>
      {t(`state.${message.state}`)}
    </StateBadge>
  );
};

const smsFacts = ({ channel, smsParts }: Notification, t: TFunction<'outbox'>): string[] =>
  channel === 'sms' ? [smsParts === null ? t('sms') : `${t('sms')}, ${t('sms:parts', { count: smsParts })}`] : [];

export const useOutboxColumns = (): readonly [Column<Notification>, ...Column<Notification>[]] => {
  const { t } = useTranslation('outbox');
  const { phone } = useFormat();
  return [
    { id: 'to', header: t('column.to'), render: (row) => (row.channel === 'sms' ? phone(row.to) : row.to) },
    {
      id: 'kind',
      header: t('column.kind'),
      width: '180px',
      render: (row) => [t(`kind.${row.kind}`, { defaultValue: row.kind }), ...smsFacts(row, t)].join(' · '),
    },
    { id: 'state', header: t('column.state'), render: (row) => <MessageState message={row} /> },
    {
      id: 'person',
      header: t('column.person'),
      render: (row) => [row.contactName, row.customerName].filter(Boolean).join(' · ') || '–',
    },
    { id: 'at', header: t('column.at'), width: '140px', render: (row) => <TimeAgo at={row.createdAt} /> },
    {
      id: 'attempts',
      header: t('column.attempts'),
      width: '90px',
      align: 'end',
      isForWideScreens: true,
      isHiddenAtFirst: true,
      render: (row) => row.attempts,
    },
    {
      id: 'by',
      header: t('column.by'),
      width: '130px',
      isForWideScreens: true,
      render: (row) => row.createdByName ?? t('system'),
    },
  ];
};
