import type { GetLogoData, PublicCompany } from '@latchkey/api-client';
import type { Company } from './company';

const LOGO: GetLogoData['url'] = '/api/v1/portal/logo';

/** An empty setting is one that nobody filled in. */
export const toCompany = ({
  name,
  color,
  hasLogo,
  contact,
  passwordReset,
  resetBySms,
  hasPrivacyNotice,
}: PublicCompany): Company => ({
  name,
  colour: color,
  logoUrl: hasLogo ? LOGO : undefined,
  phone: contact.phone || undefined,
  email: contact.email || undefined,
  passwordReset,
  resetBySms,
  hasPrivacyNotice,
  hours: contact.text || undefined,
});
