import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { useLiveRefresh } from '../../../app/live';
import { useCan } from '../../../app/session';
import { useNow } from '../../../lib/now';
import { useListParams } from '../../../lib/use-list-params';
import { OutboxTabs } from '../../../shared/resets/outbox-tabs';
import { useProvenDownload } from '../../../shared/secrets/use-proven-download';
import { DataList } from '../../../ui/data-list/data-list';
import { listQuery } from '../../../ui/data-list/list-query';
import { EmptyState } from '../../../ui/empty-state';
import { FileMenu } from '../../../ui/file-menu';
import { PageHeader } from '../../../ui/page-header';
import { DeliveryNote } from '../delivery-note';
import { FailureCounts } from '../failure-counts';
import { MessageDrawer } from '../message-drawer';
import { OutboxFilters } from '../outbox-filters';
import { toOutboxQuery } from '../outbox-words';
import { messagesFile, OUTBOX_EVENTS, OUTBOX_LISTS, useOutbox } from '../outbox.api';
import { useMessageMenu } from '../use-message-menu';
import { useOutboxColumns } from '../use-outbox-columns';

const SPEC = { filters: ['state', 'kind', 'contact', 'customer', 'case', 'reason', 'period'] };
const OPEN = 'open';

export const OutboxPage = () => {
  const { t } = useTranslation('outbox');
  const can = useCan();
  const params = useListParams(SPEC);
  const [address, setAddress] = useSearchParams();
  const query = toOutboxQuery(params.filters, params.search, useNow());
  const result = useOutbox(query);
  const file = useProvenDownload();
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
      <PageHeader
        title={t('title')}
        secondary={can('export:run') ? <FileMenu href={messagesFile(query)} save={file.save} /> : null}
      />
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
        filters={
          <>
            <OutboxFilters params={params} />
            <FailureCounts params={params} query={query} />
          </>
        }
        isFiltered={params.isFiltered}
        onClearFilters={params.clear}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
      />
      {file.dialog}
      <MessageDrawer id={address.get(OPEN)} onClose={() => setAddress(withOpen(null), { replace: true })} />
    </>
  );
};
