import { Injectable, Logger } from '@nestjs/common';
import { emailKey } from '../../text/email.js';
import { MessageContents } from '../rendering/message-contents.js';
import type { Rendered } from '../rendering/message-renderer.js';
import { SmsDelivery } from '../sms/sms-delivery.js';
import { Deliveries, type Job } from './deliveries.js';
import type { Outlet } from './mail-server.js';
import { type Outcome, outcomeOf } from './smtp-outcome.js';

export const KEPT = 'Kept in the Outbox: no mail server is set up';

/** One try at one message. */
@Injectable()
export class Delivery {
  private readonly log = new Logger('delivery');

  constructor(
    private readonly contents: MessageContents,
    private readonly deliveries: Deliveries,
    private readonly sms: SmsDelivery,
  ) {}

  /** Never throws for what lies in the message: a bad one must not stop the others (R24). */
  async attempt(job: Job, outlet: Outlet): Promise<Outcome> {
    if (job.isExpired) return { event: 'expired', detail: 'What it carries is not valid any more' };
    const isSms = job.channel === 'sms';
    if (!isSms && !emailKey(job.to)) return { event: 'refused', detail: 'Not an e-mail address of one mailbox' };
    try {
      const written = await this.contents.write(job, outlet.frame);
      if ('cancelled' in written) return { event: 'cancelled', detail: written.cancelled };
      if (isSms) return await this.sms.hand(job, { text: written.message.text, secrets: written.secrets });
      if (outlet.mode === 'outbox') return { event: 'accepted', detail: KEPT };
      return await this.hand(job, outlet, written.message);
    } catch (error) {
      // The error's own words may hold what a person typed or a secret: they go to the log, which cuts those, not to the timeline (MSG-6).
      this.log.error(
        { err: error, notificationId: job.id, messageKind: job.kind },
        'a message could not be put together',
      );
      return { event: 'deferred', detail: 'The message could not be put together', cause: 'renderer' };
    }
  }

  private async hand(job: Job, outlet: Outlet, message: Rendered): Promise<Outcome> {
    await this.deliveries.handedOver(job, outlet.server);
    try {
      return { event: 'accepted', detail: await outlet.send({ id: job.id, to: job.to, message }) };
    } catch (error) {
      return outcomeOf(error);
    }
  }
}
