import {
  changeDeploymentPortal,
  disableDeploymentPortal,
  enableDeploymentPortal,
  getDeploymentPortal,
  getPublicCompany,
  liftDeploymentPause,
  listCaseTemplates,
  listContacts,
  revealDeploymentPin,
  setDeploymentPin,
  type ChangeDeploymentPortal,
  type DeploymentPortal,
  type SetDeploymentPin,
} from '@latchkey/api-client';
import {
  getCaseTemplateOptions,
  getDeploymentChecklistOptions,
  getDeploymentPortalOptions,
} from '@latchkey/api-client/query';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { loadTexts } from '../../i18n/catalogues';

const MOST = 100;

export const usePortal = (id: string) => useQuery(getDeploymentPortalOptions({ path: { id } }));
export const fetchPortal = async (id: string): Promise<DeploymentPortal> =>
  (await getDeploymentPortal({ path: { id } })).data;
export const useChecklist = (id: string) => useQuery(getDeploymentChecklistOptions({ path: { id } }));

export const savePortal = async (
  row: { id: string; version: number },
  body: ChangeDeploymentPortal,
): Promise<DeploymentPortal> =>
  (await changeDeploymentPortal({ path: { id: row.id }, headers: { 'If-Match': `"${row.version}"` }, body })).data;

export const enablePortal = async (id: string) => (await enableDeploymentPortal({ path: { id } })).data;
export const disablePortal = (id: string) => disableDeploymentPortal({ path: { id } });
export const setPin = async (id: string, body: SetDeploymentPin) =>
  (await setDeploymentPin({ path: { id }, body })).data;
export const showPin = async (id: string) => (await revealDeploymentPin({ path: { id } })).data;
export const liftPause = (id: string, reason: string) => liftDeploymentPause({ path: { id }, body: { reason } });

/** What can be offered to visitors; a report names at most so many. */
export const templatesOptions = queryOptions({
  queryKey: [{ _id: 'listCaseTemplates', offered: true }],
  queryFn: async ({ signal }) =>
    (await listCaseTemplates({ query: { status: 'active', limit: MOST }, signal })).data.items,
});

/** As visitors read them, in all languages. */
export const templateOptions = (id: string) => getCaseTemplateOptions({ path: { id } });

/** Who can be told of a new PIN: contacts of the customer with an e-mail address. */
export const contactsToTellOptions = (customerId: string) =>
  queryOptions({
    queryKey: [{ _id: 'listContacts', toTell: customerId }],
    queryFn: async ({ signal }) => {
      const { data } = await listContacts({ query: { customerId, status: 'active', limit: MOST }, signal });
      return data.items.filter(({ email }) => email !== null);
    },
  });

/** How visitors reach the company, as its portal says it. */
export const companyOptions = queryOptions({
  queryKey: ['getPublicCompany'],
  queryFn: async ({ signal }) => (await getPublicCompany({ signal })).data,
  staleTime: 5 * 60_000,
});

/** What the portal says, in the language of the visitor; a test holds it against the portal's own words. */
export const visitWordsOptions = (language: string) =>
  queryOptions({
    queryKey: ['visit-words', language],
    queryFn: async () => (await loadTexts(language, ['visit-preview']))['visit-preview'] ?? {},
    staleTime: Infinity,
  });
