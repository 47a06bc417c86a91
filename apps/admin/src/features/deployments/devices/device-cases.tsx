import { Group, SegmentedControl, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { CaseList } from '../../../shared/people/case-list';
import { EmptyState } from '../../../ui/empty-state';

const ALL = 'all';
const YEAR_MS = 365 * 86_400_000;

/** What was reported for this machine and moved within 12 months; older cases on request. */
export const DeviceCases = ({ deviceId }: { deviceId: string }) => {
  const { t } = useTranslation('devices');
  const [address, setAddress] = useSearchParams();
  // One moment as long as the page is open: another would be another list.
  const [activeSince] = useState(() => new Date(Date.now() - YEAR_MS).toISOString());
  const isAll = address.get('cases') === ALL;
  return (
    <section aria-labelledby="device-cases">
      <Group justify="space-between" gap="xs" mb="xs">
        <Title order={2} id="device-cases">
          {t('section.cases')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-labelledby="device-cases"
          value={isAll ? ALL : 'year'}
          onChange={(value) =>
            setAddress(value === ALL ? { cases: ALL } : {}, { replace: true, preventScrollReset: true })
          }
          data={[
            { value: 'year', label: t('section.casesYear') },
            { value: ALL, label: t('section.casesAll') },
          ]}
        />
      </Group>
      {isAll ? (
        <CaseList deviceId={deviceId} />
      ) : (
        <CaseList
          deviceId={deviceId}
          activeSince={activeSince}
          empty={<EmptyState title={t('section.noneThisYear')} text={t('section.noneThisYearText')} />}
        />
      )}
    </section>
  );
};
