import { Button, Text } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconPencil, IconPlus } from '@tabler/icons-react';
import type { CaseTemplateRow } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useCan } from '../../../app/session';
import { useListParams } from '../../../lib/use-list-params';
import type { MenuAction } from '../../../ui/action-menu';
import { DataList } from '../../../ui/data-list/data-list';
import { listQuery } from '../../../ui/data-list/list-query';
import { EmptyState } from '../../../ui/empty-state';
import { FilterBar } from '../../../ui/filter-bar';
import { PageHeader } from '../../../ui/page-header';
import { useTemplates, type TemplateQuery } from '../templates.api';
import { useArchiving } from '../use-archiving';
import { useTemplateColumns } from '../use-template-columns';

const SPEC = { filters: ['status'] };
const STATUSES = ['active', 'archived'] as const;

const toQuery = (search: string, chosen: readonly string[]): TemplateQuery => {
  const status = STATUSES.find((value) => chosen.includes(value));
  return { ...(status ? { status } : {}), ...(search.trim() ? { q: search.trim() } : {}) };
};

/** Forms for kinds of problems, with how often each was used (S1.9, S1.10). */
export const TemplatesPage = () => {
  const { t } = useTranslation('templates');
  const params = useListParams(SPEC);
  const result = useTemplates(toQuery(params.search, params.filters['status'] ?? []));
  const actionsOf = useRowActions();
  const add = useCan()('template:write') ? (
    <Button component={Link} to="/case-templates/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('add')}
    </Button>
  ) : null;
  const options = STATUSES.map((value) => ({ value, label: t(`status.${value}`) }));
  return (
    <>
      <PageHeader title={t('title')} primary={add} />
      <Text c="dimmed" mb="md" maw={720}>
        {t('intro')}
      </Text>
      <DataList
        id="case-templates"
        label={t('title')}
        query={listQuery(result)}
        columns={useTemplateColumns()}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        rowHref={({ id }) => `/case-templates/${id}`}
        rowActions={actionsOf}
        filters={
          <FilterBar
            params={params}
            placeholder={t('search')}
            filters={[{ name: 'status', label: t('column.status'), options, isSingle: true }]}
          />
        }
        isFiltered={params.isFiltered}
        onClearFilters={params.clear}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} actions={add} />}
      />
    </>
  );
};

const useRowActions = (): ((row: CaseTemplateRow) => readonly MenuAction[]) => {
  const { t } = useTranslation('templates');
  const mayWrite = useCan()('template:write');
  const { archive, restore } = useArchiving();
  return (row) => {
    const open = {
      id: 'open',
      label: t('action.open'),
      to: `/case-templates/${row.id}`,
      icon: <IconPencil size={16} />,
    };
    if (!mayWrite) return [open];
    return row.status === 'active'
      ? [
          open,
          { id: 'archive', label: t('action.archive'), icon: <IconArchive size={16} />, run: () => void archive(row) },
        ]
      : [
          open,
          {
            id: 'restore',
            label: t('action.restore'),
            icon: <IconArchiveOff size={16} />,
            run: () => void restore(row),
          },
        ];
  };
};
