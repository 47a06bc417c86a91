import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Db } from '../../db/sql.js';
import { fieldError } from '../../http/app-error.js';
import { PasswordsService } from '../../passwords/passwords.service.js';
import { PasswordStore } from '../passwords/password-store.js';
import { PinStore } from '../pins/pin-store.js';
import type { OpenLink } from './activation.sql.js';

/** The first secret of somebody who was invited: a password of their own, or a PIN where there is a phone only. */
@Injectable()
export class FirstSecret {
  constructor(
    private readonly db: DataSource,
    private readonly passwords: PasswordsService,
    private readonly store: PasswordStore,
    private readonly pins: PinStore,
  ) {}

  /** Throws password.weak, and contact.no_email where there is no address to sign in with. */
  async hash(password: string, { email, identityId }: OpenLink): Promise<string> {
    if (!email) throw fieldError('/password', 'contact.no_email');
    await this.store.assertStrong(this.db, password, { identityId });
    return this.passwords.hash(password);
  }

  lock(tx: Db, { identityId }: OpenLink): Promise<void> {
    return this.store.lock(tx, identityId);
  }

  /** A PIN that only its owner is told, once. */
  issuePin(tx: Db, { identityId, name }: OpenLink): Promise<string> {
    return this.pins.issueOwn(tx, identityId, name);
  }

  set(tx: Db, { identityId, name }: OpenLink, hash: string): Promise<void> {
    const setBy = { kind: 'contact', id: identityId, name } as const;
    return this.store.replace(tx, identityId, { hash, setBy, mustChange: false });
  }
}
