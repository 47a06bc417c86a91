import { listCases, listDevices, type RightsCheck } from '@latchkey/api-client';
import { checkContactRightsOptions } from '@latchkey/api-client/query';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

export type AskedAbout = 'case' | 'device';
export type RightsCheckOf = RightsCheck;

const FEW = 10;

interface Askable {
  value: string;
  label: string;
}

/** The newest, then what is typed: a number or words. */
const CASES = async (text: string, signal: AbortSignal): Promise<Askable[]> => {
  const { data } = await listCases({ query: { ...(text ? { q: text } : {}), limit: FEW }, signal });
  return data.items.map(({ id, number, subject, customer }) => ({
    value: id,
    label: `#${number} ${subject} · ${customer.name}`,
  }));
};

const DEVICES = async (text: string, signal: AbortSignal): Promise<Askable[]> => {
  const { data } = await listDevices({ query: { ...(text ? { q: text } : {}), limit: FEW }, signal });
  return data.items.map(({ id, name, deployment, customer }) => ({
    value: id,
    label: [name, deployment.name, customer.name].join(' · '),
  }));
};

export const askableOptions = (about: AskedAbout, text: string) =>
  queryOptions({
    queryKey: [{ _id: about === 'case' ? 'listCases' : 'listDevices', asked: text }],
    queryFn: ({ signal }) => (about === 'case' ? CASES(text, signal) : DEVICES(text, signal)),
    placeholderData: keepPreviousData,
  });

export const rightsCheckOptions = (id: string, about: AskedAbout, asked: string) =>
  checkContactRightsOptions({ path: { id }, query: about === 'case' ? { caseId: asked } : { deviceId: asked } });
