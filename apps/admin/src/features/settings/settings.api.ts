import {
  changeSettings,
  getSettings,
  previewRetention,
  removeLogo,
  sendTestMail,
  setLogo,
  type ChangeSettings,
  type Settings,
  type TestMailResult,
} from '@latchkey/api-client';
import { getPublicCompanyQueryKey, getSettingsOptions, getSetupChecklistQueryKey } from '@latchkey/api-client/query';
import { keepPreviousData, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { sessionQuery } from '../../app/session';

export type { ChangeSettings, Settings, TestMailResult };

export const useSettings = () => useQuery(getSettingsOptions());

const put = async (version: number, body: ChangeSettings): Promise<Settings> =>
  (await changeSettings({ headers: { 'If-Match': `"${version}"` }, body })).data;

/** What is written here shows in the frame of the app, on the sign-in page and in the checklist too. */
export const useSettingsStore = () => {
  const client = useQueryClient();
  return useMemo(() => {
    const keep = (settings: Settings): Settings => {
      client.setQueryData(getSettingsOptions().queryKey, settings);
      for (const queryKey of [sessionQuery.queryKey, getPublicCompanyQueryKey(), getSetupChecklistQueryKey()])
        void client.invalidateQueries({ queryKey });
      return settings;
    };
    const load = async (): Promise<Settings> => keep((await getSettings()).data);
    return {
      load,
      save: async (version: number, body: ChangeSettings): Promise<Settings> => keep(await put(version, body)),
      uploadLogo: async (file: File): Promise<Settings> => {
        await setLogo({ body: file, headers: { 'Content-Type': file.type } });
        return load();
      },
      removeLogo: async (): Promise<Settings> => {
        await removeLogo();
        return load();
      },
    };
  }, [client]);
};

/** What would go within the hour; asked for while the times are typed. */
export const useRetentionPreview = (kept: Settings['retention'] | null) =>
  useQuery({
    queryKey: ['previewRetention', kept],
    queryFn: kept ? async ({ signal }) => (await previewRetention({ query: kept, signal })).data : skipToken,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export const testMail = async (to: string): Promise<TestMailResult> => (await sendTestMail({ body: { to } })).data;
