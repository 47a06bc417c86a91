import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fingerprint } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import { fieldError } from '../../http/app-error.js';
import { PasswordAftermath } from '../passwords/password-aftermath.js';
import type { NextStep } from '../portal/portal.dto.js';
import type { Browser, BrowserSession } from '../sign-in/portal-browser.js';
import { SessionOpener } from '../sign-in/session-opener.js';
import { ActivationLinks } from './activation-links.service.js';
import type { AcceptActivation } from './activation.dto.js';
import { CONSUME, mayHavePin, type OpenLink, type UsedLink } from './activation.sql.js';
import { FirstSecret } from './first-secret.js';
import { linkEnd } from './link-end.js';

interface Accepted {
  session: BrowserSession;
  next: NextStep;
  /** Told this one time. */
  pin: string | null;
}

@Injectable()
export class ActivationService {
  constructor(
    private readonly db: DataSource,
    private readonly links: ActivationLinks,
    private readonly secret: FirstSecret,
    private readonly after: PasswordAftermath,
    private readonly opener: SessionOpener,
  ) {}

  /** Uses the link up with one UPDATE: of any number at once, one gets in (REC-4). */
  async accept(body: AcceptActivation, browser: Browser): Promise<Accepted> {
    const link = await this.links.find(this.db, body.token);
    await this.assertMay(body, link);
    const hash = body.password === undefined ? null : await this.secret.hash(body.password, link);
    return transaction(this.db, async (tx) => {
      await this.secret.lock(tx, link);
      const used = await first<UsedLink>(tx, CONSUME, [fingerprint(body.token)]);
      if (!used) throw await linkEnd(tx, body.token);
      const { identityId, contactId, customerId } = used;
      if (hash !== null) {
        await this.secret.set(tx, link, hash);
        await this.after.tell(tx, identityId, 'login_activated');
      }
      const pin = body.newPin ? await this.secret.issuePin(tx, link) : null;
      await this.noteUse(tx, used.id);
      await this.keepLanguage(tx, identityId, body.language);
      const actor = { kind: 'anyone', id: 'anyone', ip: browser.ip } as const;
      await this.after.audit.record(tx, actor, 'invitation.accepted', {
        identityId,
        contactId,
        customerId,
        password: hash !== null,
        pin: pin !== null,
      });
      const opened = await this.opener.open(tx, { identityId, contactId, method: 'link', browser });
      await this.after.refresh(tx, identityId);
      await this.after.given.close(tx, { identityId }, 'accepted');
      return { ...opened, pin };
    });
  }

  /** What is kept must be there; to go without any secret, the company must allow it. */
  private async assertMay({ keepPin, withoutPassword, newPin }: AcceptActivation, link: OpenLink): Promise<void> {
    if (keepPin && !link.hasPin && !link.hasPassword)
      throw fieldError('/keepPin', 'request.invalid_body', 'There is no secret that could be kept');
    if (newPin && !mayHavePin(link))
      throw fieldError('/newPin', 'request.invalid_body', 'A PIN is for a phone number without one');
    if (withoutPassword && !(await this.links.mayGoWithout()))
      throw fieldError('/withoutPassword', 'request.invalid_body', 'A password is needed here');
  }

  /** What was read and understood goes on, and does not turn into another language behind the door. */
  private async keepLanguage(tx: Db, identityId: string, language: AcceptActivation['language']): Promise<void> {
    if (language === undefined) return;
    await rows(tx, `UPDATE identities SET language = $2 WHERE id = $1 AND language IS NULL`, [identityId, language]);
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
