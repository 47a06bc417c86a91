import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { CONFIG, type Config } from '../../../config/config.js';
import type { Db } from '../../../db/sql.js';
import type { Settings } from '../../../settings/settings.dto.js';
import { MessageKinds } from '../../message-kinds.js';
import { NotificationsService } from '../../notifications.service.js';
import { type AlertLanguage, alertLanguage, alertReceivers } from '../alert-receivers.js';
import type { SmsStopCause } from './sms-stop.entity.js';

export interface Alarm {
  country: string;
  cause: SmsStopCause;
  sent: number;
  used: number;
}

/** Written when it is queued: every try of the message carries the same words (R2). */
const Data = z.object({ country: z.string(), sent: z.string(), used: z.string(), link: z.string() });

const TEXTS: Record<AlertLanguage, { subject: string; button: string; end: string } & Record<SmsStopCause, string>> = {
  en: {
    subject: 'SMS to {{country}} are stopped',
    button: 'Open the SMS settings',
    neighbours: 'Within an hour, SMS were asked for to {{sent}} numbers in {{country}} that lie side by side.',
    unused: 'Within a day, people asked for {{sent}} SMS to {{country}}, and only {{used}} of them were used.',
    end: 'This is how SMS are asked for to make us pay. No more SMS go there until you lift the stop; e-mail goes on:\n\n{{link}}',
  },
  de: {
    subject: 'Der SMS-Versand nach {{country}} ist angehalten',
    button: 'SMS-Einstellungen öffnen',
    neighbours:
      'Innerhalb einer Stunde wurden SMS an {{sent}} Nummern in {{country}} angefordert, die nebeneinander liegen.',
    unused:
      'Innerhalb eines Tages wurden {{sent}} SMS nach {{country}} angefordert, und nur {{used}} davon wurden genutzt.',
    end: 'So werden SMS angefordert, damit wir sie bezahlen. Dorthin geht keine SMS mehr, bis Sie den Halt aufheben; E-Mails gehen weiter:\n\n{{link}}',
  },
  sv: {
    subject: 'Sms till {{country}} är stoppade',
    button: 'Öppna sms-inställningarna',
    neighbours: 'Inom en timme begärdes sms till {{sent}} nummer i {{country}} som ligger bredvid varandra.',
    unused: 'Inom ett dygn begärdes {{sent}} sms till {{country}}, och bara {{used}} av dem användes.',
    end: 'Så begärs sms för att vi ska betala. Inga fler sms går dit förrän ni häver stoppet; e-post fortsätter:\n\n{{link}}',
  },
};

/** Tells staff by e-mail that no SMS go to a country any more, and why. */
@Injectable()
export class SmsStopAlert implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly kinds: MessageKinds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: 'sms-stopped',
      placeholders: ['country', 'sent', 'used', 'link'],
      fill: (_db, { data, language }) => {
        const values = Data.parse(data);
        const label = TEXTS[alertLanguage(language, 'en')].button;
        return Promise.resolve({ values, secret: [], button: { label, url: values.link } });
      },
    });
  }

  async send(tx: Db, { alarm, settings }: { alarm: Alarm; settings: Settings }): Promise<void> {
    const { country, cause, sent, used } = alarm;
    const link = `${this.config.adminOrigin}/admin/settings/sms`;
    for (const { email, language } of await alertReceivers(tx, settings)) {
      const { subject, end, [cause]: why } = TEXTS[language];
      const named = new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
      const data = { country: named, sent: String(sent), used: String(used), link };
      await this.notifications.enqueue(tx, {
        kind: 'sms-stopped',
        to: email,
        language,
        subject,
        body: `${why}\n\n${end}`,
        data,
      });
    }
  }
}
