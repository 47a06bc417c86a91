import { Button, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './data-list.module.css';
import type { BulkAction } from './types';
import type { Selection } from './use-selection';

export const BulkBar = <Row,>({
  selection,
  actions,
}: {
  selection: Selection<Row>;
  actions: readonly BulkAction<Row>[];
}) => {
  const { t } = useTranslation('list');
  const count = selection.rows.length;
  if (count === 0) return null;
  return (
    <section className={classes.bulkBar} aria-label={t('bulkBar')}>
      <CloseButton aria-label={t('clearSelection')} onClick={selection.clear} />
      <span className={classes.bulkCount} aria-live="polite">
        {t('selected', { count })}
      </span>
      {actions.map((action, index) => (
        <Button
          key={action.id}
          size="xs"
          variant={index === 0 ? 'filled' : 'default'}
          c={action.isDangerous ? 'var(--mantine-color-error)' : undefined}
          leftSection={action.icon}
          onClick={() => action.run(selection.rows, selection.clear)}
        >
          {action.label}
        </Button>
      ))}
    </section>
  );
};
