import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Keys } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import { HOUR_MS, Sweeps } from '../../db/sweeps.js';
import type { AuditActor, StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import { LiveEvents } from '../../live/live-events.js';
import type { AccessRequestKind, TypedFacts } from './access-request.entity.js';

const KEPT_DAYS = 90;

export interface AccessRequestDraft {
  kind: AccessRequestKind;
  contactId?: string | null | undefined;
  identityId?: string | null | undefined;
  typed?: TypedFacts | undefined;
  findings?: string[] | undefined;
  /** Of the browser that asked; only the audit line keeps it. */
  ip?: string | undefined;
  /** Who opened it, where it was not the person. */
  by?: AuditActor | undefined;
  /** Whom it is about is still to be found out by the worker. */
  isLooked?: boolean | undefined;
}

/** One network has asked enough: the same whoever asks, and whatever for. */
export const tooManyAsked = (seconds: number): AppError =>
  new AppError('access_request.too_many', { waitSeconds: seconds, retryAfter: seconds });

/** What was typed stands in the key only as an HMAC. */
export const typedKey = (keys: Keys, kind: AccessRequestKind, typed: string): string =>
  `${kind}:${keys.mac('budget', 'access-request', typed.normalize('NFKC').toLowerCase().trim())}`;

const OPEN = `
  INSERT INTO access_requests AS r (id, kind, contact_id, identity_id, typed, findings, dedupe_key, is_looked) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (dedupe_key) WHERE done_at IS NULL DO UPDATE
    SET times = r.times + 1, last_at = now(), typed = nullif(coalesce(r.typed, '{}') || coalesce(excluded.typed, '{}'), '{}'), findings = coalesce(excluded.findings, r.findings), is_looked = excluded.is_looked
  RETURNING id, times`;

/** People who ask for a way in, as cards for staff. */
@Injectable()
export class AccessRequestsService {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
    private readonly audit: AuditService,
    private readonly live: LiveEvents,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'forgetting access requests', pauseMs: HOUR_MS, work: () => this.forgetOld() });
  }

  /** Opens a card, or counts on the one that is open about the same. Answers its id. */
  async open(tx: Db, draft: AccessRequestDraft): Promise<string> {
    const { kind, contactId = null, identityId = null, typed, findings, ip = '', isLooked = true } = draft;
    const { by = { kind: 'anyone', id: 'anyone', ip } } = draft;
    const card = await first<{ id: string; times: number }>(tx, OPEN, [
      newId(),
      kind,
      contactId,
      identityId,
      typed ? JSON.stringify(typed) : null,
      findings ? JSON.stringify(findings) : null,
      this.about(draft),
      isLooked,
    ]);
    if (!card) throw new Error('The access request was not stored');
    if (card.times === 1 && contactId) {
      await this.audit.record(tx, by, 'access_request.opened', { contactId, identityId, asked: kind });
    }
    if (isLooked) await this.tell(tx, card.id);
    return card.id;
  }

  /** Staff have dealt with it. Doing it twice is the same as once. */
  finish(id: string, staff: StaffActor): Promise<Done> {
    return transaction(this.db, async (tx) => {
      const card = await first<{ contactId: string | null; customerId: string | null; asked: string }>(
        tx,
        `UPDATE access_requests r SET done_at = now(), done_by_id = $2, done_by_name = $3 WHERE id = $1 AND done_at IS NULL
         RETURNING contact_id AS "contactId", kind AS asked, (SELECT c.customer_id FROM contacts c WHERE c.id = r.contact_id) AS "customerId"`,
        [id, staff.staffId, staff.name],
      );
      if (card) {
        await this.audit.record(tx, staff, 'access_request.done', { ...card, subjectId: id });
        await this.tell(tx, id);
      } else await this.assertThere(tx, id);
      return DONE;
    });
  }

  tell(tx: Db, id: string): Promise<void> {
    return this.live.publish(tx, { type: 'access_request.changed', id });
  }

  /** They hold what strangers typed: nothing stays longer than it helps (D26). */
  async forgetOld(): Promise<void> {
    await rows(this.db, `DELETE FROM access_requests WHERE last_at < now() - make_interval(days => ${KEPT_DAYS})`);
  }

  private async assertThere(tx: Db, id: string): Promise<void> {
    if (!(await first(tx, `SELECT 1 FROM access_requests WHERE id = $1`, [id]))) throw new AppError('row.not_found');
  }

  private about({ kind, contactId, identityId, typed }: AccessRequestDraft): string {
    if (contactId) return `${kind}:${contactId}`;
    if (identityId) return `${kind}:${identityId}`;
    const login = typed?.login ?? typed?.phone ?? typed?.name ?? '';
    return typedKey(this.keys, kind, login);
  }
}
