import { Injectable } from '@nestjs/common';
import { Deliveries, type Job } from '../delivery/deliveries.js';
import type { Outcome } from '../delivery/smtp-outcome.js';
import { DOTS } from '../rendering/placeholders.js';
import { SmsLimits } from './sms-limits.js';
import { smsSize } from './sms-parts.js';
import { SmsServer } from './sms-server.js';

const KEPT_SMS = 'Kept in the Outbox: no SMS provider is set up';
const NO_WAY = 'No SMS provider is set up';
const E164 = /^\+[1-9]\d{6,14}$/;

/** What is handed over, and what of it no timeline may show. */
export interface WrittenSms {
  text: string;
  secrets: readonly string[];
}

/** A provider may say our own text back: it goes, whole or in part (MSG-6). */
const withoutSecrets = (said: string, { text, secrets }: WrittenSms): string =>
  [text, ...secrets].filter((one) => one !== '').reduce((kept, one) => kept.replaceAll(one, DOTS), said);

/** One try at one SMS. */
@Injectable()
export class SmsDelivery {
  constructor(
    private readonly server: SmsServer,
    private readonly limits: SmsLimits,
    private readonly deliveries: Deliveries,
  ) {}

  async hand(job: Job, sms: WrittenSms): Promise<Outcome> {
    if (!E164.test(job.to)) return { event: 'refused', detail: 'Not a phone number' };
    const outlet = await this.server.outlet();
    if (outlet.mode === 'off') return { event: 'deferred', detail: NO_WAY, cause: 'server' };
    const { parts } = smsSize(sms.text);
    // What was handed over before was counted then.
    const isNew = job.smsParts === null;
    if (outlet.mode === 'outbox') return this.keep(job, isNew ? parts : 0);
    const refusal = isNew
      ? await this.limits.refusal({ to: job.to, kind: job.kind, parts }, outlet.settings)
      : undefined;
    if (refusal !== undefined) return { event: 'refused', detail: refusal };
    await this.deliveries.handedOver(job, outlet.provider.name, parts);
    const { id, to, contactId } = job;
    const outcome = await outlet.provider.send({ id, to, text: sms.text, contactId });
    return { ...outcome, detail: withoutSecrets(outcome.detail, sms) };
  }

  /** In demo and development the Outbox stands in for a provider. */
  private async keep(job: Job, parts: number): Promise<Outcome> {
    if (parts > 0) {
      await this.limits.count(parts);
      await this.deliveries.countParts(job, parts);
    }
    return { event: 'accepted', detail: KEPT_SMS };
  }
}
