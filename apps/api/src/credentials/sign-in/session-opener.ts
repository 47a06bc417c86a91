import { Injectable } from '@nestjs/common';
import { fingerprint, randomToken } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { type Db, first, rows, together } from '../../db/sql.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import { AccessState } from '../identities/access-state.js';
import type { NextStep } from '../portal/portal.dto.js';
import type { Browser, BrowserSession } from './portal-browser.js';

export interface Opening {
  identityId: string;
  /** At which company; null: the person has to choose one. */
  contactId: string | null;
  method: 'password' | 'pin' | 'link';
  mustChange?: boolean;
  /** Life of the session; as long as every other when absent. */
  minutes?: number | undefined;
  browser: Browser;
}

/** What every way in ends with: a session under a new id, a known device, and the facts staff see. */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly sessions: SessionsService,
    private readonly access: AccessState,
  ) {}

  async open(tx: Db, opening: Opening): Promise<{ session: BrowserSession; next: NextStep }> {
    const { identityId, method, browser, contactId, minutes, mustChange = false } = opening;
    const { ip, userAgent } = browser;
    const [, { id, expiresAt }, device] = await together(
      this.endEarlier(tx, browser),
      this.sessions.open(tx, { kind: 'contact', identityId, contactId, method, mustChange, minutes, ip, userAgent }),
      this.knownDevice(tx, identityId, browser.deviceToken),
      this.noteSignIn(tx, { identityId, method, contactId }),
    );
    return {
      session: { id, expiresAt, device },
      next: mustChange ? 'set_password' : contactId ? 'home' : 'choose_company',
    };
  }

  /** The browser's earlier session ends: it never turns into another person's (REC-13). */
  private async endEarlier(tx: Db, { sessionId }: Browser): Promise<void> {
    if (!sessionId) return;
    await rows(tx, `DELETE FROM sessions WHERE token_hash = $1 AND kind = 'contact'`, [fingerprint(sessionId)]);
  }

  private async noteSignIn(
    tx: Db,
    signIn: { identityId: string; method: string; contactId: string | null },
  ): Promise<void> {
    const { identityId, method, contactId } = signIn;
    const before = await first<{ isFirst: boolean }>(
      tx,
      `UPDATE identities i SET last_sign_in_at = now(), last_sign_in_method = $2, last_contact_id = coalesce($3, i.last_contact_id)
         FROM (SELECT id, last_sign_in_at IS NULL AS is_first FROM identities WHERE id = $1 FOR UPDATE) o WHERE i.id = o.id RETURNING o.is_first AS "isFirst"`,
      [identityId, method, contactId],
    );
    if (before?.isFirst) await this.access.refreshPerson(tx, identityId);
  }

  /** The browser keeps a budget of its own for 90 days (AUT-5). A token of this identity is kept, any other is replaced. */
  private async knownDevice(tx: Db, identityId: string, token: string | undefined): Promise<BrowserSession['device']> {
    const kept =
      token === undefined
        ? undefined
        : await first<{ expiresAt: Date }>(
            tx,
            `UPDATE known_devices SET expires_at = now() + interval '90 days' WHERE token_hash = $1 AND identity_id = $2 AND expires_at > now() RETURNING expires_at AS "expiresAt"`,
            [fingerprint(token), identityId],
          );
    if (token !== undefined && kept) return { token, expiresAt: kept.expiresAt };
    const fresh = randomToken();
    const made = await first<{ expiresAt: Date }>(
      tx,
      `INSERT INTO known_devices (id, identity_id, token_hash, expires_at) VALUES ($1, $2, $3, now() + interval '90 days') RETURNING expires_at AS "expiresAt"`,
      [newId(), identityId, fingerprint(fresh)],
    );
    if (!made) throw new Error('The device was not stored');
    return { token: fresh, expiresAt: made.expiresAt };
  }
}
