import { Button, Text } from '@mantine/core';
import type { RightsProfile } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useCan } from '../../../app/session';
import { useFormat } from '../../../lib/use-format';
import { DataList } from '../../../ui/data-list/data-list';
import type { Column } from '../../../ui/data-list/types';
import { EmptyState } from '../../../ui/empty-state';
import { PageHeader } from '../../../ui/page-header';
import { StateBadge } from '../../../ui/state-badge';
import { RIGHTS, useProfiles } from '../rights.api';

/** Counts of the list stop here. */
const MOST_COUNTED = 1000;

const useColumns = (): readonly [Column<RightsProfile>, ...Column<RightsProfile>[]] => {
  const { t } = useTranslation('rights');
  const { number } = useFormat();
  return [
    { id: 'name', header: t('profile.name'), render: ({ name }) => name },
    {
      id: 'default',
      header: t('profile.use'),
      render: ({ isDefault }) => (isDefault ? <StateBadge tone="info">{t('profile.default')}</StateBadge> : '–'),
    },
    {
      id: 'rights',
      header: t('title'),
      render: ({ rights }) => t('profile.rightsOf', { count: rights.length, total: RIGHTS.length }),
    },
    {
      id: 'customers',
      header: t('profile.customers'),
      align: 'end',
      render: ({ customers }) => (customers >= MOST_COUNTED ? `${number(MOST_COUNTED)}+` : number(customers)),
    },
  ];
};

/** Named sets of rights that are given to customers (S3.10). */
export const ProfilesPage = () => {
  const { t } = useTranslation('rights');
  const profiles = useProfiles();
  const columns = useColumns();
  const mayWrite = useCan()('rights:write');
  const add = mayWrite ? (
    <Button component={Link} to="/rights/new">
      {t('add')}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={t('title')} primary={add} />
      <Text mb="md" maw={720}>
        {t('intro')}
      </Text>
      <DataList
        id="rights"
        label={t('title')}
        query={{
          rows: profiles.data?.items ?? [],
          isPending: profiles.isPending,
          isOutdated: false,
          error: profiles.error,
          hasMore: false,
          isLoadingMore: false,
          loadMore: () => undefined,
          retry: () => void profiles.refetch(),
        }}
        columns={columns}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={({ id }) => `/rights/${id}`}
        empty={<EmptyState title={t('empty')} text={t('intro')} actions={add} />}
      />
    </>
  );
};
