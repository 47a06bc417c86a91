import { Button, Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { useCan } from '../../../app/session';
import { EmptyState } from '../../../ui/empty-state';
import { LabelList } from '../label-list';
import { labelsInUseOptions, useDeployment } from '../labels.api';
import { MissingLabels } from '../make-labels';
import { PosterDialog } from '../poster-dialog';
import { PrintDialog } from '../print/print-dialog';

/** The labels of one deployment: make, print, see which live (S1.11–S1.13). */
export const LabelsTab = () => {
  const { deploymentId = '' } = useParams();
  const { t } = useTranslation('labels');
  const mayPrint = useCan()('label:print');
  return (
    <>
      {mayPrint ? <TabActions deploymentId={deploymentId} /> : null}
      <MissingLabels deploymentId={deploymentId} />
      <LabelList query={{ deploymentId }} empty={<EmptyState title={t('empty')} text={t('emptyText')} />} />
    </>
  );
};

const TabActions = ({ deploymentId }: { deploymentId: string }) => {
  const { t } = useTranslation('labels');
  const deployment = useDeployment(deploymentId);
  const inUse = useQuery(labelsInUseOptions(deploymentId));
  const [open, setOpen] = useState<'print' | 'poster' | null>(null);
  const labels = inUse.data ?? [];
  const close = (): void => setOpen(null);
  return (
    <Group justify="flex-end" gap="xs" mb="md">
      <Button variant="default" onClick={() => setOpen('poster')} disabled={!deployment.data}>
        {t('poster.action')}
      </Button>
      <Button
        leftSection={<IconPrinter size={16} aria-hidden />}
        disabled={labels.length === 0}
        onClick={() => setOpen('print')}
      >
        {t('print.action')}
      </Button>
      {open === 'print' ? <PrintDialog labels={labels} onClose={close} /> : null}
      {open === 'poster' && deployment.data ? <PosterDialog deployment={deployment.data} onClose={close} /> : null}
    </Group>
  );
};
