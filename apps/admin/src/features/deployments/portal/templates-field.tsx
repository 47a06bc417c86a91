import { ActionIcon, Anchor, Checkbox, Group, Radio, Skeleton, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { FailedState } from '../../../ui/failed-state';
import { templatesOptions } from '../portal.api';
import classes from './portal.module.css';
import { inOrder, shifted, toggled } from './template-order';

interface TemplatesFieldProps {
  /** null: all that are active. */
  value: readonly string[] | null;
  onChange: (ids: string[] | null) => void;
}

/** All templates, or chosen ones in an order (S1.9). */
export const TemplatesField = ({ value, onChange }: TemplatesFieldProps) => {
  const { t } = useTranslation('deployment-portal');
  const found = useQuery(templatesOptions);
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t('option.templateIds')}
        description={t('option.templatesHelp')}
        value={value === null ? 'all' : 'chosen'}
        onChange={(kind) => onChange(kind === 'all' ? null : (found.data ?? []).map(({ id }) => id))}
      >
        <Group gap="md" mt={6}>
          <Radio value="all" label={t('option.allTemplates')} />
          <Radio value="chosen" label={t('option.chosenTemplates')} disabled={!found.data} />
        </Group>
      </Radio.Group>
      {found.isPending ? <Skeleton height={36} /> : null}
      {found.error ? <FailedState error={found.error} onRetry={() => void found.refetch()} isCompact /> : null}
      {found.data?.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('option.noTemplates')}{' '}
          <Anchor component={Link} to="/case-templates" size="sm">
            {t('option.toTemplates')}
          </Anchor>
        </Text>
      ) : null}
      {value !== null && found.data ? <Chosen all={found.data} ids={value} onChange={onChange} /> : null}
    </Stack>
  );
};

interface ChosenProps {
  all: readonly { id: string; name: string; models: readonly string[] }[];
  ids: readonly string[];
  onChange: (ids: string[]) => void;
}

const Chosen = ({ all, ids, onChange }: ChosenProps) => {
  const { t } = useTranslation('deployment-portal');
  return (
    <ol className={classes.templates}>
      {inOrder(all, ids).map(({ id, name, models }) => {
        const at = ids.indexOf(id);
        return (
          <li key={id} className={classes.template}>
            <Checkbox
              label={name}
              description={models.length > 0 ? t('option.onlyModels', { models: models.join(', ') }) : undefined}
              checked={at >= 0}
              onChange={() => onChange(toggled(ids, id))}
              style={{ flex: 1 }}
            />
            {at >= 0 ? (
              <>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('option.up', { name })}
                  disabled={at === 0}
                  onClick={() => onChange(shifted(ids, id, -1))}
                >
                  <IconArrowUp size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('option.down', { name })}
                  disabled={at === ids.length - 1}
                  onClick={() => onChange(shifted(ids, id, 1))}
                >
                  <IconArrowDown size={16} aria-hidden />
                </ActionIcon>
              </>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
};
