import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { transaction } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { BounceIntakeService } from './bounce-intake.service.js';
import { Bounces, type Noted, type Report } from './bounces.service.js';
import type { MailEvent, MailEventsNoted } from './mail-events.dto.js';
import { MOST_REPORT_BYTES, ourIdIn, readReportMail } from './report-mail.js';

/** Stops reading at the first byte too many. */
async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_REPORT_BYTES) throw new AppError('request.too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** What a provider posts. */
@Injectable()
export class MailEvents {
  constructor(
    private readonly db: DataSource,
    private readonly intake: BounceIntakeService,
    private readonly bounces: Bounces,
  ) {}

  async take(events: readonly MailEvent[], authorization: string | undefined): Promise<MailEventsNoted> {
    await this.intake.prove(authorization);
    return this.note(
      events.map(({ email, messageId, ...event }) => ({
        isNamed: messageId !== undefined,
        report: { ...event, addresses: [email], notificationId: ourIdIn(messageId) ?? null },
      })),
    );
  }

  async takeMail(body: unknown, authorization: string | undefined): Promise<MailEventsNoted> {
    await this.intake.prove(authorization);
    if (!(body instanceof Readable)) throw new AppError('request.unsupported_type');
    const reports = await readReportMail(await readAll(body));
    if (!reports) throw new AppError('request.malformed', { detail: 'This is no report about a message' });
    return this.note(reports.map((report) => ({ isNamed: true, report })));
  }

  /** Each by itself: one that collides must not take the others with it. */
  private async note(said: readonly { isNamed: boolean; report: Report }[]): Promise<MailEventsNoted> {
    const counts: Record<Noted, number> = { applied: 0, repeated: 0, early: 0, unknown: 0 };
    for (const { isNamed, report } of said) {
      const noted = await transaction(this.db, (tx) =>
        isNamed ? this.bounces.note(tx, report) : this.bounces.noteAddress(tx, report),
      );
      counts[noted] += 1;
    }
    // Whoever posts again a moment later finds it handed over; the rest is known by then.
    if (counts.early > 0) throw new AppError('row.conflict', { detail: 'A message is being handed over this moment' });
    return counts;
  }
}
