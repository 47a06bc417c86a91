import { Stack } from '@mantine/core';
import type { AccessRun } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { useLiveRefresh } from '../../../app/live';
import { Loaded } from '../../../ui/loaded';
import { PageHeader } from '../../../ui/page-header';
import { StateBadge } from '../../../ui/state-badge';
import { TimeAgo } from '../../../ui/time-ago';
import { PIN_EVENTS, RUN_EVENTS, RUN_SHOWN, useRun } from '../access-runs.api';
import { RunList } from '../run-list';
import { Ended, Planned, Planning, Running } from '../run-step';
import { RUN_TONES, runTitle } from '../run-words';

const STEPS = { planning: Planning, planned: Planned, running: Running, done: Ended, stopped: Ended };

/** Access for many: the dry run, the run and its end are one page. */
export const RunPage = () => {
  const { runId = '' } = useParams();
  const found = useRun(runId);
  useLiveRefresh(found.data?.pins ? PIN_EVENTS : RUN_EVENTS, RUN_SHOWN);
  return (
    <Loaded query={found} isPage>
      {(run) => <RunView run={run} />}
    </Loaded>
  );
};

const RunView = ({ run }: { run: AccessRun }) => {
  const { t } = useTranslation('access-runs');
  const Step = STEPS[run.state];
  return (
    <>
      <PageHeader
        title={runTitle(run, t)}
        back={{ to: '/access-runs', label: t('title') }}
        facts={[
          <StateBadge key="state" tone={RUN_TONES[run.state]} isFinal>
            {t(`state.${run.state}`)}
          </StateBadge>,
          <TimeAgo key="at" at={run.startedAt ?? run.createdAt} />,
          run.startedByName ?? run.createdByName,
        ].filter(Boolean)}
      />
      <Stack gap="lg">
        <Step run={run} />
        {run.state === 'planning' ? null : <RunList run={run} />}
      </Stack>
    </>
  );
};
