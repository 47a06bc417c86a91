import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { CONFIG, type Config } from '../../config/config.js';
import type { Db } from '../../db/sql.js';
import type { Settings } from '../../settings/settings.dto.js';
import { MessageKinds } from '../message-kinds.js';
import { NotificationsService } from '../notifications.service.js';
import { type AlertLanguage, alertLanguage, alertReceivers } from './alert-receivers.js';

/** Written when it is queued: every try of the message carries the same words (R2). */
const Data = z.object({ used: z.string(), stop: z.string(), link: z.string() });

const TEXTS: Record<AlertLanguage, { subject: string; body: string; button: string }> = {
  en: {
    subject: 'SMS are about to stop for today',
    body: '{{used}} of {{stop}} parts of SMS that may be sent in one day are used up. At {{stop}} no more SMS goes out before midnight (UTC); e-mail goes on.\n\nLook in the Outbox whether somebody makes us send SMS, or raise the stop:\n\n{{link}}',
    button: 'Open the SMS settings',
  },
  de: {
    subject: 'Der SMS-Versand hält heute bald an',
    body: '{{used}} von {{stop}} SMS-Teilen, die an einem Tag gesendet werden dürfen, sind verbraucht. Bei {{stop}} geht vor Mitternacht (UTC) keine SMS mehr hinaus; E-Mails gehen weiter.\n\nSehen Sie im Ausgang nach, ob jemand uns SMS senden lässt, oder erhöhen Sie die Grenze:\n\n{{link}}',
    button: 'SMS-Einstellungen öffnen',
  },
  sv: {
    subject: 'SMS stannar snart för i dag',
    body: '{{used}} av {{stop}} sms-delar som får skickas på en dag är förbrukade. Vid {{stop}} går inga fler sms ut före midnatt (UTC); e-post fortsätter.\n\nTitta i Utkorgen om någon får oss att skicka sms, eller höj gränsen:\n\n{{link}}',
    button: 'Öppna sms-inställningarna',
  },
};

/** Tells staff by e-mail that the daily stop of SMS is near. */
@Injectable()
export class SmsAlert implements OnModuleInit {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly kinds: MessageKinds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: 'sms-alert',
      placeholders: ['used', 'stop', 'link'],
      fill: (_db, { data, language }) => {
        const values = Data.parse(data);
        const label = TEXTS[alertLanguage(language, 'en')].button;
        return Promise.resolve({ values, secret: [], button: { label, url: values.link } });
      },
    });
  }

  async send(tx: Db, { used, settings }: { used: number; settings: Settings }): Promise<void> {
    const link = `${this.config.adminOrigin}/admin/settings/sms`;
    const data = { used: String(used), stop: String(settings.sms.dailyParts), link };
    for (const { email, language } of await alertReceivers(tx, settings)) {
      const { subject, body } = TEXTS[language];
      await this.notifications.enqueue(tx, { kind: 'sms-alert', to: email, language, subject, body, data });
    }
  }
}
