import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { newId } from '../../db/id.js';
import { rows } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { TestMail } from '../../settings/settings.dto.js';
import { emailKey } from '../../text/email.js';
import { renderMessage } from '../rendering/message-renderer.js';
import { MailServer } from './mail-server.js';
import { outcomeOf } from './smtp-outcome.js';

const TEXTS: Record<string, { subject: string; body: string }> = {
  en: {
    subject: 'Test message',
    body: 'This test message shows that your mail server accepts what {{company}} sends.',
  },
  de: {
    subject: 'Testnachricht',
    body: 'Diese Testnachricht zeigt, dass Ihr Mailserver annimmt, was {{company}} sendet.',
  },
  sv: {
    subject: 'Testmeddelande',
    body: 'Det här testmeddelandet visar att er e-postserver tar emot det som {{company}} skickar.',
  },
};

/** What waited for the server need not wait any longer; the rest is soon due by itself. */
const HURRY = `
  WITH due AS (
    UPDATE notifications SET next_at = now() WHERE id IN (
      SELECT id FROM notifications WHERE state = 'queued' AND channel = 'email' AND attempts > 0 AND next_at > now() ORDER BY id LIMIT 1000 FOR UPDATE SKIP LOCKED))
  SELECT pg_notify('latchkey_outbox', '')`;

const HOURLY = { max: 5, windowSeconds: 3_600 };

interface Result {
  accepted: boolean;
  answer: string;
  milliseconds: number;
}

@Injectable()
export class MailTest {
  constructor(
    private readonly db: DataSource,
    private readonly mail: MailServer,
    private readonly budgets: BudgetsService,
    private readonly audit: AuditService,
  ) {}

  /** Outside the queue: the person at the button waits for the server's answer. When it is well, messages that wait for it leave at once. */
  async send({ to, profileId }: TestMail, staff: StaffActor): Promise<Result> {
    if (!emailKey(to))
      throw new AppError('request.invalid_body', {
        errors: [{ pointer: '/to', code: 'email', detail: 'Not an e-mail address of one mailbox' }],
      });
    const spent = await this.budgets.spend(this.db, { kind: 'mail-test', subject: staff.staffId, rule: HOURLY });
    if (!spent.allowed) throw new AppError('request.too_many', { retryAfter: spent.waitSeconds });
    const result = await this.attempt({ to, profileId }, staff.language);
    await this.audit.record(this.db, staff, 'mail.tested', { to, accepted: result.accepted });
    if (result.accepted) await rows(this.db, HURRY);
    return result;
  }

  private async attempt({ to, profileId }: TestMail, language: string | null): Promise<Result> {
    const frame = await this.mail.frame();
    const tag = language ?? frame.language;
    const texts = TEXTS[tag] ?? TEXTS.en ?? { subject: '', body: '' };
    const message = renderMessage({ ...texts, values: { company: frame.company }, language: tag }, frame);
    const started = Date.now();
    const answer = (accepted: boolean, words: string): Result => ({
      accepted,
      answer: words,
      milliseconds: Date.now() - started,
    });
    try {
      return answer(true, await this.mail.sendOnce({ id: newId(), to, message }, profileId ?? null));
    } catch (error) {
      return answer(false, outcomeOf(error).detail);
    }
  }
}
