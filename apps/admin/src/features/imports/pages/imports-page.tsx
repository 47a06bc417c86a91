import { Stack, Text } from '@mantine/core';
import type { Import } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../app/session';
import { useFormat } from '../../../lib/use-format';
import { DataList } from '../../../ui/data-list/data-list';
import { listQuery } from '../../../ui/data-list/list-query';
import type { Column } from '../../../ui/data-list/types';
import { EmptyState } from '../../../ui/empty-state';
import { PageHeader } from '../../../ui/page-header';
import { StateBadge } from '../../../ui/state-badge';
import { TimeAgo } from '../../../ui/time-ago';
import { Exports } from '../exports';
import { stateTone, stateWord } from '../import-words';
import { useImports } from '../imports.api';
import { UploadBox } from '../upload-box';

/** Upload on top, exports beside it, earlier imports below. */
export const ImportsPage = () => {
  const { t } = useTranslation('imports');
  const can = useCan();
  return (
    <>
      <PageHeader title={t('title')} />
      <Stack gap="lg">
        {can('import:run') ? <UploadBox /> : null}
        {can('export:run') ? <Exports /> : null}
        {can('import:run') ? <Earlier /> : null}
      </Stack>
    </>
  );
};

const Earlier = () => {
  const { t } = useTranslation('imports');
  const { number } = useFormat();
  const result = useImports();
  const columns: readonly [Column<Import>, ...Column<Import>[]] = [
    { id: 'file', header: t('column.file'), render: (row) => row.fileName },
    {
      id: 'state',
      header: t('column.state'),
      render: (row) => (
        <StateBadge tone={stateTone(row)} isFinal>
          {t(`state.${stateWord(row)}`)}
        </StateBadge>
      ),
    },
    {
      id: 'counts',
      header: t('column.counts'),
      render: ({ state, counts }) =>
        state === 'uploaded' || state === 'failed'
          ? '–'
          : t('countsLine', {
              create: number(counts.create),
              update: number(counts.update),
              unchanged: number(counts.unchanged),
              skip: number(counts.skip),
            }),
    },
    { id: 'by', header: t('column.by'), render: (row) => row.createdByName ?? '–', isForWideScreens: true },
    { id: 'at', header: t('column.at'), render: (row) => <TimeAgo at={row.createdAt} />, width: '160px' },
  ];
  return (
    <section aria-labelledby="earlier-imports">
      <Text component="h2" id="earlier-imports" fw={600} size="lg" mb="xs">
        {t('earlier')}
      </Text>
      <DataList
        id="imports"
        label={t('earlier')}
        query={listQuery(result)}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => row.fileName}
        rowHref={(row) => `/imports/${row.id}`}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
      />
    </section>
  );
};
