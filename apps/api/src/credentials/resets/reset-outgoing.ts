import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AuditService } from '../../audit/audit.service.js';
import { fingerprint } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { type Db, first, rows } from '../../db/sql.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import { SettingsService } from '../../settings/settings.service.js';
import { sendLanguage } from '../sends/credential-texts.js';
import { momentText } from '../sends/link-validity.js';
import type { Decided, ResetPerson } from './reset-decision.js';
import type { ResetData } from './reset-kind.js';
import { ResetSecrets } from './reset-secrets.js';
import { LINK_HOURS, RESET_KIND, RESET_SMS_KIND, SMS_MINUTES, TEMPORARY_HOURS } from './reset-sql.js';
import { resetSms, resetText } from './reset-texts.js';

interface Made {
  mode: 'link' | 'temporary';
  expiresAt: Date;
  smsId: string | null;
  smsExpiresAt: Date | null;
}

/** What follows a decision: the message with the pending secret, and the record for staff (INV-10). */
@Injectable()
export class ResetOutgoing {
  constructor(
    private readonly settings: SettingsService,
    private readonly secrets: ResetSecrets,
    private readonly notifications: NotificationsService,
    private readonly audit: AuditService,
  ) {}

  async follow(tx: Db, id: string, { outcome, person, contactId, ip }: Decided & { ip: string }): Promise<void> {
    if (outcome === 'sent' && person) await this.send(tx, id, person);
    await this.audit.record(tx, { kind: 'anyone', id: 'anyone', ip }, 'password.reset_asked', {
      identityId: person?.identityId ?? null,
      contactId,
      customerId: person?.customerId ?? null,
      outcome,
    });
  }

  /** The pending secret takes the place of an older one; the password in force is not touched (D3, INV-3). */
  private async send(tx: Db, id: string, person: ResetPerson): Promise<void> {
    const { identityId, contactId, customerId, email, smsTo, resetMode } = person;
    const { passwordReset, locale, company } = await this.settings.read(tx);
    const mode = resetMode ?? passwordReset.mode;
    const made = await this.make(tx, { id, mode, person });
    const language = sendLanguage(person.language, locale.language);
    const data = {
      mode,
      name: person.name ?? email,
      company: company.name,
      loginId: email,
      portalOrigin: await this.settings.portalOrigin(tx, customerId),
      validUntil: momentText(made.expiresAt, language, locale.country),
    } satisfies z.input<typeof ResetData>;
    const about = { contactId, customerId, identityId, language, data };
    const mail = { ...about, kind: RESET_KIND, to: email, ...resetText(mode, language), expiresAt: made.expiresAt };
    await this.notifications.enqueue(tx, mail, id);
    if (smsTo === null || made.smsId === null) return;
    const texted = { ...about, kind: RESET_SMS_KIND, to: smsTo, ...resetSms(mode, language) };
    await this.notifications.enqueue(tx, { ...texted, channel: 'sms', expiresAt: made.smsExpiresAt }, made.smsId);
  }

  /** One pending secret with a way to it by e-mail and, where there is a number, another by SMS; one that was used ends both. */
  private async make(tx: Db, wanted: { id: string; mode: Made['mode']; person: ResetPerson }): Promise<Made> {
    const { id, mode, person } = wanted;
    const { identityId, credentialVersion: version, smsTo } = person;
    await rows(
      tx,
      `UPDATE password_resets SET ended_by = 'newer' WHERE identity_id = $1 AND outcome = 'sent' AND used_at IS NULL AND ended_by IS NULL AND id <> $2`,
      [identityId, id],
    );
    const isLink = mode === 'link';
    const smsId = smsTo === null ? null : newId();
    const made = await first<Made>(
      tx,
      `UPDATE password_resets SET mode = $2, token_hash = $3, credential_version = $4, expires_at = now() + make_interval(hours => $5),
              sms_id = $6, sms_token_hash = $7, sms_expires_at = CASE WHEN $6::uuid IS NOT NULL THEN now() + make_interval(mins => $8) END
        WHERE id = $1 RETURNING mode, expires_at AS "expiresAt", sms_id AS "smsId", sms_expires_at AS "smsExpiresAt"`,
      [
        id,
        mode,
        isLink ? fingerprint(this.secrets.token({ id, version })) : null,
        version,
        isLink ? LINK_HOURS : TEMPORARY_HOURS,
        smsId,
        isLink && smsId !== null ? fingerprint(this.secrets.token({ id, version }, 'sms')) : null,
        SMS_MINUTES,
      ],
    );
    if (!made) throw new Error('The request is gone');
    return made;
  }
}
