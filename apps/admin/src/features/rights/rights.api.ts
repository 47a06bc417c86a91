import {
  changeRightsProfile,
  createRightsProfile,
  deleteRightsProfile,
  type ChangeRightsProfile,
  type CreateRightsProfile,
  type RightsProfile,
} from '@latchkey/api-client';
import { listRightsProfilesOptions, listRightsProfilesQueryKey } from '@latchkey/api-client/query';
import { useQuery, useQueryClient } from '@tanstack/react-query';

export type Right = RightsProfile['rights'][number];

/** In the order in which people think of them; the type says when one is missing or does not exist. */
const ORDER: Record<Right, number> = {
  'case:read_own': 0,
  'case:read_company': 1,
  'case:create': 2,
  'case:reply': 3,
  'case:close': 4,
  'deployment:read': 5,
  'password:change': 6,
  'profile:edit': 7,
  'colleague:manage': 8,
};
export const RIGHTS = (Object.keys(ORDER) as Right[]).toSorted((one, other) => ORDER[one] - ORDER[other]);

export const useProfiles = () => useQuery(listRightsProfilesOptions());

/** Runs a change of profiles, then fetches them again. */
export const useProfileAct = () => {
  const client = useQueryClient();
  return async <Result>(act: () => Promise<Result>): Promise<Result> => {
    const result = await act();
    await client.invalidateQueries({ queryKey: listRightsProfilesQueryKey() });
    return result;
  };
};

export const newProfile = async (body: CreateRightsProfile, key: string): Promise<RightsProfile> =>
  (await createRightsProfile({ body, headers: { 'Idempotency-Key': key } })).data;

export const saveProfile = ({ id, version }: { id: string; version: number }, body: ChangeRightsProfile) =>
  changeRightsProfile({ path: { id }, headers: { 'If-Match': `"${version}"` }, body });

export const removeProfile = (id: string) => deleteRightsProfile({ path: { id } });
