import {
  changeCarrier,
  createCarrier,
  estimateSms,
  getSmsUsage,
  liftSmsStop,
  listSmsStops,
  removeCarrier,
  sendTestSms,
  type Carrier,
  type CreateCarrier,
  type SmsStop,
  type TestSmsResult,
} from '@latchkey/api-client';
import { listCarriersOptions, listCarriersQueryKey } from '@latchkey/api-client/query';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';

export type { Carrier, CreateCarrier, SmsStop, TestSmsResult };

/** Asked anew when the settings change. */
export const useSmsUsage = (version: number) =>
  useQuery({ queryKey: ['smsUsage', version], queryFn: async () => (await getSmsUsage()).data });

const PAUSE_MS = 300;

/** What a text would travel as and cost, a moment after the last key; asked anew when the price changes. */
export const useSmsEstimate = (typed: string, version: number) => {
  const [text] = useDebouncedValue(typed, PAUSE_MS);
  return useQuery({
    queryKey: ['smsEstimate', version, text],
    queryFn: async ({ signal }) => (await estimateSms({ body: { text }, signal })).data,
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
};

const STOPS = ['smsStops'];

export const useSmsStops = () => useQuery({ queryKey: STOPS, queryFn: async () => (await listSmsStops()).data.items });

export const useLiftSmsStop = () => {
  const client = useQueryClient();
  return async (id: string, reason: string): Promise<void> => {
    await liftSmsStop({ path: { id }, body: { reason } });
    await client.invalidateQueries({ queryKey: STOPS });
  };
};

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
