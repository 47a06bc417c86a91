import { fingerprint } from '../../config/keys.js';
import { type Db, first } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { DEAD_LINK, type DeadLink } from './activation.sql.js';

/** Why a link does not work, for whoever holds it (D7). To a token that never was, nothing is said. */
export async function linkEnd(db: Db, token: string): Promise<AppError> {
  const link = await first<DeadLink>(db, DEAD_LINK, [fingerprint(token)]);
  if (!link) return new AppError('link.invalid');
  if (link.isUsed) return new AppError('link.used');
  if (link.newerAt) return new AppError('link.replaced', { sentAt: link.newerAt.toISOString() });
  return new AppError(link.isExpired && !link.isRevoked ? 'link.expired' : 'link.revoked');
}
