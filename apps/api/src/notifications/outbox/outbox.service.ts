import { Injectable } from '@nestjs/common';
import { MailServer } from '../delivery/mail-server.js';
import { messageIdOf } from '../delivery/message-id.js';
import { MessageContents } from '../rendering/message-contents.js';
import { inboxPage, messagePage } from './outbox-pages.js';
import { OutboxQueries, type Shown } from './outbox-queries.js';

/** The Outbox pages: what a receiver's mailbox would show. */
@Injectable()
export class Outbox {
  constructor(
    private readonly queries: OutboxQueries,
    private readonly contents: MessageContents,
    private readonly mail: MailServer,
  ) {}

  async inbox(to: string): Promise<string> {
    const [frame, found] = await Promise.all([this.mail.frame(), this.queries.newest(to)]);
    const looks = new Map<string, string>();
    // Subjects filled like the messages; only those that hold a placeholder cost a look.
    for (const one of found.filter((row) => row.subject.includes('{{')))
      looks.set(one.id, (await this.look(await this.queries.one(one.id))).message.subject);
    return inboxPage({
      company: frame.company,
      to,
      messages: found.map((one) => ({ ...one, subject: looks.get(one.id) ?? one.subject })),
    });
  }

  async message(id: string): Promise<string> {
    const shown = await this.queries.one(id);
    const [frame, events, { message, sms, lostSense }] = await Promise.all([
      this.mail.frame(),
      this.queries.events(id),
      this.look(shown),
    ]);
    return messagePage({
      company: frame.company,
      shown,
      events,
      content: message,
      sms,
      lostSense,
      from: await this.mail.from(),
      messageId: messageIdOf(id, frame.portalOrigin),
    });
  }

  async html(id: string): Promise<string> {
    return (await this.look(await this.queries.one(id))).message.html;
  }

  private async look(shown: Shown) {
    return this.contents.look(shown, await this.mail.frame(), 'whole');
  }
}
