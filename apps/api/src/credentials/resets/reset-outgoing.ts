import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { AuditService } from '../../audit/audit.service.js';
import { fingerprint } from '../../config/keys.js';
import { type Db, first, rows } from '../../db/sql.js';
import { type Filled, MessageKinds, type NotificationFacts } from '../../notifications/message-kinds.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import { SettingsService } from '../../settings/settings.service.js';
import { sendLanguage } from '../sends/credential-texts.js';
import { momentText } from '../sends/link-validity.js';
import type { Decided, ResetPerson } from './reset-decision.js';
import { ResetSecrets } from './reset-secrets.js';
import { IS_OPEN, LINK_HOURS, type OpenReset, RESET_KIND, TEMPORARY_HOURS } from './reset-sql.js';
import { RESET_PLACEHOLDERS, resetButton, resetText } from './reset-texts.js';

/** Written when it is queued: every try carries the same words (R2). */
const Data = z.object({
  mode: z.enum(['link', 'temporary']),
  name: z.string(),
  company: z.string(),
  loginId: z.string(),
  portalOrigin: z.string(),
  validUntil: z.string(),
});

@Injectable()
export class ResetKind implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly secrets: ResetSecrets,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: RESET_KIND,
      placeholders: RESET_PLACEHOLDERS,
      fill: (db, facts) => this.fill(db, facts),
    });
  }

  /** The secret goes in when the message is handed over, and only while it still works (REC-7). */
  private async fill(db: Db, { id, data, language }: NotificationFacts): Promise<Filled | { cancelled: string }> {
    const { mode, name, company, loginId, portalOrigin, validUntil } = Data.parse(data);
    const open = await first<OpenReset>(db, OPEN_BY_ID, [id]);
    if (!open) return { cancelled: 'The request was used, replaced, not delivered or has expired' };
    const values: Record<string, string> = {
      name,
      company,
      login_id: loginId,
      valid_until: validUntil,
      portal_link: `${portalOrigin}/sign-in`,
    };
    if (mode === 'temporary') {
      values.temporary_password = this.secrets.temporaryPassword(open);
      return { values, secret: ['temporary_password'] };
    }
    // The fragment reaches no server log and no Referer (D11).
    values.reset_link = `${portalOrigin}/reset#t=${this.secrets.token(open)}`;
    const button = { label: resetButton(sendLanguage(language)), url: values.reset_link };
    return { values, secret: ['reset_link'], button };
  }
}

const OPEN_BY_ID = `
  SELECT r.id, r.mode, r.credential_version AS version FROM password_resets r JOIN identities i ON i.id = r.identity_id
   WHERE r.id = $1 AND ${IS_OPEN}`;

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
    const { identityId, credentialVersion: version, contactId, customerId, email } = person;
    const { passwordReset, locale, company } = await this.settings.read(tx);
    const { mode } = passwordReset;
    await rows(
      tx,
      `UPDATE password_resets SET ended_by = 'newer' WHERE identity_id = $1 AND outcome = 'sent' AND used_at IS NULL AND ended_by IS NULL AND id <> $2`,
      [identityId, id],
    );
    const made = await first<{ expiresAt: Date }>(
      tx,
      `UPDATE password_resets SET mode = $2, token_hash = $3, credential_version = $4, expires_at = now() + make_interval(hours => $5) WHERE id = $1 RETURNING expires_at AS "expiresAt"`,
      [
        id,
        mode,
        mode === 'link' ? fingerprint(this.secrets.token({ id, version })) : null,
        version,
        mode === 'link' ? LINK_HOURS : TEMPORARY_HOURS,
      ],
    );
    if (!made) throw new Error('The request is gone');
    const language = sendLanguage(person.language, locale.language);
    const data = {
      mode,
      name: person.name ?? email,
      company: company.name,
      loginId: email,
      portalOrigin: await this.settings.portalOrigin(tx),
      validUntil: momentText(made.expiresAt, language, locale.country),
    } satisfies z.input<typeof Data>;
    const about = { contactId, customerId, identityId, expiresAt: made.expiresAt };
    await this.notifications.enqueue(
      tx,
      { kind: RESET_KIND, to: email, language, ...resetText(mode, language), data, ...about },
      id,
    );
  }
}
