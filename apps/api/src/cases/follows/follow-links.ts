import { Injectable } from '@nestjs/common';
import { fingerprint, Keys } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { type Db, first, rows } from '../../db/sql.js';

/** A link that nobody used for so long is over. */
export const FOLLOW_DAYS = 90;

export interface NewFollow {
  caseId: string;
  isReporter: boolean;
  name: string | null;
  email: string | null;
  phone: string | null;
  language: string | null;
  /** Null: sent by staff to the reporter's address, shown to no browser. */
  visitBrowserId: string | null;
}

/** Condition on a follow link `f`: it still works. */
export const FOLLOW_LIVES = `f.revoked_at IS NULL AND f.expires_at > now()`;

/**
 * Links to one case without a login. The secret is derived from the link's id under a key that is not in the database: it can be
 * given again to the same browser and put into each message, and stands nowhere but in the link.
 */
@Injectable()
export class FollowLinks {
  constructor(private readonly keys: Keys) {}

  /** Answers the path with its fragment, such as /f#id.secret. */
  linkOf(id: string): string {
    return `/f#${id}.${this.secretOf(id)}`;
  }

  /** 43 characters. */
  private secretOf(id: string): string {
    return this.keys.mac('link', 'case-follow', id);
  }

  /** The path of the link that says yes to updates at this address. */
  confirmLinkOf(id: string, email: string): string {
    return `/f/confirm#${id}.${this.confirmToken(id, email)}`;
  }

  /** Of this link and this address only: another address makes it void. */
  confirmToken(id: string, email: string): string {
    return this.keys.mac('link', 'case-follow-email', id, email.toLowerCase());
  }

  async make(tx: Db, follow: NewFollow): Promise<string> {
    const id = newId();
    await rows(
      tx,
      `INSERT INTO case_follows (id, case_id, token_hash, is_reporter, name, email, phone, language, visit_browser_id, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(days => ${FOLLOW_DAYS}))`,
      [
        id,
        follow.caseId,
        fingerprint(this.secretOf(id)),
        follow.isReporter,
        follow.name,
        follow.email,
        follow.phone,
        follow.language,
        follow.visitBrowserId,
      ],
    );
    return id;
  }

  /** The newest link of this browser to this case that still works. */
  async ofBrowser(db: Db, caseId: string, visitBrowserId: string): Promise<string | undefined> {
    const found = await first<{ id: string }>(
      db,
      `SELECT f.id FROM case_follows f WHERE f.case_id = $1 AND f.visit_browser_id = $2 AND ${FOLLOW_LIVES} ORDER BY f.created_at DESC LIMIT 1`,
      [caseId, visitBrowserId],
    );
    return found?.id;
  }
}
