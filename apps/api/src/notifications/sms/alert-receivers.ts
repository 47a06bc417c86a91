import { type Db, rows } from '../../db/sql.js';
import { permissionsOf, STAFF_ROLES } from '../../http/permissions.js';
import { LANGUAGES } from '../../http/schemas.js';
import type { Settings } from '../../settings/settings.dto.js';

export type AlertLanguage = (typeof LANGUAGES)[number];

/** Those who can change what SMS may do. */
const RECEIVERS = STAFF_ROLES.filter((role) => permissionsOf(role).has('settings:write'));

export const alertLanguage = (own: string | null, company: AlertLanguage): AlertLanguage =>
  LANGUAGES.find((one) => one === own?.slice(0, 2)) ?? company;

/** Who is told when something is wrong with SMS, each in which language. */
export async function alertReceivers(
  tx: Db,
  { locale }: Pick<Settings, 'locale'>,
): Promise<{ email: string; language: AlertLanguage }[]> {
  const found = await rows<{ email: string; language: string | null }>(
    tx,
    `SELECT email, language FROM staff_members WHERE status = 'active' AND role = ANY ($1) ORDER BY id`,
    [RECEIVERS],
  );
  return found.map(({ email, language }) => ({ email, language: alertLanguage(language, locale.language) }));
}
