import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fingerprint } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import { AppError, fieldError } from '../../http/app-error.js';
import { CONTACT_MINIMUM } from '../../passwords/password-rules.js';
import { PasswordsService } from '../../passwords/passwords.service.js';
import { PasswordAftermath } from '../passwords/password-aftermath.js';
import { PasswordStore } from '../passwords/password-store.js';
import type { NextStep } from '../portal/portal.dto.js';
import type { Browser, BrowserSession } from '../sign-in/portal-browser.js';
import { SessionOpener } from '../sign-in/session-opener.js';
import { CONSUME, OPEN_LINK, type OpenLink, type UsedLink } from './activation.sql.js';
import type { AcceptActivation, ActivationDto } from './activation.dto.js';

@Injectable()
export class ActivationService {
  constructor(
    private readonly db: DataSource,
    private readonly passwords: PasswordsService,
    private readonly store: PasswordStore,
    private readonly after: PasswordAftermath,
    private readonly opener: SessionOpener,
  ) {}

  /** Only looks (INV-9). A link that was used, replaced, revoked or has expired is the same 410 as one that never was. */
  async view(token: string): Promise<ActivationDto> {
    const { identityId: _identity, contactId: _contact, email: _email, ...view } = await this.open(token);
    return { ...view, minPasswordLength: CONTACT_MINIMUM };
  }

  /** Uses the link up with one UPDATE: of any number at once, one gets in (REC-4). */
  async accept(body: AcceptActivation, browser: Browser): Promise<{ session: BrowserSession; next: NextStep }> {
    const link = await this.open(body.token);
    const hash = body.password === undefined ? null : await this.checked(body.password, link);
    if (hash === null && !link.hasPin && !link.hasPassword)
      throw fieldError('/keepPin', 'request.invalid_body', 'There is no secret that could be kept');
    return transaction(this.db, async (tx) => {
      await this.store.lock(tx, link.identityId);
      const used = await first<UsedLink>(tx, CONSUME, [fingerprint(body.token)]);
      if (!used) throw new AppError('link.invalid');
      const { identityId, contactId, customerId } = used;
      if (hash !== null) {
        await this.store.replace(tx, identityId, {
          hash,
          setBy: { kind: 'contact', id: identityId, name: link.name },
          mustChange: false,
        });
        await this.after.tell(tx, identityId, 'login_activated');
      }
      await this.noteUse(tx, used.id);
      const actor = { kind: 'anyone', id: 'anyone', ip: browser.ip } as const;
      await this.after.audit.record(tx, actor, 'invitation.accepted', {
        identityId,
        contactId,
        customerId,
        password: hash !== null,
      });
      const opened = await this.opener.open(tx, { identityId, contactId, method: 'link', browser });
      await this.after.refresh(tx, identityId);
      return opened;
    });
  }

  private async open(token: string): Promise<OpenLink> {
    const link = await first<OpenLink>(this.db, OPEN_LINK, [fingerprint(token)]);
    if (!link) throw new AppError('link.invalid');
    return link;
  }

  private async checked(password: string, link: OpenLink): Promise<string> {
    if (!link.email) throw fieldError('/password', 'contact.no_email');
    await this.store.assertStrong(this.db, password, { identityId: link.identityId });
    return this.passwords.hash(password);
  }

  /** The invitation has the id of the message that carried it: its timeline ends with the use. */
  private async noteUse(tx: Db, id: string): Promise<void> {
    await rows(
      tx,
      `INSERT INTO notification_events (id, notification_id, event) SELECT $2, id, 'used' FROM notifications WHERE id = $1`,
      [id, newId()],
    );
  }
}
