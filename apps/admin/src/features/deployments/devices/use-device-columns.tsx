import { Badge, Group } from '@mantine/core';
import type { DeviceRow } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format';
import type { Column } from '../../../ui/data-list/types';
import { StateBadge } from '../../../ui/state-badge';
import { TimeAgo } from '../../../ui/time-ago';
import { LABEL_TONES } from './device-words';

const Tags = ({ tags }: { tags: readonly string[] }) =>
  tags.length === 0 ? (
    '–'
  ) : (
    <Group gap={4}>
      {tags.map((tag) => (
        <Badge key={tag} variant="default" tt="none" fw={400}>
          {tag}
        </Badge>
      ))}
    </Group>
  );

/** Of one deployment, or of all. */
export const useDeviceColumns = (hasPlace: boolean): readonly [Column<DeviceRow>, ...Column<DeviceRow>[]] => {
  const { t } = useTranslation('devices');
  const { number } = useFormat();
  return [
    { id: 'name', header: t('field.name'), sortKey: 'name', render: (row) => row.name },
    ...(hasPlace
      ? [
          {
            id: 'deployment',
            header: t('field.deployment'),
            render: (row: DeviceRow) => `${row.deployment.name} · ${row.customer.name}`,
          },
        ]
      : []),
    { id: 'model', header: t('field.model'), render: (row) => row.model ?? '–' },
    { id: 'position', header: t('field.position'), render: (row) => row.position ?? '–' },
    {
      id: 'serial',
      header: t('field.serial'),
      render: (row) => row.serial ?? '–',
      isForWideScreens: true,
      isHiddenAtFirst: true,
    },
    { id: 'tags', header: t('field.tags'), render: (row) => <Tags tags={row.tags} />, isForWideScreens: true },
    {
      id: 'label',
      header: t('label.title'),
      render: (row) => (
        <StateBadge
          tone={row.status === 'retired' ? 'quiet' : LABEL_TONES[row.label]}
          note={row.lastScanAt ? <TimeAgo at={row.lastScanAt} /> : undefined}
        >
          {t(`label.${row.label}`)}
        </StateBadge>
      ),
    },
    {
      id: 'status',
      header: t('field.status'),
      render: (row) => (
        <StateBadge tone={row.status === 'active' ? 'good' : 'quiet'}>{t(`status.${row.status}`)}</StateBadge>
      ),
      isForWideScreens: true,
      isHiddenAtFirst: true,
    },
    {
      id: 'openCases',
      header: t('openCases'),
      align: 'end',
      render: (row) => number(row.openCases),
    },
    {
      id: 'created',
      header: t('field.createdAt'),
      sortKey: 'created',
      render: (row) => <TimeAgo at={row.createdAt} />,
      isForWideScreens: true,
      isHiddenAtFirst: true,
    },
  ];
};
