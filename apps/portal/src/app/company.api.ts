import { getPublicCompany, type GetLogoData, type PublicCompany } from '@latchkey/api-client';
import { useQuery } from '@tanstack/react-query';
import type { Company } from '../lib/company';
import { queryKeys } from '../lib/query-keys';

const LOGO: GetLogoData['url'] = '/api/v1/portal/logo';

/** An empty setting is one that nobody filled in. */
export const toCompany = ({ name, color, hasLogo, contact }: PublicCompany): Company => ({
  name,
  colour: color,
  logoUrl: hasLogo ? LOGO : undefined,
  phone: contact.phone || undefined,
  email: contact.email || undefined,
  hours: contact.text || undefined,
});

export const usePublicCompany = () =>
  useQuery({
    queryKey: queryKeys.company,
    queryFn: async () => toCompany((await getPublicCompany()).data),
    staleTime: 10 * 60_000,
  });
