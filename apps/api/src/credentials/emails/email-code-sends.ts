import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import { newId } from '../../db/id.js';
import { type Db, first } from '../../db/sql.js';
import type { ContactActor } from '../../http/actors.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import { SettingsService } from '../../settings/settings.service.js';
import { CODE_MINUTES } from '../codes/six-digits.js';
import { sendLanguage } from '../sends/credential-texts.js';
import { EMAIL_CODE_KIND, EmailCodeKind } from './email-code-kind.js';
import { emailCodeText } from './email-code-texts.js';
import type { EmailCodeSent } from './own-email.dto.js';
import type { PendingEmail } from './pending-email-sql.js';

/** A newer one takes the place of the older one, with tries of its own. */
const MAKE = `
  INSERT INTO email_changes AS e (identity_id, id, email, email_key, credential_version, expires_at)
  SELECT i.id, $2, $3, $4, i.credential_version, now() + interval '${CODE_MINUTES} minutes' FROM identities i WHERE i.id = $1
  ON CONFLICT (identity_id) DO UPDATE SET id = excluded.id, email = excluded.email, email_key = excluded.email_key,
        credential_version = excluded.credential_version, expires_at = excluded.expires_at, tries = 0
  RETURNING expires_at AS "expiresAt", EXISTS (SELECT 1 FROM identities o WHERE o.email_key = e.email_key) AS "isTaken"`;

/** Makes a code and queues the mail with it. */
@Injectable()
export class EmailCodeSends {
  constructor(
    private readonly settings: SettingsService,
    private readonly kind: EmailCodeKind,
    private readonly notifications: NotificationsService,
    private readonly audit: AuditService,
  ) {}

  code(of: Pick<PendingEmail, 'id' | 'emailKey'>): string {
    return this.kind.code(of);
  }

  /** All that the asker can see of it later is the same for an address that is taken: the record, the message and its subject (INV-4). */
  async send(tx: Db, to: Omit<PendingEmail, 'id'>, person: ContactActor): Promise<EmailCodeSent> {
    const { identityId, contactId, customerId } = person;
    const about = { identityId, contactId, customerId };
    const id = newId();
    const made = await first<{ expiresAt: Date; isTaken: boolean }>(tx, MAKE, [identityId, id, to.email, to.emailKey]);
    if (!made) throw new Error('No code was made');
    const { expiresAt, isTaken } = made;
    const { locale, company } = await this.settings.read(tx);
    const language = sendLanguage(person.language, locale.language);
    const text = { kind: EMAIL_CODE_KIND, to: to.email, language, ...emailCodeText(language, isTaken) };
    await this.notifications.enqueue(tx, { ...text, ...about, data: { company: company.name }, expiresAt }, id);
    await this.audit.record(tx, person, 'email.code_sent', { ...about, email: to.email });
    return { expiresAt };
  }
}
