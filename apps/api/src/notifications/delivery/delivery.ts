import { Injectable, Logger } from '@nestjs/common';
import { emailKey } from '../../text/email.js';
import { MessageContents } from '../rendering/message-contents.js';
import { SmsDelivery } from '../sms/sms-delivery.js';
import { Deliveries, type Job } from './deliveries.js';
import type { Addressed, Outlet, Way } from './mail-server.js';
import { isServerTrouble, type Outcome, outcomeOf } from './smtp-outcome.js';

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
      if (!isSms && outlet.mode === 'smtp') return await this.hand(job, outlet.ways(job.kind));
      const written = await this.contents.write(job, outlet.frame);
      if ('cancelled' in written) return { event: 'cancelled', detail: written.cancelled };
      if (isSms) return await this.sms.hand(job, { text: written.message.text, secrets: written.secrets });
      return { event: 'accepted', detail: KEPT };
    } catch (error) {
      // The error's own words may hold what a person typed or a secret: they go to the log, which cuts those, not to the timeline (MSG-6).
      this.log.error(
        { err: error, notificationId: job.id, messageKind: job.kind },
        'a message could not be put together',
      );
      return { event: 'deferred', detail: 'The message could not be put together', cause: 'renderer' };
    }
  }

  /** By the sender meant for it; where its server is in trouble, by the next one. The story names who did not take it (S2.17). */
  private async hand(job: Job, ways: readonly Way[]): Promise<Outcome> {
    const story: string[] = [];
    let outcome: Outcome = { event: 'deferred', detail: 'No mail server is set up', cause: 'server' };
    for (const way of ways) {
      const written = await this.contents.write(job, way.frame);
      if ('cancelled' in written) return { event: 'cancelled', detail: written.cancelled };
      await this.deliveries.handedOver(job, [way.server, ...story].join('; '));
      outcome = await sent(way, { id: job.id, to: job.to, message: written.message });
      if (!isServerTrouble(outcome)) return outcome;
      way.rest();
      story.push(`${way.server} did not take it: ${outcome.detail}`);
    }
    return outcome;
  }
}

async function sent(way: Way, mail: Addressed): Promise<Outcome> {
  try {
    return { event: 'accepted', detail: await way.send(mail) };
  } catch (error) {
    return outcomeOf(error);
  }
}
