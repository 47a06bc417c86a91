import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListParams } from '../../lib/use-list-params';
import { activityWords } from '../../shared/activity/activity-words';
import { CustomerSelect } from '../../shared/people/customer-select';
import { actionsOf, TOPICS } from './actions';
import { useCustomerName, useStaffNames } from './audit.api';
import classes from './audit.module.css';
import { PersonSelect } from './person-select';

interface Filter {
  one: (name: string) => string;
  set: (name: string, value: string) => void;
}

/** What was done, by whom, about whom, and when. */
export const AuditFilters = ({ params }: { params: ListParams }) => {
  const { t } = useTranslation('audit');
  const one = (name: string): string => params.filters[name]?.[0] ?? '';
  const set = (name: string, value: string): void => params.setFilter(name, value === '' ? [] : [value]);
  return (
    <search className={classes.filters} aria-label={t('filters')}>
      <ActionSelect one={one} set={set} />
      <ActorSelect one={one} set={set} />
      <PersonSelect customerId={one('customerId')} value={one('contactId')} onChange={(id) => set('contactId', id)} />
      <CustomerFilter one={one} set={set} />
      <DayInput name="from" one={one} set={set} />
      <DayInput name="to" one={one} set={set} />
      {params.isFiltered ? (
        <button type="button" className={classes.clear} onClick={params.clear}>
          {t('list:clearFilters')}
        </button>
      ) : null}
    </search>
  );
};

const ActionSelect = ({ one, set }: Filter) => {
  const { t } = useTranslation('audit');
  const actions = TOPICS.map((topic) => ({
    group: t(`topic.${topic}`),
    items: actionsOf(topic).map((action) => ({ value: action, label: activityWords({ action, detail: {} }, t).title })),
  }));
  return (
    <NativeSelect
      size="xs"
      label={t('action')}
      value={one('action')}
      onChange={(event) => set('action', event.currentTarget.value)}
      data={[{ value: '', label: t('anyAction') }, ...actions]}
    />
  );
};

const ActorSelect = ({ one, set }: Filter) => {
  const { t } = useTranslation('audit');
  const names = useStaffNames();
  const people = (names.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const actor = one('actorId');
  const isUnknown = actor !== '' && !people.some(({ value }) => value === actor);
  return (
    <NativeSelect
      size="xs"
      label={t('person')}
      value={actor}
      onChange={(event) => set('actorId', event.currentTarget.value)}
      data={[
        { value: '', label: t('anyPerson') },
        ...(isUnknown ? [{ value: actor, label: t('chosenPerson') }] : []),
        ...people,
      ]}
    />
  );
};

const CustomerFilter = ({ one, set }: Filter) => {
  const { t } = useTranslation('audit');
  const id = one('customerId');
  const name = useCustomerName(id) ?? t('chosenCustomer');
  return (
    <CustomerSelect
      // A name that arrives later is typed into the field anew.
      key={`${id} ${name}`}
      size="xs"
      label={t('customer')}
      value={id === '' ? null : { id, name }}
      onChange={(customer) => set('customerId', customer?.id ?? '')}
    />
  );
};

const DayInput = ({ name, one, set }: Filter & { name: 'from' | 'to' }) => {
  const { t } = useTranslation('audit');
  return (
    <TextInput
      size="xs"
      type="date"
      label={t(name)}
      value={one(name)}
      onChange={(event) => set(name, event.currentTarget.value)}
    />
  );
};
