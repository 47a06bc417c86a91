import { useTranslation } from 'react-i18next';
import type { PrintLanguage } from '../labels.api';

const SPOKEN: readonly PrintLanguage[] = ['en', 'de', 'sv'];

/** The language of the screen, as far as printing speaks it. */
export const usePrintLanguage = (): PrintLanguage => {
  const { i18n } = useTranslation();
  return SPOKEN.find((language) => language === i18n.language) ?? 'en';
};
