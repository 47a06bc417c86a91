import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useListParams } from '../../../lib/use-list-params';
import { ChoiceBar } from '../../../ui/choice-bar';
import { EmptyState } from '../../../ui/empty-state';
import { PageHeader } from '../../../ui/page-header';
import { DevicesWithout } from '../devices-without';
import { LabelList } from '../label-list';

const LISTS = ['never_scanned', 'scanned_late', 'without'] as const;
const SPEC = { filters: ['list'] };

/** Labels of all deployments that want somebody's attention. */
export const LabelsPage = () => {
  const { t } = useTranslation('labels');
  const params = useListParams(SPEC);
  const list = LISTS.find((one) => params.filters['list']?.includes(one)) ?? 'never_scanned';
  const empty = <EmptyState title={t(`listEmpty.${list}`)} />;
  return (
    <>
      <PageHeader title={t('title')} />
      <ChoiceBar
        label={t('list.label')}
        value={list}
        onChange={(value) => params.setFilter('list', [value])}
        options={LISTS.map((value) => ({ value, label: t(`list.${value}`) }))}
      />
      <Text c="dimmed" mb="md" maw={720}>
        {t(`listText.${list}`)}
      </Text>
      {list === 'without' ? <DevicesWithout empty={empty} /> : <LabelList query={{ list }} empty={empty} />}
    </>
  );
};
