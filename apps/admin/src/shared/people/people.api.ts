import {
  changeContact,
  checkContactLogin,
  clearContactEmailTroubles,
  clearContactPhoneTroubles,
  createContact,
  deactivateContact,
  deleteContact,
  eraseContact,
  exportPerson,
  getContact,
  endContactKnownDevice,
  endContactSessions,
  liftContactLock,
  listCases,
  listContactActivity,
  listContacts,
  listCustomers,
  mergeContact,
  moveContact,
  previewContactDeletion,
  previewContactErasure,
  previewContactMerge,
  reactivateContact,
  revokeContactInvitations,
  viewAsContact,
  type ChangeContact,
  type Contact,
  type CreateContact,
  type ListCasesData,
  type ListContactsData,
  type LoginCheck,
  type MergeContact,
} from '@latchkey/api-client';
import { getContactAccessOptions, getContactOptions, listContactKnownDevicesOptions } from '@latchkey/api-client/query';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';

/** Everything that may read differently after a contact, a customer or a secret changed. */
const TOUCHED = new Set([
  'listContacts',
  'getContact',
  'getContactAccess',
  'listContactKnownDevices',
  'checkContactAccess',
  'listAccessRequests',
  'listPasswordResets',
  'getContactRights',
  'listContactActivity',
  'listCustomers',
  'getCustomer',
  'listCustomerActivity',
  'getDashboard',
  'listNotifications',
  'palette',
]);

const isTouched = ([first]: readonly unknown[]): boolean =>
  TOUCHED.has(typeof first === 'string' ? first : String((first as { _id?: string } | undefined)?._id));

export const refreshPeople = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ predicate: (query) => isTouched(query.queryKey) });

/** Runs an act on people, then fetches what is shown again. */
export const usePeopleAct = () => {
  const client = useQueryClient();
  return async <Result>(act: () => Promise<Result>): Promise<Result> => {
    const result = await act();
    void refreshPeople(client);
    return result;
  };
};

export const fetchContact = async (id: string): Promise<Contact> => (await getContact({ path: { id } })).data;

const IN_FLIGHT = new Set(['queued', 'sending']);
const WATCH_MS = 2_000;
/** A message that waits for its mail server may wait for hours; the screen does not ask every two seconds then. */
const WATCH_FOR_MS = 5 * 60_000;

export const isOnItsWay = ({ lastDelivery }: Pick<Contact, 'lastDelivery'>): boolean =>
  lastDelivery !== null && IN_FLIGHT.has(lastDelivery.state);

const watch = (contacts: readonly Contact[]): number | false =>
  contacts.some((one) => isOnItsWay(one) && Date.now() - Date.parse(one.lastDelivery?.at ?? '') < WATCH_FOR_MS)
    ? WATCH_MS
    : false;

export type ContactQuery = NonNullable<ListContactsData['query']>;

