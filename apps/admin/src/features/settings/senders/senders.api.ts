import {
  addMailProfile,
  changeMailProfile,
  orderMailProfiles,
  removeMailProfile,
  sendTestMail,
  type MailProfile,
  type MailProfileList,
  type SetMailProfile,
} from '@latchkey/api-client';
import { listMailProfilesOptions } from '@latchkey/api-client/query';
import { useQuery, useQueryClient } from '@tanstack/react-query';

export type Sender = MailProfile;
export type { SetMailProfile };

export const useSenders = () => useQuery(listMailProfilesOptions());

/** Each answers the whole list as it is then. */
export const useSenderActs = () => {
  const client = useQueryClient();
  const keep = ({ data }: { data: MailProfileList }): void => {
    client.setQueryData(listMailProfilesOptions().queryKey, data);
  };
  return {
    save: async (id: string | null, body: SetMailProfile) =>
      keep(id === null ? await addMailProfile({ body }) : await changeMailProfile({ path: { id }, body })),
    order: async (ids: string[]) => keep(await orderMailProfiles({ body: { ids } })),
    remove: async (id: string) => keep(await removeMailProfile({ path: { id } })),
  };
};

export const testSender = async (profileId: string, to: string) =>
  (await sendTestMail({ body: { to, profileId } })).data;
