import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { newId } from '../../db/id.js';
import { first } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { parsePhone } from '../../text/phone.js';
import { type EstimateSms, type SmsEstimate, smsEstimate } from './sms-estimate.js';
import { allowedCountries, SmsLimits } from './sms-limits.js';
import { smsSize } from './sms-parts.js';
import { SmsServer } from './sms-server.js';
import type { SmsUsage, TestSms, TestSmsResult } from './sms.dto.js';

const HOURLY = { max: 5, windowSeconds: 3_600 };

/** In demo and development the Outbox stands in for a provider; a test is in no queue, and so on no list. */
const OUTBOX_ANSWER = 'Accepted by the development outbox: no SMS leaves in demo and development';

const SPENT = `
  SELECT coalesce(sum(parts) FILTER (WHERE day = (now() AT TIME ZONE 'UTC')::date), 0)::int AS today, coalesce(sum(parts), 0)::int AS days30
    FROM sms_days WHERE day > (now() AT TIME ZONE 'UTC')::date - 30`;

@Injectable()
export class SmsTest {
  constructor(
    private readonly db: DataSource,
    private readonly server: SmsServer,
    private readonly limits: SmsLimits,
    private readonly budgets: BudgetsService,
    private readonly audit: AuditService,
  ) {}

  async usage(): Promise<SmsUsage> {
    const { mode, settings } = await this.server.outlet();
    const spent = await first<{ today: number; days30: number }>(this.db, SPENT);
    const { dailyParts } = settings.sms;
    const withoutProvider = this.server.withoutProvider();
    const countries = [...allowedCountries(settings)];
    return { mode, withoutProvider, today: 0, days30: 0, ...spent, dailyParts, countries };
  }

  async estimate({ text }: EstimateSms): Promise<SmsEstimate> {
    return smsEstimate(text, (await this.server.outlet()).settings.sms);
  }

  /** Outside the queue: the person at the button waits for the provider's answer (S2.16). It counts as any other SMS. */
  async send({ to, text }: TestSms, staff: StaffActor): Promise<TestSmsResult> {
    const outlet = await this.server.outlet();
    const phone = parsePhone(to, outlet.settings.locale.country);
    if (!phone)
      throw new AppError('request.invalid_body', {
        errors: [{ pointer: '/to', code: 'phone.invalid', detail: 'Not a phone number' }],
      });
    const spent = await this.budgets.spend(this.db, { kind: 'sms-test', subject: staff.staffId, rule: HOURLY });
    if (!spent.allowed) throw new AppError('request.too_many', { retryAfter: spent.waitSeconds });
    const { parts } = smsSize(text);
    const started = Date.now();
    const { accepted, answer } = await this.attempt({ to: phone.e164, text, parts });
    await this.audit.record(this.db, staff, 'sms.tested', { to: phone.e164, accepted });
    return { accepted, answer, milliseconds: Date.now() - started, to: phone.e164, parts };
  }

  private async attempt({ to, text, parts }: { to: string; text: string; parts: number }) {
    const outlet = await this.server.outlet();
    if (outlet.mode === 'off') return { accepted: false, answer: 'No SMS provider is set up' };
    if (outlet.mode === 'outbox') {
      await this.limits.count(parts);
      return { accepted: true, answer: OUTBOX_ANSWER };
    }
    const refusal = await this.limits.refusal({ to, kind: null, parts }, outlet.settings);
    if (refusal !== undefined) return { accepted: false, answer: refusal };
    const { event, detail } = await outlet.provider.send({ id: newId(), to, text, contactId: null });
    return { accepted: event === 'accepted', answer: detail };
  }
}
