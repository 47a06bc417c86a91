import { useQuery } from '@tanstack/react-query';
import { LANGUAGES, loadTexts } from '../../../i18n/catalogues';

/** The language that the portal speaks to somebody with this one on file: English where it has no other. */
export const portalLanguage = (onFile: string): string =>
  LANGUAGES.find((language) => language === onFile.slice(0, 2).toLowerCase()) ?? 'en';

/** What stands on the portal's buttons and fields; a test holds it against the portal's own words. */
export const usePortalLabels = (onFile: string) => {
  const shown = portalLanguage(onFile);
  const query = useQuery({
    queryKey: ['portal-labels', shown],
    queryFn: async () => (await loadTexts(shown, ['portal-labels']))['portal-labels'] ?? {},
    staleTime: Infinity,
  });
  return { shown, query };
};
