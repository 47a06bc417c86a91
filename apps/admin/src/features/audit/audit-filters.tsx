import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListParams } from '../../lib/use-list-params';
import { activityWords } from '../../shared/activity/activity-words';
import { actionsOf, TOPICS } from './actions';
import { useStaffNames } from './audit.api';
import classes from './audit.module.css';

export const AuditFilters = ({ params }: { params: ListParams }) => {
  const { t } = useTranslation('audit');
  const names = useStaffNames();
  const one = (name: string): string => params.filters[name]?.[0] ?? '';
  const set = (name: string, value: string): void => params.setFilter(name, value === '' ? [] : [value]);
  const actions = TOPICS.map((topic) => ({
    group: t(`topic.${topic}`),
    items: actionsOf(topic).map((action) => ({ value: action, label: activityWords({ action, detail: {} }, t).title })),
  }));
  const people = (names.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const actor = one('actorId');
  const isUnknown = actor !== '' && !people.some(({ value }) => value === actor);

  return (
    <search className={classes.filters} aria-label={t('filters')}>
      <NativeSelect
        size="xs"
        aria-label={t('action')}
        value={one('action')}
        onChange={(event) => set('action', event.currentTarget.value)}
        data={[{ value: '', label: t('anyAction') }, ...actions]}
      />
      <NativeSelect
        size="xs"
        aria-label={t('person')}
        value={actor}
        onChange={(event) => set('actorId', event.currentTarget.value)}
        data={[
          { value: '', label: t('anyPerson') },
          ...(isUnknown ? [{ value: actor, label: t('chosenPerson') }] : []),
          ...people,
        ]}
      />
      {params.isFiltered ? (
        <button type="button" className={classes.clear} onClick={params.clear}>
          {t('list:clearFilters')}
        </button>
      ) : null}
    </search>
  );
};
