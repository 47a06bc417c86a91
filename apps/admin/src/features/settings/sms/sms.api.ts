import {
  changeCarrier,
  createCarrier,
  getSmsUsage,
  removeCarrier,
  sendTestSms,
  type Carrier,
  type CreateCarrier,
  type TestSmsResult,
} from '@latchkey/api-client';
import { listCarriersOptions, listCarriersQueryKey } from '@latchkey/api-client/query';
import { useQuery, useQueryClient } from '@tanstack/react-query';

export type { Carrier, CreateCarrier, TestSmsResult };

/** Asked anew when the settings change. */
export const useSmsUsage = (version: number) =>
  useQuery({ queryKey: ['smsUsage', version], queryFn: async () => (await getSmsUsage()).data });

export const useCarriers = () => useQuery(listCarriersOptions());

/** A test counts as any other SMS: what was spent is asked for again. */
export const useTestSms = () => {
  const client = useQueryClient();
  return async (body: { to: string; text: string }): Promise<TestSmsResult> => {
    const { data } = await sendTestSms({ body });
    void client.invalidateQueries({ queryKey: ['smsUsage'] });
    return data;
  };
};

/** Runs a change of carriers, then fetches them again. */
export const useCarrierAct = () => {
  const client = useQueryClient();
  return async <Result>(act: () => Promise<Result>): Promise<Result> => {
    const result = await act();
    await client.invalidateQueries({ queryKey: listCarriersQueryKey() });
    return result;
  };
};

/** New without a carrier, else changed as it was seen. */
export const saveCarrier = (carrier: Carrier | null, body: CreateCarrier) =>
  carrier
    ? changeCarrier({ path: { id: carrier.id }, headers: { 'If-Match': `"${carrier.version}"` }, body })
    : createCarrier({ body });

export const dropCarrier = (id: string) => removeCarrier({ path: { id } });
