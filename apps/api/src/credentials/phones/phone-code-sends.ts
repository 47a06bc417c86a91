import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import { newId } from '../../db/id.js';
import { type Db, first } from '../../db/sql.js';
import type { ContactActor } from '../../http/actors.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import { SmsServer } from '../../notifications/sms/sms-server.js';
import { SettingsService } from '../../settings/settings.service.js';
import { CODE_MINUTES } from '../codes/six-digits.js';
import { sendLanguage } from '../sends/credential-texts.js';
import { PHONE_CODE_KIND, PHONE_CODE_TEXTS, PhoneCodeKind } from './phone-code-kind.js';
import type { PhoneCodeSent } from './phones.dto.js';

/** A newer code takes the place of the older one, with tries of its own. */
const MAKE = `
  INSERT INTO phone_codes (identity_id, e164, id, expires_at) VALUES ($1, $2, $3, now() + interval '${CODE_MINUTES} minutes')
  ON CONFLICT (identity_id, e164) DO UPDATE SET id = excluded.id, expires_at = excluded.expires_at, tries = 0, used_at = NULL
  RETURNING expires_at AS "expiresAt"`;

/** Makes a code and queues the SMS with it. */
@Injectable()
export class PhoneCodeSends {
  constructor(
    private readonly settings: SettingsService,
    private readonly sms: SmsServer,
    private readonly kind: PhoneCodeKind,
    private readonly notifications: NotificationsService,
    private readonly audit: AuditService,
  ) {}

  isOff(): Promise<boolean> {
    return this.sms.isOff();
  }

  code(of: { id: string; e164: string }): string {
    return this.kind.code(of);
  }

  async send(tx: Db, to: string, person: ContactActor): Promise<PhoneCodeSent> {
    const { identityId, contactId, customerId } = person;
    const id = newId();
    const made = await first<{ expiresAt: Date }>(tx, MAKE, [identityId, to, id]);
    if (!made) throw new Error('No code was made');
    const { locale, company } = await this.settings.read(tx);
    const language = sendLanguage(person.language, locale.language);
    const about = { identityId, contactId, customerId };
    const text = { kind: PHONE_CODE_KIND, channel: 'sms', to, language, ...PHONE_CODE_TEXTS[language] } as const;
    const data = { company: company.name };
    await this.notifications.enqueue(tx, { ...text, ...about, data, expiresAt: made.expiresAt }, id);
    await this.audit.record(tx, person, 'phone.code_sent', { ...about, phone: to });
    return made;
  }
}
