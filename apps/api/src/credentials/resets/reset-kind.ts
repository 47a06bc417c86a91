import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { type Db, first } from '../../db/sql.js';
import { type Filled, MessageKinds, type NotificationFacts } from '../../notifications/message-kinds.js';
import { sendLanguage } from '../sends/credential-texts.js';
import { ResetSecrets } from './reset-secrets.js';
import { BY_MAIL, BY_SMS, IS_OPEN, type OpenReset, RESET_KIND, RESET_SMS_KIND } from './reset-sql.js';
import { RESET_PLACEHOLDERS, resetButton } from './reset-texts.js';

/** Written when it is queued: every try carries the same words (R2). */
export const ResetData = z.object({
  mode: z.enum(['link', 'temporary']),
  name: z.string(),
  company: z.string(),
  loginId: z.string(),
  portalOrigin: z.string(),
  validUntil: z.string(),
});

const OPEN = `
  SELECT r.id, r.mode, r.credential_version AS version, ${BY_MAIL} AS "byMail", ${BY_SMS} AS "bySms" FROM password_resets r JOIN identities i ON i.id = r.identity_id`;
const OPEN_BY_MAIL = `${OPEN} WHERE r.id = $1 AND ${IS_OPEN} AND ${BY_MAIL}`;
const OPEN_BY_SMS = `${OPEN} WHERE r.sms_id = $1 AND ${IS_OPEN} AND ${BY_SMS}`;

@Injectable()
export class ResetKind implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly secrets: ResetSecrets,
  ) {}

  onModuleInit(): void {
    for (const kind of [RESET_KIND, RESET_SMS_KIND])
      this.kinds.register({
        kind,
        placeholders: RESET_PLACEHOLDERS,
        asked: { isUsed: 'EXISTS (SELECT 1 FROM password_resets r WHERE r.sms_id = n.id AND r.used_at IS NOT NULL)' },
        fill: (db, facts) => this.fill(db, facts),
      });
  }

  /** The secret goes in when the message is handed over, and only while it still works (REC-7). */
  private async fill(db: Db, facts: NotificationFacts): Promise<Filled | { cancelled: string }> {
    const { id, kind, data, language } = facts;
    const { mode, name, company, loginId, portalOrigin, validUntil } = ResetData.parse(data);
    const way = kind === RESET_SMS_KIND ? 'sms' : 'mail';
    const open = await first<OpenReset>(db, way === 'sms' ? OPEN_BY_SMS : OPEN_BY_MAIL, [id]);
    if (!open) return { cancelled: 'The request was used, replaced, not delivered or has expired' };
    const values: Record<string, string> = {
      name,
      company,
      login_id: loginId,
      valid_until: validUntil,
      portal_link: `${portalOrigin}/sign-in`,
    };
    if (mode === 'temporary') {
      values.temporary_password = this.secrets.temporaryPassword(open, way);
      return { values, secret: ['temporary_password'] };
    }
    // The fragment reaches no server log and no Referer (D11).
    values.reset_link = `${portalOrigin}/reset#t=${this.secrets.token(open, way)}`;
    const button = { label: resetButton(sendLanguage(language)), url: values.reset_link };
    return { values, secret: ['reset_link'], button };
  }
}
