import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Db } from '../../db/sql.js';
import type { Settings } from '../../settings/settings.dto.js';
import { type AlertLanguage, StaffAlerts } from '../alerts/staff-alerts.js';
import { SMS_SETTINGS_ALERT } from './sms-settings-alert.js';

const ALERT = { ...SMS_SETTINGS_ALERT, kind: 'sms-alert', values: ['used', 'stop'] } as const;

const TEXTS: Record<AlertLanguage, { subject: string; body: string }> = {
  en: {
    subject: 'SMS are about to stop for today',
    body: '{{used}} of {{stop}} parts of SMS that may be sent in one day are used up. At {{stop}} no more SMS goes out before midnight (UTC); e-mail goes on.\n\nLook in the Outbox whether somebody makes us send SMS, or raise the stop:\n\n{{link}}',
  },
  de: {
    subject: 'Der SMS-Versand hält heute bald an',
    body: '{{used}} von {{stop}} SMS-Teilen, die an einem Tag gesendet werden dürfen, sind verbraucht. Bei {{stop}} geht vor Mitternacht (UTC) keine SMS mehr hinaus; E-Mails gehen weiter.\n\nSehen Sie im Ausgang nach, ob jemand uns SMS senden lässt, oder erhöhen Sie die Grenze:\n\n{{link}}',
  },
  sv: {
    subject: 'SMS stannar snart för i dag',
    body: '{{used}} av {{stop}} sms-delar som får skickas på en dag är förbrukade. Vid {{stop}} går inga fler sms ut före midnatt (UTC); e-post fortsätter.\n\nTitta i Utkorgen om någon får oss att skicka sms, eller höj gränsen:\n\n{{link}}',
  },
};

/** Tells staff by e-mail that the daily stop of SMS is near. */
@Injectable()
export class SmsAlert implements OnModuleInit {
  constructor(private readonly alerts: StaffAlerts) {}

  onModuleInit(): void {
    this.alerts.register(ALERT);
  }

  send(tx: Db, { used, settings }: { used: number; settings: Settings }): Promise<void> {
    const values = { used: String(used), stop: String(settings.sms.dailyParts) };
    return this.alerts.tell(tx, ALERT, { settings, write: (language) => ({ ...TEXTS[language], values }) });
  }
}
