import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sameText } from '../../../config/keys.js';
import { newId } from '../../../db/id.js';
import { rows, transaction } from '../../../db/sql.js';
import { AppError } from '../../../http/app-error.js';
import { DONE, type Done } from '../../../http/schemas.js';
import type { SignedBody } from '../../../http/signed-body.js';
import { LiveEvents } from '../../../live/live-events.js';
import type { SmsSettings } from '../../../settings/sms-settings.dto.js';
import { SettingsService } from '../../../settings/settings.service.js';
import { AddressTroubles } from '../../bounces/address-troubles.service.js';
import { words } from '../../delivery/smtp-outcome.js';
import { twilioReportUrl } from '../sms-server.js';
import type { SmsReport, TwilioReport } from './sms-report.dto.js';

/** Twilio's states that are the end of a message; the others are on the way to it. */
const ENDS: Readonly<Record<string, SmsReport['status']>> = {
  delivered: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
};

const TO = `(SELECT n.to_address FROM notifications n WHERE n.id = notification_id) AS "to"`;

/** A report that comes twice, or after a later one, changes nothing. */
const DELIVERED = `
  WITH known AS (SELECT n.id FROM notifications n WHERE n.id = $2 AND n.channel = 'sms' AND n.state = 'accepted'
                    AND NOT EXISTS (SELECT 1 FROM notification_events e WHERE e.notification_id = n.id AND e.event = 'delivered') FOR UPDATE)
  INSERT INTO notification_events (id, notification_id, event, detail) SELECT $1, id, 'delivered', $3 FROM known RETURNING ${TO}`;
const BOUNCED = `
  WITH known AS (UPDATE notifications SET state = 'bounced', last_error = $3 WHERE id = $2 AND channel = 'sms' AND state = 'accepted' RETURNING id)
  INSERT INTO notification_events (id, notification_id, event, detail) SELECT $1, id, 'bounced', $3 FROM known RETURNING ${TO}`;

/** What became of an SMS after a provider took it. Only who holds the provider's secret is believed. */
@Injectable()
export class SmsReportsService {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly live: LiveEvents,
    private readonly troubles: AddressTroubles,
  ) {}

  /** X-Latchkey-Signature: HMAC-SHA-256 of the body under the provider's secret, in hex. */
  async fromHttp(report: SmsReport, signed: SignedBody): Promise<Done> {
    const secret = await this.secretOf('http');
    const expected = createHmac('sha256', secret).update(signed.text).digest('hex');
    if (!sameText(signed.header('x-latchkey-signature').toLowerCase(), expected)) throw new AppError('access.denied');
    return this.note(report);
  }

  /** Twilio's way: HMAC-SHA-1 of the address and the sorted fields under the account's token, in Base64. */
  async fromTwilio(id: string, fields: TwilioReport, signed: SignedBody): Promise<Done> {
    const secret = await this.secretOf('twilio');
    const url = twilioReportUrl(await this.settings.portalOrigin(), id);
    const sorted = Object.keys(fields).toSorted();
    const text = url + sorted.map((name) => `${name}${fields[name]}`).join('');
    const expected = createHmac('sha1', secret).update(text).digest('base64');
    if (!sameText(signed.header('x-twilio-signature'), expected)) throw new AppError('access.denied');
    const status = ENDS[fields.MessageStatus ?? ''];
    if (!status) return DONE;
    const detail = [fields.MessageStatus, fields.ErrorCode, fields.ErrorMessage].filter(Boolean).join(' ');
    return this.note({ id, status, detail });
  }

  private async secretOf(provider: SmsSettings['provider']): Promise<string> {
    const { sms } = await this.settings.read();
    const secret = sms.provider === provider ? await this.settings.smsSecret() : undefined;
    if (!secret) throw new AppError('access.denied');
    return secret;
  }

  private async note({ id, status, detail }: SmsReport): Promise<Done> {
    await transaction(this.db, async (tx) => {
      const sql = status === 'delivered' ? DELIVERED : BOUNCED;
      const said = words(detail ?? status);
      const [noted] = await rows<{ to: string }>(tx, sql, [newId(), id, said]);
      if (!noted) return;
      const { to: address } = noted;
      if (status === 'delivered') await this.troubles.clear(tx, [address], ['bounced']);
      else await this.troubles.put(tx, { address, kind: 'bounced', detail: said, notificationId: id });
      await this.live.publish(tx, { type: 'notification.changed', id });
    });
    return DONE;
  }
}
