import { Alert, Anchor, Stack, Text } from '@mantine/core';
import type { AccessRun } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { useLiveRefresh } from '../../../app/live';
import { useFormat } from '../../../lib/use-format';
import { useProblemText } from '../../../lib/use-problem-text';
import { CsvDrop } from '../../../ui/csv-drop';
import { DataList } from '../../../ui/data-list/data-list';
import { listQuery } from '../../../ui/data-list/list-query';
import type { Column } from '../../../ui/data-list/types';
import { EmptyState } from '../../../ui/empty-state';
import { PageHeader } from '../../../ui/page-header';
import { StateBadge } from '../../../ui/state-badge';
import { TimeAgo } from '../../../ui/time-ago';
import { RUN_EVENTS, RUN_SHOWN, upload, useRuns } from '../access-runs.api';
import { countOf, RUN_TONES, runTitle } from '../run-words';

const MOST_BYTES = 16 * 1024 * 1024;

/** A file on top, earlier runs below. */
export const RunsPage = () => {
  const { t } = useTranslation('access-runs');
  useLiveRefresh(RUN_EVENTS, RUN_SHOWN);
  return (
    <>
      <PageHeader title={t('title')} />
      <Stack gap="lg">
        <Text maw={720}>
          {t('intro')}{' '}
          <Anchor component={Link} to="/contacts" inherit>
            {t('toContacts')}
          </Anchor>
        </Text>
        <FromFile />
        <Earlier />
      </Stack>
    </>
  );
};

const FromFile = () => {
  const { t } = useTranslation('access-runs');
  const { sentence } = useProblemText();
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const take = async ([file]: readonly File[]): Promise<void> => {
    if (!file) return;
    setBusy(true);
    setError(null);
    try {
      await navigate(`/access-runs/${(await upload(file)).id}`);
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  const words = {
    title: t('file.title'),
    text: t('file.text'),
    choose: t('file.choose'),
    notCsv: t('file.notCsv'),
    tooLarge: t('file.tooLarge'),
  };
  return (
    <Stack gap="xs">
      <CsvDrop words={words} mostBytes={MOST_BYTES} isBusy={isBusy} isSingle onFiles={(files) => void take(files)} />
      {error === null ? null : (
        <Alert color="red" variant="light" role="alert">
          {sentence(error)}
        </Alert>
      )}
    </Stack>
  );
};

const useColumns = (): readonly [Column<AccessRun>, ...Column<AccessRun>[]] => {
  const { t } = useTranslation('access-runs');
  const { number } = useFormat();
  return [
    { id: 'what', header: t('column.what'), render: (run) => runTitle(run, t) },
    {
      id: 'state',
      header: t('column.state'),
      render: ({ state }) => (
        <StateBadge tone={RUN_TONES[state]} isFinal>
          {t(`state.${state}`)}
        </StateBadge>
      ),
    },
    {
      id: 'counts',
      header: t('column.counts'),
      render: (run) =>
        t('countsLine', {
          given: number(countOf(run, 'given')),
          left: number(countOf(run, 'waiting', 'not_sent')),
          skipped: number(countOf(run, 'skipped', 'failed')),
        }),
    },
    {
      id: 'by',
      header: t('column.by'),
      isForWideScreens: true,
      render: ({ startedByName, createdByName }) => startedByName ?? createdByName ?? '–',
    },
    { id: 'at', header: t('column.at'), width: '160px', render: ({ createdAt }) => <TimeAgo at={createdAt} /> },
  ];
};

const Earlier = () => {
  const { t } = useTranslation('access-runs');
  return (
    <section aria-labelledby="earlier-runs">
      <Text component="h2" id="earlier-runs" fw={600} size="lg" mb="xs">
        {t('earlier')}
      </Text>
      <DataList
        id="access-runs"
        label={t('earlier')}
        query={listQuery(useRuns())}
        columns={useColumns()}
        rowId={(run) => run.id}
        rowName={(run) => runTitle(run, t)}
        rowHref={(run) => `/access-runs/${run.id}`}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
      />
    </section>
  );
};
