import { Button } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { useFormat } from '../../lib/use-format';
import { usePeopleDialogs } from '../../shared/people/people-dialogs';
import { canBeGiven, choiceOf } from './report-query';
import type { ReportQuery } from './reports.api';

interface GiveToTheseProps {
  query: ReportQuery;
  /** How many are shown, where that is known. */
  count: number | undefined;
}

/** Access for just those whom the report shows; the dry run comes first. */
export const GiveToThese = ({ query, count }: GiveToTheseProps) => {
  const { t } = useTranslation('reports');
  const { number } = useFormat();
  const can = useCan();
  const dialogs = usePeopleDialogs();
  if (!can('credential:send') || count === 0 || !canBeGiven(query)) return null;
  return (
    <>
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconDoorEnter size={16} aria-hidden />}
        onClick={() => dialogs.open({ kind: 'giveMany', whom: { report: choiceOf(query) } })}
      >
        {count === undefined ? t('giveAll') : t('give', { count, shown: number(count) })}
      </Button>
      {dialogs.element}
    </>
  );
};
