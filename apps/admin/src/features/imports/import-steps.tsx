import { Alert, Anchor, Progress, Stack, Text } from '@mantine/core';
import type { Import } from '@latchkey/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormat } from '../../lib/use-format';
import { CheckedStep } from './checked-step';
import { DoneStep } from './done-step';
import { linesIn } from './import-words';
import { MappingStep } from './mapping-step';
import { VerdictList } from './verdict-list';

export const ImportSteps = ({ file }: { file: Import }) => {
  const { t } = useTranslation('imports');
  const [isMapping, setMapping] = useState(false);
  const total = useKnownTotal(file);
  switch (file.state) {
    case 'uploaded':
      return <MappingStep file={file} />;
    case 'checking':
    case 'running':
    case 'undoing':
      return <AtWork file={file} total={total} />;
    case 'checked':
      return isMapping ? (
        <MappingStep file={file} onCancel={() => setMapping(false)} onDone={() => setMapping(false)} />
      ) : (
        <CheckedStep file={file} onChangeColumns={() => setMapping(true)} />
      );
    case 'done':
      return <DoneStep file={file} />;
    case 'undone':
      return (
        <Stack gap="md">
          <Alert variant="light" color="gray" title={t('undone.title')}>
            {t('undone.text')}
          </Alert>
          <VerdictList file={file} />
        </Stack>
      );
    case 'failed':
      return (
        <Alert variant="light" color="red" role="alert" title={t('failed.title')}>
          {t('failed.text')} {file.error}{' '}
          <Anchor component={Link} to="/imports" inherit>
            {t('failed.again')}
          </Anchor>
        </Alert>
      );
  }
};

/** The dry run counted the lines; the run starts counting anew. */
const useKnownTotal = (file: Import): number | null => {
  const counted = file.state === 'checked' || file.state === 'done' ? linesIn(file.counts) : null;
  const [total, setTotal] = useState(counted);
  if (counted !== null && counted !== total) setTotal(counted);
  return total;
};

const AtWork = ({ file, total }: { file: Import; total: number | null }) => {
  const { t } = useTranslation('imports');
  const { number } = useFormat();
  const isCounted = total !== null && total > 0 && file.state === 'running';
  const value = isCounted ? Math.min(100, (file.rowsDone / total) * 100) : 100;
  return (
    <Stack gap="xs" maw={560} component="output">
      <Text fw={600} size="lg">
        {t(`work.${file.state}`)}
      </Text>
      <Progress value={value} animated={!isCounted} aria-label={t(`work.${file.state}`)} />
      {file.state === 'undoing' ? null : (
        <Text c="dimmed">
          {isCounted
            ? t('work.linesOf', { done: number(file.rowsDone), total: number(total) })
            : t('work.lines', { done: number(file.rowsDone) })}
        </Text>
      )}
      <Text c="dimmed">{t('work.leave')}</Text>
    </Stack>
  );
};
