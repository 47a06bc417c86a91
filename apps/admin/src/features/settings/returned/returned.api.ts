import {
  lookForBounces,
  makeMailEventsSecret,
  removeBounceMailbox,
  removeMailEventsSecret,
  setBounceMailbox,
  type BounceSettings,
  type SetBounceMailbox,
} from '@latchkey/api-client';
import { getBounceSettingsOptions } from '@latchkey/api-client/query';
import { useQuery, useQueryClient } from '@tanstack/react-query';

export type { BounceSettings, SetBounceMailbox };

export const useBounceSettings = () => useQuery(getBounceSettingsOptions());

/** Each answers the settings as they are then, which the page shows. */
export const useBounceActs = () => {
  const client = useQueryClient();
  const keep = (settings: BounceSettings): BounceSettings => {
    client.setQueryData(getBounceSettingsOptions().queryKey, settings);
    return settings;
  };
  return {
    setMailbox: async (body: SetBounceMailbox) => keep((await setBounceMailbox({ body })).data),
    removeMailbox: async () => keep((await removeBounceMailbox()).data),
    look: async () => keep((await lookForBounces()).data),
    removeSecret: async () => keep((await removeMailEventsSecret()).data),
    makeSecret: async (): Promise<string> => {
      const { secret } = (await makeMailEventsSecret()).data;
      await client.invalidateQueries({ queryKey: getBounceSettingsOptions().queryKey });
      return secret;
    },
  };
};
