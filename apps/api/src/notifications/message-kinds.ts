import { Injectable } from '@nestjs/common';
import type { Db } from '../db/sql.js';

/** What a renderer gets to know of the notification it fills. */
/** Why a message is not sent any more. */
export interface Cancelled {
  cancelled: string;
  /** Values that are no secret and still known: staff read the message with them, and dots for the rest. */
  known?: Record<string, string>;
}

export interface NotificationFacts {
  id: string;
  kind: string;
  language: string;
  customerId: string | null;
  contactId: string | null;
  identityId: string | null;
  caseId: string | null;
  data: Record<string, unknown>;
}

export interface Filled {
  /** Value of each placeholder the text may name. The same for every try with one id: a copy never differs (R2). */
  values: Record<string, string>;
  /** Names of placeholders whose values are secrets: shown as dots to staff, whole only to the receiver and the demo outbox. */
  secret: readonly string[];
  /** The one button of the HTML part. */
  button?: { label: string; url: string };
  /** Where a POST ends such messages to this address: for the List-Unsubscribe header (RFC 8058). A secret. */
  stopUrl?: string;
}

/** One kind of message. Features register theirs; the worker asks it for the values at send time. */
export interface MessageKind {
  kind: string;
  /** Names allowed as {{name}} in subject and body; an unknown one is refused when the message is written. */
  placeholders: readonly string[];
  /** Somebody asked for it at a public door. `isUsed`: a condition on its row `n`, that it led to what it was asked for. */
  asked?: { isUsed: string };
  /** The values now, or why the message has lost its sense (its secret was used, replaced or has expired). */
  fill(db: Db, notification: NotificationFacts): Promise<Filled | Cancelled>;
}

@Injectable()
export class MessageKinds {
  private readonly kinds = new Map<string, MessageKind>();

  register(kind: MessageKind): void {
    this.kinds.set(kind.kind, kind);
  }

  /** Kinds that people ask for, with the condition that says whether one was used. */
  asked(): { kind: string; isUsed: string }[] {
    return [...this.kinds.values()].flatMap(({ kind, asked }) => (asked ? [{ kind, isUsed: asked.isUsed }] : []));
  }

  get(kind: string): MessageKind | undefined {
    return this.kinds.get(kind);
  }
}
