import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import type { AccessRun } from '@latchkey/api-client';
import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { useFormat } from '../../lib/use-format';
import { useProtectedAct } from '../../shared/secrets/use-protected-act';
import { useProvenDownload } from '../../shared/secrets/use-proven-download';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { Fact, Facts } from '../../ui/facts';
import { FailedState } from '../../ui/failed-state';
import { FileMenu } from '../../ui/file-menu';
import { resultHref, useRunActs } from './access-runs.api';
import { PinActs, PinsEnd } from './run-pins';
import { countOf, durationText, minutesFor, type RowState, verdictText, waysOf, wordsOf } from './run-words';

interface StepProps {
  run: AccessRun;
}

const Step = ({ title, children }: { title: string; children: ReactNode }) => (
  <Paper withBorder p="md">
    <Stack gap="sm">
      <Text component="h2" fw={600} size="lg">
        {title}
      </Text>
      {children}
    </Stack>
  </Paper>
);

export const Planning = ({ run }: StepProps) => {
  const { t } = useTranslation('access-runs');
  const { number } = useFormat();
  const seen = countOf(run, 'waiting', 'skipped');
  const total = seen + run.unplanned;
  return (
    <Step title={t('planning.title')}>
      <Progress value={total > 0 ? (seen / total) * 100 : 0} aria-label={t('planning.title')} />
      <Text c="dimmed">{t('planning.text', { done: number(seen), total: number(total) })}</Text>
    </Step>
  );
};

/** The dry run's answer: nothing is sent yet; the button says what it would do. */
export const Planned = ({ run }: StepProps) => {
  const { t } = useTranslation('access-runs');
  const { number } = useFormat();
  const todo = countOf(run, 'waiting');
  const words = wordsOf(run, t);
  const days = t('days', { count: run.pins?.graceDays ?? 0 });
  const duration = durationText(minutesFor(todo, run.perMinute), t);
  if (todo === 0)
    return (
      <Step title={words('planned.nothing')}>
        <Text>{words('planned.nothingText')}</Text>
      </Step>
    );
  return (
    <Step title={words('planned.title')}>
      <Ways run={run} state="waiting" />
      <Text maw={720}>{words('planned.text', { days, pace: number(run.perMinute), duration })}</Text>
      <Acts run={run} startLabel={words('planned.start', { count: todo, shown: number(todo) })} />
    </Step>
  );
};

export const Running = ({ run }: StepProps) => {
  const { t } = useTranslation('access-runs');
  const { number } = useFormat();
  const words = wordsOf(run, t);
  const [given, left] = [countOf(run, 'given', 'failed'), countOf(run, 'waiting')];
  return (
    <Step title={words('running.title')}>
      <Progress value={given + left > 0 ? (given / (given + left)) * 100 : 0} aria-label={words('running.title')} />
      <Text component="output">
        {words('running.text', {
          given: number(given),
          left: number(left),
          duration: durationText(minutesFor(left, run.perMinute), t),
        })}
      </Text>
      <Text c="dimmed">{t('running.leave')}</Text>
      <Acts run={run} startLabel="" />
    </Step>
  );
};

/** Done or stopped: what became of everybody, and the way on. */
export const Ended = ({ run }: StepProps) => {
  const { t } = useTranslation('access-runs');
  const { number } = useFormat();
  const words = wordsOf(run, t);
  const left = countOf(run, 'not_sent');
  return (
    <Step title={words(`ended.${run.ending ?? run.state}`)}>
      <Ways run={run} state="given" />
      <PinsEnd run={run} />
      {left > 0 ? <Text>{t('ended.left', { count: left, shown: number(left) })}</Text> : null}
      <Acts run={run} startLabel={t('ended.goOn')} />
    </Step>
  );
};

/** By which way; of new PINs that were sent, what became of them. */
const factsOf = (run: AccessRun, state: RowState, t: TFunction) =>
  run.pins && state === 'given'
    ? (run.pins.counts ?? []).map(({ pin, count }) => ({ id: pin, label: t(`access-runs:pin.${pin}`), count }))
    : waysOf(run, state).map(({ verdict, count }) => ({ id: verdict, label: verdictText(verdict, t), count }));

const Ways = ({ run, state }: StepProps & { state: RowState }) => {
  const { t } = useTranslation('access-runs');
  const { number } = useFormat();
  const failed = countOf(run, 'failed');
  return (
    <Facts label={t('facts')}>
      {factsOf(run, state, t).map(({ id, label, count }) => (
        <Fact key={id} label={label}>
          {number(count)}
        </Fact>
      ))}
      <Fact label={t('row.skipped')}>{number(countOf(run, 'skipped'))}</Fact>
      {failed > 0 ? <Fact label={t('row.failed')}>{number(failed)}</Fact> : null}
    </Facts>
  );
};

/** Start, stop and the file of results, as far as each is possible now. */
const Acts = ({ run, startLabel }: StepProps & { startLabel: string }) => {
  const { t } = useTranslation('access-runs');
  const words = wordsOf(run, t);
  const can = useCan();
  const acts = useRunActs(run.id);
  const start = useProtectedAct(acts.start, () => undefined);
  const file = useProvenDownload();
  const [isStopping, setStopping] = useState(false);
  const may = new Set(run.allowedActions);
  const isPlan = run.state === 'planned';
  return (
    <>
      {start.error === null ? null : <FailedState error={start.error} isCompact />}
      <Group gap="xs">
        {may.has('start') ? (
          <Button onClick={() => void start.start(undefined)} loading={start.isBusy}>
            {startLabel}
          </Button>
        ) : null}
        <PinActs run={run} />
        {may.has('stop') ? (
          <Button variant="default" onClick={() => setStopping(true)}>
            {t(isPlan ? 'stop.discard' : 'stop.open')}
          </Button>
        ) : null}
        {can('export:run') && !isPlan && run.state !== 'running' ? (
          <FileMenu label={t('result')} href={resultHref(run.id)} save={file.save} />
        ) : null}
      </Group>
      <ConfirmDialog
        isOpen={isStopping}
        onClose={() => setStopping(false)}
        onConfirm={acts.stop}
        title={words(isPlan ? 'stop.discardTitle' : 'stop.title')}
        confirmLabel={t(isPlan ? 'stop.discard' : 'stop.open')}
      >
        {words(isPlan ? 'stop.discardText' : 'stop.text')}
      </ConfirmDialog>
      {start.dialog}
      {file.dialog}
    </>
  );
};
