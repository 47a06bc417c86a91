import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router-dom';
import { useListParams } from '../../../lib/use-list-params';
import { activityWords } from '../../../shared/activity/activity-words';
import { useProvenDownload } from '../../../shared/secrets/use-proven-download';
import { DataList } from '../../../ui/data-list/data-list';
import { listQuery } from '../../../ui/data-list/list-query';
import type { Column } from '../../../ui/data-list/types';
import { EmptyState } from '../../../ui/empty-state';
import { FileMenu } from '../../../ui/file-menu';
import { PageHeader } from '../../../ui/page-header';
import { TimeAgo } from '../../../ui/time-ago';
import { FILTERS, toAuditFilters } from '../audit-query';
import { auditFile, useAuditEvents, type AuditEvent } from '../audit.api';
import { AuditFilters } from '../audit-filters';
import classes from '../audit.module.css';
import { ChainStrip } from '../chain-strip';
import { EventDrawer } from '../event-drawer';

const SPEC = { filters: FILTERS };
const OPEN = 'open';

/** Who did what to what; nobody can change it. */
export const AuditPage = () => {
  const { t } = useTranslation('audit');
  const params = useListParams(SPEC);
  const [address, setAddress] = useSearchParams();
  const filters = toAuditFilters(params);
  const result = useAuditEvents(filters);
  const query = listQuery(result);
  const columns = useColumns((id) => params.setFilter('actorId', [id]));
  const file = useProvenDownload();
  const open = address.get(OPEN);
  const withOpen = (id: string | null): URLSearchParams => {
    const next = new URLSearchParams(address);
    if (id) next.set(OPEN, id);
    else next.delete(OPEN);
    return next;
  };
  return (
    <>
      <PageHeader title={t('title')} secondary={<FileMenu href={auditFile(filters)} save={file.save} />} />
      <Text c="dimmed" mb="md" maw={720}>
        {t('text')}
      </Text>
      <ChainStrip />
      {file.dialog}
      <DataList
        id="audit"
        label={t('title')}
        query={query}
        columns={columns}
        rowId={(event) => event.id}
        rowName={(event) => activityWords(event, t).title}
        rowHref={(event) => `/audit?${withOpen(event.id)}`}
        onQuickLook={(event) => setAddress(withOpen(event.id))}
        filters={<AuditFilters params={params} />}
        isFiltered={params.isFiltered}
        onClearFilters={params.clear}
        empty={<EmptyState title={t('activity:empty')} text={t('activity:emptyText')} />}
      />
      <EventDrawer
        id={open}
        known={query.rows.find(({ id }) => id === open)}
        onClose={() => setAddress(withOpen(null), { replace: true })}
      />
    </>
  );
};

const useColumns = (chooseActor: (id: string) => void): readonly [Column<AuditEvent>, ...Column<AuditEvent>[]] => {
  const { t } = useTranslation('audit');
  return [
    { id: 'what', header: t('what'), render: (event) => <What event={event} /> },
    {
      id: 'who',
      header: t('who'),
      width: '190px',
      render: (event) => <Who event={event} onChoose={chooseActor} />,
    },
    { id: 'about', header: t('about'), width: '150px', render: (event) => <About event={event} /> },
    { id: 'at', header: t('when'), width: '140px', render: ({ at }) => <TimeAgo at={at} /> },
    { id: 'ip', header: t('ip'), width: '130px', render: ({ ip }) => ip ?? '–', isForWideScreens: true },
  ];
};

const What = ({ event }: { event: AuditEvent }) => {
  const { t } = useTranslation('audit');
  const { title, detail } = activityWords(event, t);
  return (
    <>
      <span className={classes.what}>{title}</span>
      {detail ? <span className={classes.detail}>{detail}</span> : null}
    </>
  );
};

const Who = ({ event: { actor }, onChoose }: { event: AuditEvent; onChoose: (id: string) => void }) => {
  const { t } = useTranslation('audit');
  if (actor.kind === 'system') return t('activity:system');
  if (actor.kind === 'visitor') return t('activity:visitor');
  const name = actor.name ?? t('unknown');
  const words = actor.kind === 'key' ? t('activity:byKey', { name }) : name;
  const { id } = actor;
  if (id === null) return words;
  return (
    <Anchor
      component="button"
      type="button"
      size="md"
      aria-label={t('onlyBy', { name: words })}
      onClick={() => onChoose(id)}
    >
      {words}
    </Anchor>
  );
};

const About = ({ event: { contactId, customerId } }: { event: AuditEvent }) => {
  const { t } = useTranslation('audit');
  if (contactId)
    return (
      <Anchor component={Link} to={`/contacts/${contactId}`}>
        {t('contact')}
      </Anchor>
    );
  if (customerId)
    return (
      <Anchor component={Link} to={`/customers/${customerId}`}>
        {t('customer')}
      </Anchor>
    );
  return '–';
};
