import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { fingerprint, randomToken } from '../config/keys.js';
import { newId } from '../db/id.js';
import { first, rows } from '../db/sql.js';
import { ACTIVE_OWNER } from './staff-links.service.js';
import { linkUrl } from './staff.messages.js';

/**
 * The address at which the first owner sets up the account, or undefined when there is an active owner. There is no default
 * account (AUT-13): the link works once, within 24 hours, and only its fingerprint is stored. Every start makes one, and all
 * of them die when one was used.
 */
export async function ensureBootstrapLink(app: NestFastifyApplication): Promise<string | undefined> {
  const db = app.get(DataSource);
  if (await first(db, ACTIVE_OWNER)) return undefined;
  const token = randomToken();
  await rows(db, `DELETE FROM staff_links WHERE purpose = 'bootstrap' AND expires_at < now()`);
  await rows(
    db,
    `INSERT INTO staff_links (id, purpose, token_hash, expires_at) VALUES ($1, 'bootstrap', $2, now() + interval '24 hours')`,
    [newId(), fingerprint(token)],
  );
  return linkUrl(app.get<Config>(CONFIG), token);
}
