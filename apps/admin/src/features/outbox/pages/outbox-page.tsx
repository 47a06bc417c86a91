import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { useLiveRefresh } from '../../../app/live';
import { useCan } from '../../../app/session';
import { useListParams } from '../../../lib/use-list-params';
import { OutboxTabs } from '../../../shared/resets/outbox-tabs';
import { DataList } from '../../../ui/data-list/data-list';
import { listQuery } from '../../../ui/data-list/list-query';
import { EmptyState } from '../../../ui/empty-state';
import { PageHeader } from '../../../ui/page-header';
import { DeliveryNote } from '../delivery-note';
import { MessageDrawer } from '../message-drawer';
import { OutboxFilters } from '../outbox-filters';
import { toOutboxQuery } from '../outbox-words';
import { OUTBOX_EVENTS, OUTBOX_LISTS, useOutbox } from '../outbox.api';
import { useMessageMenu } from '../use-message-menu';
import { useOutboxColumns } from '../use-outbox-columns';

const SPEC = { filters: ['state', 'kind', 'contact', 'customer', 'case'] };
const OPEN = 'open';

export const OutboxPage = () => {
  const { t } = useTranslation('outbox');
  const can = useCan();
  const params = useListParams(SPEC);
  const [address, setAddress] = useSearchParams();
  const result = useOutbox(toOutboxQuery(params.filters, params.search));
  const menuOf = useMessageMenu();
  useLiveRefresh(OUTBOX_EVENTS, OUTBOX_LISTS);

  const withOpen = (id: string | null): URLSearchParams => {
    const next = new URLSearchParams(address);
    if (id) next.set(OPEN, id);
    else next.delete(OPEN);
    return next;
  };

  return (
    <>
      <PageHeader title={t('title')} />
      <OutboxTabs />
      <DeliveryNote delivery={result.data?.pages[0]?.delivery} />
      <DataList
        id="outbox"
        label={t('title')}
        query={listQuery(result)}
        columns={useOutboxColumns()}
        rowId={(row) => row.id}
        rowName={(row) => `${row.to}, ${t(`kind.${row.kind}`, { defaultValue: row.kind })}`}
        rowHref={(row) => `/outbox?${withOpen(row.id)}`}
        onQuickLook={(row) => setAddress(withOpen(row.id))}
        rowActions={can('notification:retry') ? menuOf : undefined}
        filters={<OutboxFilters params={params} />}
        isFiltered={params.isFiltered}
        onClearFilters={params.clear}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
      />
      <MessageDrawer id={address.get(OPEN)} onClose={() => setAddress(withOpen(null), { replace: true })} />
    </>
  );
};
