import { createContext, useContext } from 'react';

/** The company whose portal this is, as its settings say. */
export interface Company {
  name: string;
  logoUrl?: string | undefined;
  /** Its colour as #rrggbb; made readable before it is used. */
  colour?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  /** People may ask for a new password themselves. */
  passwordReset?: boolean;
  /** They may name their phone number for an SMS beside the e-mail. */
  resetBySms?: boolean;
  /** It says how it treats personal data. */
  hasPrivacyNotice?: boolean;
  /** When somebody answers, in words. */
  hours?: string | undefined;
}

const CompanyContext = createContext<Company | null>(null);

export const CompanyProvider = CompanyContext.Provider;

/** Null until the settings are here. */
export const useCompany = (): Company | null => useContext(CompanyContext);
