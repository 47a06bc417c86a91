import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Db, first } from '../../db/sql.js';
import type { PersonActor } from '../../http/actors.js';
import { AppError, fieldError } from '../../http/app-error.js';
import { CONTACT_MINIMUM, weakPassword } from '../../passwords/password-rules.js';
import { PasswordsService } from '../../passwords/passwords.service.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import { PasswordStore } from '../passwords/password-store.js';
import { OwnProof } from './own-proof.js';
import type { ChangePortalPassword, OwnSecret } from './portal.dto.js';

const FRESH_MS = 15 * 60_000;

/** Proving the own password once more. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly db: DataSource,
    private readonly store: PasswordStore,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    private readonly proof: OwnProof,
  ) {}

  /**
   * The current password; a password that must be changed has just been proven, and may not come again. The first password
   * needs the PIN: an open session at a desk somebody left must not become a way in of somebody else's (AUT-9).
   */
  async prove(body: ChangePortalPassword, person: PersonActor): Promise<void> {
    const { identityId } = person;
    const identity = await first<{ email: string | null }>(this.db, `SELECT email FROM identities WHERE id = $1`, [
      identityId,
    ]);
    if (!identity?.email) throw new AppError('contact.no_email');
    const current = await this.store.active(this.db, identityId);
    if (!current) return this.proveWithoutPassword(body, person);
    if (person.mustChange) {
      const same = await this.passwords.verify(body.newPassword, current.hash);
      if (same.matches) throw weakPassword('unchanged', CONTACT_MINIMUM, '/newPassword');
      return;
    }
    if (body.currentPassword === undefined) throw fieldError('/currentPassword', 'password.wrong');
    await this.proof.password(body.currentPassword, current.hash, person);
  }

  /** The password, or the PIN of who signs in with one, before an act that an open session is not enough for (SES-6). */
  async proveAnew({ currentPassword, currentPin }: OwnSecret, person: PersonActor): Promise<void> {
    const current = await this.store.active(this.db, person.identityId);
    if (current && currentPassword !== undefined) return this.proof.password(currentPassword, current.hash, person);
    await this.provePinOrYouth(currentPin, person, current !== undefined);
  }

  hash(password: string): Promise<string> {
    return this.passwords.hash(password);
  }

  async rotate(tx: Db, sessionId: string): Promise<{ id: string; expiresAt: Date }> {
    const session = await this.sessions.rotate(tx, sessionId, { proven: true, mustChange: false });
    if (!session) throw new AppError('session.required');
    return session;
  }

  private async proveWithoutPassword(body: ChangePortalPassword, person: PersonActor): Promise<void> {
    await this.provePinOrYouth(body.currentPin, person, false);
  }

  private async provePinOrYouth(pin: string | undefined, person: PersonActor, hasPassword: boolean): Promise<void> {
    if (await this.proof.pin(pin, person)) return;
    if (hasPassword) throw fieldError('/currentPassword', 'password.wrong');
    // Neither password nor PIN: the session came from a link. It is proof enough while it is young (SES-6).
    if (Date.now() - person.authenticatedAt.getTime() > FRESH_MS)
      throw new AppError('session.reauthentication_required');
  }
}
