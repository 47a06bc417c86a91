import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Db } from '../../db/sql.js';
import { type Cancelled, type Filled, MessageKinds, type NotificationFacts } from '../message-kinds.js';
import type { Frame } from './frame.js';
import { type Rendered, renderMessage, renderSms } from './message-renderer.js';
import { DOTS, placeholdersIn } from './placeholders.js';
import { type SmsSize, smsSize } from '../sms/sms-parts.js';

/** A stored message: text with placeholders, and what its kind needs to fill them. */
export interface StoredMessage extends NotificationFacts {
  channel: 'email' | 'sms';
  subject: string;
  body: string;
}

/** `secrets`: the values in it that nobody but its receiver may see. */
export type Written = { message: Rendered; secrets: string[] } | { cancelled: string };

export interface Look {
  message: Rendered;
  /** How an SMS travels, secrets counted; null of an e-mail and of what cannot be filled any more. */
  sms: SmsSize | null;
  lostSense: string | null;
}

/** A kind that gives no value for a name in the text, or that no feature registered: a fault of ours, not of the message. */
export class FillError extends Error {}

const facts = ({
  id,
  kind,
  language,
  customerId,
  contactId,
  identityId,
  caseId,
  data,
}: StoredMessage): NotificationFacts => ({
  id,
  kind,
  language,
  customerId,
  contactId,
  identityId,
  caseId,
  data,
});

/** Rolls a look at the values back: seeing a message must not mint, use or end anything. */
class LookedAt extends Error {}

/** The same with every secret value replaced by dots, wherever it stands: also inside other values and the button. */
export function masked(filled: Filled): Filled {
  const secrets = filled.secret.map((name) => filled.values[name] ?? '').filter((value) => value !== '');
  const hide = (text: string): string => secrets.reduce((shown, secret) => shown.replaceAll(secret, DOTS), text);
  const values = Object.fromEntries(
    Object.entries(filled.values).map(([name, value]) => [name, filled.secret.includes(name) ? DOTS : hide(value)]),
  );
  const button = filled.button && { label: hide(filled.button.label), url: hide(filled.button.url) };
  // A button that carried a secret leads nowhere: its address would look alive.
  return {
    ...filled,
    values,
    ...(button ? { button: { ...button, url: button.url === filled.button?.url ? button.url : DOTS } } : {}),
  };
}

@Injectable()
export class MessageContents {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly db: DataSource,
  ) {}

  /** Filled for its receiver, or why it has lost its sense. Throws FillError. */
  async write(message: StoredMessage, frame: Frame): Promise<Written> {
    const filled = await this.fill(this.db, message);
    if ('cancelled' in filled) return { cancelled: filled.cancelled };
    const { stopUrl } = filled;
    const secrets = filled.secret.map((name) => filled.values[name] ?? '');
    return { message: { ...this.render(message, filled, frame), ...(stopUrl ? { stopUrl } : {}) }, secrets };
  }

  /** As the receiver sees it, whole or with dots for secrets, without any trace in the database. */
  async look(message: StoredMessage, frame: Frame, secrets: 'dots' | 'whole'): Promise<Look> {
    const filled = await this.peek(message);
    const sms =
      message.channel === 'sms' && !('cancelled' in filled) ? smsSize(this.render(message, filled, frame).text) : null;
    if ('cancelled' in filled) {
      const names = placeholdersIn(message.subject + message.body);
      const values = Object.fromEntries(names.map((name) => [name, filled.known?.[name] ?? DOTS]));
      const dots: Filled = { values, secret: [] };
      return { message: this.render(message, dots, frame), sms, lostSense: filled.cancelled };
    }
    return { message: this.render(message, secrets === 'dots' ? masked(filled) : filled, frame), sms, lostSense: null };
  }

  /** Whether it could be sent now: null, or why not. */
  async lostSense(message: StoredMessage): Promise<string | null> {
    const filled = await this.peek(message);
    return 'cancelled' in filled ? filled.cancelled : null;
  }

  /** Ids of those that could not be sent now. */
  async withoutSense(messages: readonly StoredMessage[]): Promise<ReadonlySet<string>> {
    const lost = new Set<string>();
    for (const message of messages) if ((await this.lostSense(message)) !== null) lost.add(message.id);
    return lost;
  }

  private async peek(message: StoredMessage): Promise<Filled | Cancelled> {
    let filled: Filled | Cancelled | undefined;
    try {
      await this.db.transaction(async (tx) => {
        filled = await this.fill(tx, message);
        throw new LookedAt();
      });
    } catch (error) {
      if (!(error instanceof LookedAt) && !(error instanceof FillError)) throw error;
    }
    return filled ?? { cancelled: 'The message cannot be put together' };
  }

  private async fill(db: Db, message: StoredMessage): Promise<Filled | Cancelled> {
    const kind = this.kinds.get(message.kind);
    if (!kind) throw new FillError(`No feature fills messages of the kind ${message.kind}`);
    const filled = await kind.fill(db, facts(message)).catch((error: unknown) => {
      throw new FillError(`${message.kind} failed to fill its message`, { cause: error });
    });
    if ('cancelled' in filled) return filled;
    const missing = placeholdersIn(message.subject + message.body).filter(
      (name) => kind.placeholders.includes(name) && !Object.hasOwn(filled.values, name),
    );
    if (missing.length > 0) throw new FillError(`${message.kind} gives no value for ${missing.join(', ')}`);
    return filled;
  }

  /** Only names on the kind's list are filled; values a kind gives beyond it are not reachable from the text. */
  private render(message: StoredMessage, filled: Filled, frame: Frame): Rendered {
    const allowed = this.kinds.get(message.kind)?.placeholders;
    const values = Object.fromEntries(
      Object.entries(filled.values).filter(([name]) => !allowed || allowed.includes(name)),
    );
    const { subject, body, language } = message;
    if (message.channel === 'sms') return renderSms({ subject, body, values });
    return renderMessage(
      { subject, body, language, values, ...(filled.button ? { button: filled.button } : {}) },
      frame,
    );
  }
}
