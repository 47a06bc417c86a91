import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fingerprint } from '../../config/keys.js';
import { first, transaction } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import { CONTACT_MINIMUM } from '../../passwords/password-rules.js';
import { PasswordsService } from '../../passwords/passwords.service.js';
import { PasswordAftermath } from '../passwords/password-aftermath.js';
import { PasswordStore } from '../passwords/password-store.js';
import { LINK_WORKS } from './reset-sql.js';
import type { FinishReset, ResetDto } from './resets.dto.js';

interface OpenLink {
  identityId: string;
  company: string;
  loginId: string;
  expiresAt: Date;
}

const OPEN_LINK = `
  SELECT i.id AS "identityId", i.email AS "loginId", CASE WHEN r.sms_token_hash = $1 THEN r.sms_expires_at ELSE r.expires_at END AS "expiresAt",
         coalesce((SELECT data -> 'company' ->> 'name' FROM settings WHERE id = 1), 'Latchkey') AS company
    FROM password_resets r, identities i WHERE ${LINK_WORKS}`;

interface UsedLink {
  identityId: string;
  name: string | null;
  contactId: string | null;
  customerId: string | null;
}

const CONSUME = `
  UPDATE password_resets r SET used_at = now() FROM identities i WHERE ${LINK_WORKS}
  RETURNING i.id AS "identityId", i.display_name AS name, r.contact_id AS "contactId",
            (SELECT c.customer_id FROM contacts c WHERE c.id = r.contact_id) AS "customerId"`;

/** The link that was asked for: it shows whose it is, and lets choose a new password once. It opens no session (C4). */
@Injectable()
export class ResetsService {
  constructor(
    private readonly db: DataSource,
    private readonly passwords: PasswordsService,
    private readonly store: PasswordStore,
    private readonly after: PasswordAftermath,
  ) {}

  /** Only looks (REC-5). Used, replaced, expired, not delivered and never made are the same 410. */
  async view(token: string): Promise<ResetDto> {
    const { company, loginId, expiresAt } = await this.open(token);
    return { company, loginId, minPasswordLength: CONTACT_MINIMUM, expiresAt };
  }

  /** Uses the link up with one UPDATE, in the transaction that sets the password: of any number at once, one gets through (REC-4). */
  async finish({ token, password }: FinishReset, ip: string): Promise<Done> {
    const { identityId } = await this.open(token);
    await this.store.assertStrong(this.db, password, { identityId });
    const hash = await this.passwords.hash(password);
    return transaction(this.db, async (tx) => {
      await this.store.lock(tx, identityId);
      const used = await first<UsedLink>(tx, CONSUME, [fingerprint(token)]);
      if (!used) throw new AppError('link.invalid');
      const { name, contactId, customerId } = used;
      const setBy = { kind: 'contact', id: identityId, name } as const;
      await this.store.replace(tx, identityId, { hash, setBy, mustChange: false });
      await this.after.tell(tx, identityId, 'password_changed');
      const actor = { kind: 'anyone', id: 'anyone', ip } as const;
      await this.after.audit.record(tx, actor, 'password.reset', { identityId, contactId, customerId });
      return DONE;
    });
  }

  private async open(token: string): Promise<OpenLink> {
    const link = await first<OpenLink>(this.db, OPEN_LINK, [fingerprint(token)]);
    if (!link) throw new AppError('link.invalid');
    return link;
  }
}
