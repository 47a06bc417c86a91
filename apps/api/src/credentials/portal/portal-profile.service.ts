import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows, transaction } from '../../db/sql.js';
import type { PersonActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { PasswordAftermath } from '../passwords/password-aftermath.js';
import { PasswordStore } from '../passwords/password-store.js';
import { OwnPassword } from './own-password.js';
import type { ChangePortalPassword, ChangePortalProfile, PortalSessionDto } from './portal.dto.js';
import { PortalSessionQueries } from './portal-session.queries.js';

@Injectable()
export class PortalProfileService {
  constructor(
    private readonly db: DataSource,
    private readonly own: OwnPassword,
    private readonly store: PasswordStore,
    private readonly after: PasswordAftermath,
    private readonly queries: PortalSessionQueries,
  ) {}

  /** One password for all companies (INV-2). The session that asked goes on under a new id; all others and the known devices end. */
  async changePassword(body: ChangePortalPassword, person: PersonActor): Promise<{ id: string; expiresAt: Date }> {
    if (!person.mustChange && !person.rights.has('password:change'))
      throw new AppError('access.denied', { missing: 'password:change' });
    const { identityId } = person;
    await this.own.prove(body, person);
    await this.store.assertStrong(this.db, body.newPassword, { identityId, pointer: '/newPassword' });
    const hash = await this.own.hash(body.newPassword);
    return transaction(this.db, async (tx) => {
      await this.store.replace(tx, identityId, {
        hash,
        setBy: { kind: 'contact', id: identityId, name: person.name },
        mustChange: false,
        keepSession: person.sessionId,
      });
      const session = await this.own.rotate(tx, person.sessionId);
      await this.after.tell(tx, identityId, 'password_changed');
      await this.after.audit.record(tx, person, 'password.changed', {
        identityId,
        contactId: person.contactId,
        customerId: person.customerId,
      });
      return session;
    });
  }

  /** The language may always be chosen, before a password must be changed too: its notice is sent in it. The name only with the right to it. */
  async change(body: ChangePortalProfile, person: PersonActor): Promise<PortalSessionDto> {
    if (body.displayName !== undefined && person.mustChange) throw new AppError('session.password_change_required');
    if (body.displayName !== undefined && !person.rights.has('profile:edit'))
      throw new AppError('access.denied', { missing: 'profile:edit' });
    return transaction(this.db, async (tx) => {
      await rows(
        tx,
        `UPDATE identities SET language = coalesce($2, language), display_name = coalesce($3, display_name) WHERE id = $1`,
        [person.identityId, body.language ?? null, body.displayName ?? null],
      );
      await this.after.audit.record(tx, person, 'profile.changed', {
        identityId: person.identityId,
        contactId: person.contactId,
        customerId: person.customerId,
        fields: Object.keys(body),
      });
      return this.queries.view(tx, person.sessionId);
    });
  }
}
