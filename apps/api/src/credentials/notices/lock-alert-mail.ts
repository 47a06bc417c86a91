import { Injectable, type OnModuleInit } from '@nestjs/common';
import { contactNameSql } from '../../customers/login-fates.js';
import { type Db, first, rows } from '../../db/sql.js';
import { type AlertLanguage, StaffAlerts } from '../../notifications/alerts/staff-alerts.js';
import { SettingsService } from '../../settings/settings.service.js';
import { LOCK_ALERT_BUTTONS, LOCK_ALERTS, type PausedSecret } from './lock-alert-texts.js';

const ALERT = {
  kind: 'lock-alert',
  values: ['person', 'customer', 'tries'],
  permission: 'lock:lift',
  buttons: LOCK_ALERT_BUTTONS,
} as const;

export interface Paused {
  person: string;
  customer: string;
  contactId: string;
  customerId: string;
}

/** The message to staff about a login whose last try was used up. */
@Injectable()
export class LockAlertMail implements OnModuleInit {
  constructor(
    private readonly alerts: StaffAlerts,
    private readonly settings: SettingsService,
  ) {}

  onModuleInit(): void {
    this.alerts.register(ALERT);
  }

  /** The contact that the person used last. */
  whose(db: Db, identityId: string): Promise<Paused | undefined> {
    return first<Paused>(
      db,
      `SELECT c.id AS "contactId", u.id AS "customerId", ${contactNameSql('c')} AS person, u.name AS customer
         FROM identities i JOIN contacts c ON c.identity_id = i.id JOIN customers u ON u.id = c.customer_id
        WHERE i.id = $1 ORDER BY c.id = i.last_contact_id DESC NULLS LAST, c.id LIMIT 1`,
      [identityId],
    );
  }

  async wasTold(db: Db, identityId: string): Promise<boolean> {
    const told = `SELECT 1 FROM notifications WHERE identity_id = $1 AND kind = 'lock-alert' AND created_at > now() - interval '1 day' LIMIT 1`;
    return (await rows(db, told, [identityId])).length > 0;
  }

  /** Not under the contact: its messages are those that the person got. */
  async send(tx: Db, alert: Paused & { identityId: string; secret: PausedSecret; tries: number }): Promise<void> {
    const { identityId, secret, person, customer, contactId } = alert;
    const settings = await this.settings.read(tx);
    const values = { person, customer, tries: String(alert.tries) };
    const write = (language: AlertLanguage) => ({ ...LOCK_ALERTS[language][secret], values });
    await this.alerts.tell(tx, { ...ALERT, page: `/contacts/${contactId}` }, { settings, identityId, write });
  }
}