export const contactListOptions = (query: ContactQuery) =>
  infiniteQueryOptions({
    queryKey: [{ _id: 'listContacts', query }],
    queryFn: async ({ pageParam, signal }) =>
      (await listContacts({ query: { ...query, cursor: pageParam, limit: 50 }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => watch(state.data?.pages.flatMap((page) => page.items) ?? []),
  });

export const useContactList = (query: ContactQuery) => useInfiniteQuery(contactListOptions(query));

export const useContact = (id: string) =>
  useQuery({
    ...getContactOptions({ path: { id } }),
    refetchInterval: ({ state }) => (state.data ? watch([state.data]) : false),
  });

export const useContactAccess = (id: string, isWatched = false) =>
  useQuery({ ...getContactAccessOptions({ path: { id } }), refetchInterval: isWatched ? WATCH_MS : false });

export const useKnownDevices = (id: string, hasLogin: boolean) =>
  useQuery({ ...listContactKnownDevicesOptions({ path: { id } }), enabled: hasLogin });

export const useContactActivity = (id: string) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listContactActivity', id }],
    queryFn: async ({ pageParam, signal }) =>
      (await listContactActivity({ path: { id }, query: { cursor: pageParam }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

type CasesOf = Pick<
  NonNullable<ListCasesData['query']>,
  'customerId' | 'contactId' | 'deploymentId' | 'deviceId' | 'activeSince'
>;

export const useCaseList = (query: CasesOf) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listCases', query }],
    queryFn: async ({ pageParam, signal }) =>
      (await listCases({ query: { ...query, cursor: pageParam }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** A few customers whose name or number fits what is typed. */
export const customerSearchOptions = (text: string) =>
  queryOptions({
    queryKey: [{ _id: 'listCustomers', text }],
    queryFn: async ({ signal }) =>
      (await listCustomers({ query: { ...(text ? { q: text } : {}), limit: 10 }, signal })).data.items,
    placeholderData: keepPreviousData,
  });

/** A few people of one customer whose name, address or number fits what is typed; `nextCursor` when there are more. */
export const colleagueSearchOptions = (customerId: string, text: string) =>
  queryOptions({
    queryKey: [{ _id: 'listContacts', colleagues: text, customerId }],
    queryFn: async ({ signal }) =>
      (await listContacts({ query: { customerId, sort: 'name', limit: 20, ...(text ? { q: text } : {}) }, signal }))
        .data,
    placeholderData: keepPreviousData,
  });

export const loginCheckOptions = (check: LoginCheck) =>
  queryOptions({
    queryKey: ['checkContactLogin', check],
    queryFn: async ({ signal }) => (await checkContactLogin({ body: check, signal })).data,
    placeholderData: keepPreviousData,
  });

export const deletionOptions = (id: string) =>
  queryOptions({
    queryKey: ['previewContactDeletion', id],
    queryFn: async ({ signal }) => (await previewContactDeletion({ path: { id }, signal })).data,
    staleTime: 0,
    gcTime: 0,
  });

export const erasureOptions = (id: string) =>
  queryOptions({
    queryKey: ['previewContactErasure', id],
    queryFn: async ({ signal }) => (await previewContactErasure({ path: { id }, signal })).data,
    staleTime: 0,
    gcTime: 0,
  });

export const mergePreviewOptions = (id: string, into: string) =>
  queryOptions({
    queryKey: ['previewContactMerge', id, into],
    queryFn: async ({ signal }) => (await previewContactMerge({ path: { id }, query: { into }, signal })).data,
    staleTime: 0,
    gcTime: 0,
  });

export const saveNewContact = async (body: CreateContact, key: string): Promise<Contact> =>
  (await createContact({ body, headers: { 'Idempotency-Key': key } })).data;

export const saveContact = async (row: { id: string; version: number }, body: ChangeContact): Promise<Contact> =>
  (await changeContact({ path: { id: row.id }, headers: { 'If-Match': `"${row.version}"` }, body })).data;

export const closeContact = (id: string) => deactivateContact({ path: { id } });
export const reopenContact = (id: string) => reactivateContact({ path: { id } });
export const removeContact = (id: string) => deleteContact({ path: { id } });
export const forgetContact = async (id: string, texts: boolean) =>
  (await eraseContact({ path: { id }, body: { texts } })).data;
export const fetchPerson = async (id: string): Promise<Blob> =>
  (await exportPerson({ path: { id }, parseAs: 'blob' })).data as Blob;
/** The address is a secret for a minute: it stays out of the cache. */
export const viewAs = async (id: string, reason: string): Promise<string> =>
  (await viewAsContact({ path: { id }, body: { reason } })).data.url;
export const liftLock = (id: string, reason: string) => liftContactLock({ path: { id }, body: { reason } });
export const clearEmailTroubles = (id: string) => clearContactEmailTroubles({ path: { id } });
export const clearPhoneTroubles = (id: string) => clearContactPhoneTroubles({ path: { id } });
export const revokeInvitations = (id: string) => revokeContactInvitations({ path: { id } });
export const endKnownDevice = (id: string, knownDeviceId: string) =>
  endContactKnownDevice({ path: { id, knownDeviceId } });
export const endSessions = async (id: string) => (await endContactSessions({ path: { id } })).data;
export const transferContact = (id: string, customerId: string) => moveContact({ path: { id }, body: { customerId } });
export const joinContact = async (id: string, body: MergeContact) => (await mergeContact({ path: { id }, body })).data;
