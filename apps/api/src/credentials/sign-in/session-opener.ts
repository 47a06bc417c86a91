import { Injectable } from '@nestjs/common';
import { fingerprint, randomToken } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { type Db, first, rows } from '../../db/sql.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import { AccessState } from '../identities/access-state.js';
import type { NextStep } from '../portal/portal.dto.js';
import type { Browser, BrowserSession } from './portal-browser.js';

export interface Opening {
  identityId: string;
  /** The company, when it is known already; else the only one there is, if there is only one. */
  contactId?: string;
  method: 'password' | 'pin' | 'link';
  mustChange?: boolean;
  browser: Browser;
}

/** Contacts of an identity that are open to it now. */
export const OPEN_CONTACTS = `
  SELECT c.id FROM contacts c JOIN customers u ON u.id = c.customer_id
   WHERE c.identity_id = $1 AND c.status = 'active' AND c.is_portal_user AND u.status = 'active' ORDER BY c.id LIMIT 2`;

/** What every way in ends with: a session under a new id, a known device, and the facts staff see. */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly sessions: SessionsService,
    private readonly access: AccessState,
  ) {}

  async open(tx: Db, opening: Opening): Promise<{ session: BrowserSession; next: NextStep }> {
    const { identityId, method, browser } = opening;
    const mustChange = opening.mustChange ?? false;
    const contactId = opening.contactId ?? (await this.onlyContact(tx, identityId));
    // The browser's earlier session ends: it never turns into another person's (REC-13).
    if (browser.sessionId)
      await rows(tx, `DELETE FROM sessions WHERE token_hash = $1 AND kind = 'contact'`, [
        fingerprint(browser.sessionId),
      ]);
    const { ip, userAgent } = browser;
    const { id, expiresAt } = await this.sessions.open(tx, {
      kind: 'contact',
      identityId,
      contactId,
      method,
      mustChange,
      ip,
      userAgent,
    });
    const device = await this.knownDevice(tx, identityId, browser.deviceToken);
    await this.noteSignIn(tx, { identityId, method, contactId });
    return {
      session: { id, expiresAt, device },
      next: mustChange ? 'set_password' : contactId ? 'home' : 'choose_company',
    };
  }

  private async onlyContact(tx: Db, identityId: string): Promise<string | null> {
    const open = await rows<{ id: string }>(tx, OPEN_CONTACTS, [identityId]);
    return open.length === 1 ? (open[0]?.id ?? null) : null;
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
