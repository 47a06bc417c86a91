import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { fingerprint } from '../../config/keys.js';
import { type Db, first, transaction } from '../../db/sql.js';
import { DONE, type Done } from '../../http/schemas.js';
import { CONTACT_MINIMUM } from '../../passwords/password-rules.js';
import { SettingsService } from '../../settings/settings.service.js';
import { AccessState } from '../identities/access-state.js';
import type { ActivationDto } from './activation.dto.js';
import { mayHavePin, NOTE_OPENED, OPEN_LINK, type OpenLink, type UsedLink } from './activation.sql.js';
import { linkEnd } from './link-end.js';

/** What a link is for, before it is used. */
@Injectable()
export class ActivationLinks {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly access: AccessState,
    private readonly audit: AuditService,
  ) {}

  /** Only looks (INV-9). Throws why the link does not work. */
  async view(token: string): Promise<ActivationDto> {
    const { identityId: _identity, contactId: _contact, email: _email, ...view } = await this.find(this.db, token);
    const withoutPassword = await this.mayGoWithout();
    return { ...view, mayHavePin: mayHavePin(view), withoutPassword, minPasswordLength: CONTACT_MINIMUM };
  }

  /** Somebody pressed Continue: a person is there, and the message arrived (S4.11). */
  open(token: string, ip: string): Promise<Done> {
    return transaction(this.db, async (tx) => {
      const opened = await first<UsedLink>(tx, NOTE_OPENED, [fingerprint(token)]);
      if (!opened) await this.find(tx, token);
      else {
        const { identityId, contactId, customerId } = opened;
        await this.access.refreshPerson(tx, identityId);
        const actor = { kind: 'anyone', id: 'anyone', ip } as const;
        await this.audit.record(tx, actor, 'invitation.opened', { identityId, contactId, customerId });
      }
      return DONE;
    });
  }

  async find(db: Db, token: string): Promise<OpenLink> {
    const link = await first<OpenLink>(db, OPEN_LINK, [fingerprint(token)]);
    if (!link) throw await linkEnd(db, token);
    return link;
  }

  /** Whether the company lets people in who choose no password (C1). */
  async mayGoWithout(): Promise<boolean> {
    return (await this.settings.read()).invitations.withoutPassword;
  }
}
