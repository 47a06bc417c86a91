import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import { newId } from '../../db/id.js';
import { type Db, first, rows } from '../../db/sql.js';
import { LiveEvents } from '../../live/live-events.js';
import { emailKey } from '../../text/email.js';
import { words } from '../delivery/smtp-outcome.js';
import { AddressTroubles } from './address-troubles.service.js';

/** What a mail server or provider says of a message it had accepted. */
export interface Report {
  kind: 'delivered' | 'bounced' | 'complained';
  /** The message it is about; null: not known. */
  notificationId: string | null;
  /** Whom the report names as receiver. With an id both must fit: who knows an address cannot speak for its messages. */
  addresses: readonly string[];
  /** The server's words. */
  detail: string;
  /** The address itself is the cause, not what stood in the message or who sent it. */
  isAboutTheAddress: boolean;
}

/** `applied`: something changed. `repeated`: it was known. `early`: the message is being handed over this moment. `unknown`: no such message, or for somebody else. */
export type Noted = 'applied' | 'repeated' | 'early' | 'unknown';

interface Message {
  id: string;
  to: string;
  state: string;
  kind: string;
  customerId: string | null;
  contactId: string | null;
  identityId: string | null;
  wasSaid: boolean;
}

const MESSAGE = `
  SELECT n.id, n.to_address AS "to", n.state, n.kind, n.customer_id AS "customerId", n.contact_id AS "contactId", n.identity_id AS "identityId",
         EXISTS (SELECT 1 FROM notification_events e WHERE e.notification_id = n.id AND e.event = $2
           AND e.at >= coalesce((SELECT max(r.at) FROM notification_events r WHERE r.notification_id = n.id AND r.event = 'retried'), '-infinity')) AS "wasSaid"
    FROM notifications n WHERE n.id = $1 AND n.channel = 'email' FOR UPDATE OF n`;

/** What becomes of a message after it was accepted. */
@Injectable()
export class Bounces {
  constructor(
    private readonly troubles: AddressTroubles,
    private readonly audit: AuditService,
    private readonly live: LiveEvents,
  ) {}

  /** Saying the same twice changes nothing. Throws nothing for what stands in a report. */
  async note(tx: Db, report: Report): Promise<Noted> {
    const detail = words(report.detail);
    if (report.notificationId === null) return 'unknown';
    const message = await first<Message>(tx, MESSAGE, [report.notificationId, report.kind]);
    if (!message || !report.addresses.some((address) => emailKey(address) === emailKey(message.to))) return 'unknown';
    if (message.wasSaid) return 'repeated';
    if (message.state === 'sending') return 'early';
    if (message.state !== 'accepted') return 'unknown';
    await this.noteMessage(tx, message, { ...report, detail });
    return 'applied';
  }

  private async noteMessage(tx: Db, message: Message, { kind, detail, isAboutTheAddress }: Report): Promise<void> {
    const { id, to, customerId, contactId, identityId } = message;
    await rows(tx, `INSERT INTO notification_events (id, notification_id, event, detail) VALUES ($1, $2, $3, $4)`, [
      newId(),
      id,
      kind,
      detail,
    ]);
    if (kind === 'delivered') {
      await this.troubles.clear(tx, [to], ['bounced']);
    } else {
      if (kind === 'bounced')
        await rows(tx, `UPDATE notifications SET state = 'bounced', last_error = $2 WHERE id = $1`, [id, detail]);
      if (isAboutTheAddress) await this.troubles.put(tx, { address: to, kind, detail, notificationId: id });
      const facts = { customerId, contactId, identityId, subjectId: id, messageKind: message.kind, to };
      await this.audit.record(tx, { kind: 'system', name: 'Mail' }, `notification.${kind}`, facts);
    }
    await this.live.publish(tx, { type: 'notification.changed', id });
  }

  /** For a sender that has proven who it is and names no message of ours: the address is all there is to know. */
  async noteAddress(tx: Db, report: Report): Promise<Noted> {
    const [address] = report.addresses;
    if (!address || !emailKey(address)) return 'unknown';
    if (report.kind === 'delivered')
      return (await this.troubles.clear(tx, [address], ['bounced'])).length > 0 ? 'applied' : 'repeated';
    if (!report.isAboutTheAddress) return 'unknown';
    const { kind, detail } = report;
    await this.troubles.put(tx, { address, kind, detail: words(detail), notificationId: null });
    return 'applied';
  }
}
