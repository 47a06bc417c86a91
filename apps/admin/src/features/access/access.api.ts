import {
  askCustomer,
  changeContact,
  enableLogin,
  finishAccessRequest,
  liftContactLock,
  listAccessRequests,
  reactivateContact,
  reactivateCustomer,
  retryNotification,
  setContactRights,
  takePhoneOff,
  useContactEmail as takeContactEmail,
  type AccessFinding,
  type ChangeContact,
  type ListAccessRequestsData,
} from '@latchkey/api-client';
import { checkContactAccessOptions, listDecidersOptions, readHelpAnswersOptions } from '@latchkey/api-client/query';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { fetchContact } from '../../shared/people/people.api';

export type Fix = NonNullable<AccessFinding['fix']>;
export type FixAct = Fix['act'];

/** For useLiveRefresh: what may change the answer. */
export const CHECK_EVENTS = ['contact.changed', 'notification.changed', 'customer.changed'];
export const CHECK_SHOWN = ['checkContactAccess', 'listContactActivity'];
export const REQUEST_EVENTS = ['access_request.changed', 'contact.changed'];
export const REQUEST_LISTS = ['listAccessRequests'];

export const useAccessCheck = (id: string) =>
  useQuery({ ...checkContactAccessOptions({ path: { id } }), staleTime: 0 });

/** Changes one thing of a contact as it is now: whoever mends four things in a row is not held up by his own first act. */
const change = async (id: string, body: ChangeContact): Promise<unknown> => {
  const { version } = await fetchContact(id);
  return changeContact({ path: { id }, headers: { 'If-Match': `"${version}"` }, body });
};

const idIn = ({ path }: Fix): string => path.split('/')[2] ?? '';

const textIn = ({ body }: Fix, name: string): string => {
  const text = body?.[name];
  return typeof text === 'string' ? text : '';
};

/** Acts that need nothing typed and nothing asked: where a reason is kept, it is that the check named the act. */
export const AT_ONCE: Partial<Record<FixAct, (fix: Fix, reason: string) => Promise<unknown>>> = {
  reactivate_customer: (fix) => reactivateCustomer({ path: { id: idIn(fix) } }),
  reactivate_contact: (fix) => reactivateContact({ path: { id: idIn(fix) } }),
  make_portal_user: (fix) => change(idIn(fix), { isPortalUser: true }),
  allow_reset: (fix) => change(idIn(fix), { mayResetPassword: true }),
  use_login_email: (fix) => change(idIn(fix), { email: textIn(fix, 'email') }),
  use_contact_email: (fix) => takeContactEmail({ path: { id: idIn(fix) } }),
  enable_login: (fix) => enableLogin({ path: { id: idIn(fix) } }),
  take_phone_off: (fix) => takePhoneOff({ path: { id: idIn(fix) }, body: { phone: textIn(fix, 'phone') } }),
  lift_lock: (fix, reason) => liftContactLock({ path: { id: idIn(fix) }, body: { reason } }),
  give_rights: async (fix) => {
    const { version } = await fetchContact(idIn(fix));
    return setContactRights({
      path: { id: idIn(fix) },
      headers: { 'If-Match': `"${version}"` },
      body: { removed: [] },
    });
  },
  retry_message: (fix) => retryNotification({ path: { id: idIn(fix) } }),
};

export const useHelpAnswers = () => useQuery(readHelpAnswersOptions());

type RequestQuery = NonNullable<ListAccessRequestsData['query']>;

/** People who ask for a way in, newest first. */
export const useAccessRequests = (query: RequestQuery) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listAccessRequests', query }],
    queryFn: async ({ pageParam, signal }) =>
      (await listAccessRequests({ query: { limit: 50, ...query, cursor: pageParam }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const finishRequest = (id: string) => finishAccessRequest({ path: { id } });

/** Who at a customer may decide; nobody is looked for before one is chosen. */
export const useDeciders = (customerId: string | undefined) =>
  useQuery({ ...listDecidersOptions({ query: { customerId: customerId ?? '' } }), enabled: customerId !== undefined });

export const handToCustomer = (id: string, customerId: string) => askCustomer({ path: { id }, body: { customerId } });
