import type { LabelRow } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';
import type { Column } from '../../ui/data-list/types';
import { TimeAgo } from '../../ui/time-ago';
import { LabelState } from './label-state';

export const useLabelColumns = (isOfAll: boolean): readonly [Column<LabelRow>, ...Column<LabelRow>[]] => {
  const { t } = useTranslation('labels');
  const { number } = useFormat();
  const place: Column<LabelRow> = {
    id: 'deployment',
    header: t('column.deployment'),
    render: ({ deployment, customer }) => [deployment?.name, customer?.name].filter(Boolean).join(' · ') || '–',
  };
  return [
    { id: 'device', header: t('column.device'), render: ({ device }) => device?.name ?? t('noDevice') },
    { id: 'position', header: t('column.position'), render: ({ device }) => device?.position ?? '–' },
    ...(isOfAll ? [place] : []),
    { id: 'state', header: t('column.state'), width: '260px', render: (label) => <LabelState label={label} /> },
    {
      id: 'scans',
      header: t('column.scans'),
      width: '90px',
      align: 'end',
      render: ({ scans }) => number(scans),
    },
    {
      id: 'lastScan',
      header: t('column.lastScan'),
      width: '140px',
      render: ({ lastScanAt }) => <TimeAgo at={lastScanAt} />,
    },
    {
      id: 'printed',
      header: t('column.printed'),
      width: '140px',
      isForWideScreens: true,
      render: ({ printedAt }) => <TimeAgo at={printedAt} />,
    },
    { id: 'publicId', header: t('column.publicId'), isHiddenAtFirst: true, render: ({ publicId }) => publicId },
  ];
};
