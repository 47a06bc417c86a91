import { Button, Stack, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '../lib/use-format';
import { useListParams } from '../lib/use-list-params';
import { DataList } from '../ui/data-list/data-list';
import { listQuery } from '../ui/data-list/list-query';
import type { Column, DataListProps, ListQuery } from '../ui/data-list/types';
import { EmptyState } from '../ui/empty-state';
import { FilterBar } from '../ui/filter-bar';
import { StateBadge } from '../ui/state-badge';
import { TimeAgo } from '../ui/time-ago';
import { useToasts } from '../ui/toasts';
import { broken, loadPeople, personAt, type Person } from './samples';

const SPEC = { filters: ['access', 'status'], defaultSort: 'name' };

const FILTERS = [
  {
    name: 'access',
    label: 'Access',
    options: [
      { value: 'invited', label: 'Invited' },
      { value: 'active', label: 'Active' },
      { value: 'locked', label: 'Locked' },
    ],
  },
  {
    name: 'status',
    label: 'Status',
    options: [
      { value: 'active', label: 'Active' },
      { value: 'inactive', label: 'Inactive' },
    ],
  },
];

const useColumns = (): readonly [Column<Person>, ...Column<Person>[]] => {
  const { phone } = useFormat();
  return [
    { id: 'name', header: 'Name', sortKey: 'name', render: (person) => person.name },
    {
      id: 'customer',
      header: 'Customer',
      sortKey: 'customer',
      render: (person) => person.customer,
      isForWideScreens: true,
    },
    { id: 'login', header: 'Login id', render: (person) => phone(person.loginId) },
    {
      id: 'access',
      header: 'Access',
      width: '170px',
      render: (person) => (
        <StateBadge tone={person.tone} note={person.note}>
          {person.state}
        </StateBadge>
      ),
    },
    {
      id: 'seen',
      header: 'Last sign-in',
      sortKey: 'seenAt',
      width: '150px',
      render: (person) => <TimeAgo at={person.seenAt} />,
    },
    { id: 'id', header: 'Number', align: 'end', isHiddenAtFirst: true, render: (person) => person.id },
  ];
};

const useListProps = (): Omit<DataListProps<Person>, 'query'> => {
  const params = useListParams(SPEC);
  const columns = useColumns();
  const toast = useToasts();
  return {
    id: 'gallery',
    label: 'People',
    columns,
    rowId: (person) => person.id,
    rowName: (person) => person.name,
    rowHref: () => '/_gallery/states',
    onQuickLook: (person) => toast.done(`Quick look at ${person.name}`),
    rowActions: (person) => [
      {
        id: 'send',
        label: 'Send portal credentials',
        run: () => toast.done(`Sent to ${person.name}`, () => undefined),
      },
      { id: 'check', label: 'Check access', run: () => toast.failed(broken) },
      { id: 'off', label: 'Deactivate…', isDangerous: true, isNewGroup: true, run: () => undefined },
    ],
    bulkActions: [
      {
        id: 'send',
        label: 'Send portal credentials',
        run: (people, clear) => {
          toast.done(`Sent to ${people.length}`);
          clear();
        },
      },
      { id: 'off', label: 'Deactivate', isDangerous: true, run: () => undefined },
    ],
    sort: params.sort,
    onSort: params.setSort,
    filters: <FilterBar params={params} placeholder="Name, e-mail or phone" filters={FILTERS} />,
    isFiltered: params.isFiltered,
    onClearFilters: params.clear,
    empty: (
      <EmptyState
        title="No contacts yet"
        text="Add one, or import a file with all of them."
        actions={
          <>
            <Button>Add contact</Button>
            <Button variant="default">Import a file</Button>
          </>
        }
      />
    ),
  };
};

const still = (part: Partial<ListQuery<Person>>): ListQuery<Person> => ({
  rows: [],
  isPending: false,
  isOutdated: false,
  error: null,
  hasMore: false,
  isLoadingMore: false,
  loadMore: () => undefined,
  retry: () => undefined,
  ...part,
});

const STATES: readonly (readonly [string, Partial<ListQuery<Person>>, boolean?])[] = [
  ['Loading', { isPending: true }],
  ['Empty', {}],
  ['Nothing matches', {}, true],
  ['Failed', { error: broken }],
  ['The next page failed', { rows: [0, 1, 2].map(personAt), hasMore: true, error: { ...broken, status: 503 } }],
  ['Outdated while the next search runs', { rows: [0, 1, 2].map(personAt), isOutdated: true }],
];

export const ListGallery = ({ areAllStates }: { areAllStates: boolean }) =>
  areAllStates ? <AllStates /> : <LiveList />;

const LiveList = () => {
  const list = useListProps();
  const result = useInfiniteQuery({
    queryKey: ['gallery', list.sort],
    queryFn: ({ pageParam }) => loadPeople(pageParam, -1),
    initialPageParam: 0,
    getNextPageParam: (last) => last.nextCursor,
  });
  return <DataList {...list} query={listQuery(result)} />;
};

const AllStates = () => {
  const list = useListProps();
  return (
    <Stack gap="xl">
      {STATES.map(([title, query, isFiltered]) => (
        <section key={title}>
          <Title order={2} mb="xs">
            {title}
          </Title>
          <DataList {...list} query={still(query)} isFiltered={isFiltered ?? false} />
        </section>
      ))}
    </Stack>
  );
};
