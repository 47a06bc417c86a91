import {
  changeStaffMember,
  deactivateStaffMember,
  inviteStaffMember,
  listStaffMembers,
  reactivateStaffMember,
  resetStaffSecondFactor,
  sendStaffInvitation,
  type ChangeStaffMember,
  type InviteStaffMember,
  type StaffMember,
} from '@latchkey/api-client';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';

const LIST = 'listStaffMembers';

const STATUSES = ['invited', 'active', 'inactive'] as const;

/** The API filters by one status; several together are all. */
export const statusOf = (chosen: readonly string[]): StaffMember['status'] | undefined =>
  chosen.length === 1 ? STATUSES.find((status) => status === chosen[0]) : undefined;

export const useStaffMembers = (status: StaffMember['status'] | undefined) =>
  useInfiniteQuery({
    queryKey: [{ _id: LIST, status }],
    queryFn: async ({ pageParam, signal }) =>
      (await listStaffMembers({ query: { ...(status ? { status } : {}), cursor: pageParam, limit: 100 }, signal }))
        .data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Runs an act on staff, then fetches the list again. */
export const useStaffAct = () => {
  const client = useQueryClient();
  return async <Result>(act: () => Promise<Result>): Promise<Result> => {
    const result = await act();
    await client.invalidateQueries({ predicate: ({ queryKey }) => (queryKey[0] as { _id?: string })._id === LIST });
    return result;
  };
};

export const invite = async (body: InviteStaffMember, key: string): Promise<StaffMember> =>
  (await inviteStaffMember({ body, headers: { 'Idempotency-Key': key } })).data;

export const change = async ({ id, version }: StaffMember, body: ChangeStaffMember): Promise<StaffMember> =>
  (await changeStaffMember({ path: { id }, headers: { 'If-Match': `"${version}"` }, body })).data;

export const deactivate = (id: string) => deactivateStaffMember({ path: { id } });
export const reactivate = (id: string) => reactivateStaffMember({ path: { id } });
export const sendLink = (id: string) => sendStaffInvitation({ path: { id } });
export const resetSecondStep = (id: string) => resetStaffSecondFactor({ path: { id } });
