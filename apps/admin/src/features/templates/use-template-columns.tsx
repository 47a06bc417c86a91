import { Group } from '@mantine/core';
import type { CaseTemplateRow } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format';
import { languageWord } from '../../shared/people/languages';
import type { Column } from '../../ui/data-list/types';
import { StateBadge } from '../../ui/state-badge';
import { TemplateIcon } from '../../ui/template-icon';

/** The API stops counting here. */
const MOST_COUNTED = 1000;

export const useTemplateColumns = (): readonly [Column<CaseTemplateRow>, ...Column<CaseTemplateRow>[]] => {
  const { t, i18n } = useTranslation('templates');
  const { number } = useFormat();
  return [
    {
      id: 'name',
      header: t('column.name'),
      render: ({ name, icon }) => (
        <Group component="span" gap={8} wrap="nowrap">
          <TemplateIcon name={icon} />
          <span>{name}</span>
        </Group>
      ),
    },
    {
      id: 'used',
      header: t('column.used'),
      width: '150px',
      align: 'end',
      render: ({ recentCases }) => (recentCases >= MOST_COUNTED ? `${number(MOST_COUNTED)}+` : number(recentCases)),
    },
    {
      id: 'questions',
      header: t('column.questions'),
      width: '110px',
      align: 'end',
      render: (row) => row.questionCount,
    },
    {
      id: 'models',
      header: t('column.models'),
      render: ({ models }) => (models.length === 0 ? t('models.all') : models.join(', ')),
    },
    {
      id: 'languages',
      header: t('column.languages'),
      isForWideScreens: true,
      render: ({ languages }) => languages.map((language) => languageWord(language, i18n.language)).join(', '),
    },
    {
      id: 'priority',
      header: t('column.priority'),
      width: '100px',
      isForWideScreens: true,
      render: ({ priority }) => t(`priority.${priority}`),
    },
    {
      id: 'assignee',
      header: t('column.assignee'),
      isForWideScreens: true,
      isHiddenAtFirst: true,
      render: ({ defaultAssignee }) => defaultAssignee?.name ?? '–',
    },
    {
      id: 'status',
      header: t('column.status'),
      width: '120px',
      render: ({ status }) => (
        <StateBadge tone={status === 'active' ? 'good' : 'quiet'}>{t(`status.${status}`)}</StateBadge>
      ),
    },
  ];
};
