import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Db } from '../../../db/sql.js';
import type { Settings } from '../../../settings/settings.dto.js';
import { type AlertLanguage, StaffAlerts } from '../../alerts/staff-alerts.js';
import { SMS_SETTINGS_ALERT } from '../sms-settings-alert.js';
import type { SmsStopCause } from './sms-stop.entity.js';

export interface Alarm {
  country: string;
  cause: SmsStopCause;
  sent: number;
  used: number;
}

const ALERT = { ...SMS_SETTINGS_ALERT, kind: 'sms-stopped', values: ['country', 'sent', 'used'] } as const;

const TEXTS: Record<AlertLanguage, { subject: string; end: string } & Record<SmsStopCause, string>> = {
  en: {
    subject: 'SMS to {{country}} are stopped',
    neighbours: 'Within an hour, SMS were asked for to {{sent}} numbers in {{country}} that lie side by side.',
    unused: 'Within a day, people asked for {{sent}} SMS to {{country}}, and only {{used}} of them were used.',
    end: 'This is how SMS are asked for to make us pay. No more SMS go there until you lift the stop; e-mail goes on:\n\n{{link}}',
  },
  de: {
    subject: 'Der SMS-Versand nach {{country}} ist angehalten',
    neighbours:
      'Innerhalb einer Stunde wurden SMS an {{sent}} Nummern in {{country}} angefordert, die nebeneinander liegen.',
    unused:
      'Innerhalb eines Tages wurden {{sent}} SMS nach {{country}} angefordert, und nur {{used}} davon wurden genutzt.',
    end: 'So werden SMS angefordert, damit wir sie bezahlen. Dorthin geht keine SMS mehr, bis Sie den Halt aufheben; E-Mails gehen weiter:\n\n{{link}}',
  },
  sv: {
    subject: 'Sms till {{country}} är stoppade',
    neighbours: 'Inom en timme begärdes sms till {{sent}} nummer i {{country}} som ligger bredvid varandra.',
    unused: 'Inom ett dygn begärdes {{sent}} sms till {{country}}, och bara {{used}} av dem användes.',
    end: 'Så begärs sms för att vi ska betala. Inga fler sms går dit förrän ni häver stoppet; e-post fortsätter:\n\n{{link}}',
  },
};

/** Tells staff by e-mail that no SMS go to a country any more, and why. */
@Injectable()
export class SmsStopAlert implements OnModuleInit {
  constructor(private readonly alerts: StaffAlerts) {}

  onModuleInit(): void {
    this.alerts.register(ALERT);
  }

  send(tx: Db, { alarm, settings }: { alarm: Alarm; settings: Settings }): Promise<void> {
    return this.alerts.tell(tx, ALERT, { settings, write: (language) => written(alarm, language) });
  }
}

const written = ({ country, cause, sent, used }: Alarm, language: AlertLanguage) => {
  const { subject, end, [cause]: why } = TEXTS[language];
  const named = new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
  return { subject, body: `${why}\n\n${end}`, values: { country: named, sent: String(sent), used: String(used) } };
};
