import { Anchor, Text } from '@mantine/core';
import type { AccessRun, AccessRunRow } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { formatPhone } from '@latchkey/api-client/phone';
import { useListParams } from '../../lib/use-list-params';
import { CountChips } from '../../ui/count-chips';
import { DataList } from '../../ui/data-list/data-list';
import { listQuery } from '../../ui/data-list/list-query';
import type { Column } from '../../ui/data-list/types';
import { EmptyState } from '../../ui/empty-state';
import { StateBadge } from '../../ui/state-badge';
import { useRunRows } from './access-runs.api';
import { choicesOf, PIN_TONES, ROW_TONES, verdictText } from './run-words';

const SPEC = { filters: ['show'] };

/** Everybody of a run with what becomes, or became, of them. */
export const RunList = ({ run }: { run: AccessRun }) => {
  const { t } = useTranslation('access-runs');
  const params = useListParams(SPEC);
  const show = params.filters['show']?.[0];
  const result = useRunRows(run.id, show);
  const choices = choicesOf(run);
  const chips = [
    { id: undefined, label: t('show.all'), count: choices.reduce((sum, { count }) => sum + count, 0) },
    ...choices.map(({ id, count }) => ({ id, label: t([`row.${id}`, `pin.${id}`, `verdict.${id}`]), count })),
  ];
  return (
    <DataList
      id="access-run-rows"
      label={t('list.label')}
      query={listQuery(result)}
      columns={useColumns(run)}
      rowId={(row) => String(row.position)}
      rowName={(row) => row.contact?.name ?? row.entry ?? t('list.gone')}
      rowHref={(row) => (row.contact ? `/contacts/${row.contact.id}` : undefined)}
      filters={
        <CountChips
          label={t('show.label')}
          chips={chips}
          value={show}
          onChoose={(id) => params.setFilter('show', id ? [id] : [])}
        />
      }
      isFiltered={params.isFiltered}
      onClearFilters={params.clear}
      empty={<EmptyState title={t('list.empty')} text={t('list.emptyText')} />}
    />
  );
};

const useColumns = ({ source }: AccessRun): readonly [Column<AccessRunRow>, ...Column<AccessRunRow>[]] => {
  const { t } = useTranslation('access-runs');
  const line: Column<AccessRunRow> = {
    id: 'line',
    header: t('column.line'),
    width: '80px',
    align: 'end',
    render: (row) => row.line,
  };
  return [
    {
      id: 'name',
      header: t('column.name'),
      render: ({ contact, entry }) => contact?.name ?? entry ?? t('list.gone'),
    },
    ...(source === 'file' ? [line] : []),
    {
      id: 'customer',
      header: t('column.customer'),
      isForWideScreens: true,
      render: ({ contact }) =>
        contact ? (
          <Anchor component={Link} to={`/customers/${contact.customerId}`} c="inherit" underline="hover">
            {contact.customerName}
          </Anchor>
        ) : null,
    },
    { id: 'outcome', header: t('column.outcome'), render: (row) => <Outcome row={row} /> },
    { id: 'to', header: t('column.to'), render: (row) => <Message row={row} /> },
  ];
};

const Outcome = ({ row: { state, verdict, pin } }: { row: AccessRunRow }) => {
  const { t } = useTranslation('access-runs');
  if (pin)
    return (
      <StateBadge tone={PIN_TONES[pin]} isFinal>
        {t(`pin.${pin}`)}
      </StateBadge>
    );
  return (
    <StateBadge tone={ROW_TONES[state]} isFinal note={verdictText(verdict, t)}>
      {t(`row.${state}`)}
    </StateBadge>
  );
};

const Message = ({ row: { to, delivery } }: { row: AccessRunRow }) => {
  const { t } = useTranslation('access-runs');
  if (!to) return '–';
  return (
    <>
      {formatPhone(to)}
      {delivery ? (
        <Text size="sm" c="dimmed">
          {t(`delivery.${delivery}`)}
        </Text>
      ) : null}
    </>
  );
};
