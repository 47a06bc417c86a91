import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../../db/id.js';
import { claim, extend, finish, type Lease } from '../../db/leases.js';
import { rows } from '../../db/sql.js';
import { LiveEvents } from '../../live/live-events.js';
import { AddressTroubles } from '../bounces/address-troubles.service.js';
import type { StoredMessage } from '../rendering/message-contents.js';
import { backOffSeconds, type Outcome } from './smtp-outcome.js';

const TABLE = 'notifications';

/** A row that was in flight at this many deaths of a process is sent alone from then on (R24). */
export const DEATHS_BEFORE_ALONE = 5;
const GIVE_UP_SECONDS = 24 * 3_600;
const RENDERER_TRIES = 8;

/** A claimed message. */
export interface Job extends Lease, StoredMessage {
  to: string;
  destination: string;
  attempts: number;
  isExpired: boolean;
  /** Since it was queued, or since staff asked for it again. */
  ageSeconds: number;
}

const JOB = `job.kind, job.language, job.subject, job.body, job.data, job.customer_id AS "customerId", job.contact_id AS "contactId", job.identity_id AS "identityId",
  job.case_id AS "caseId", job.to_address AS "to", job.destination, job.attempts, coalesce(job.expires_at <= now(), false) AS "isExpired",
  extract(epoch FROM now() - coalesce((SELECT max(at) FROM notification_events e WHERE e.notification_id = job.id AND e.event = 'retried'), job.created_at))::float AS "ageSeconds"`;

const NEXT_STATE = {
  accepted: 'accepted',
  refused: 'refused',
  failed: 'failed',
  expired: 'expired',
  cancelled: 'cancelled',
  deferred: 'queued',
} as const;

/** The queue in the table: who has which message, and what came of it. All times are the database's. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly db: DataSource,
    private readonly live: LiveEvents,
    private readonly troubles: AddressTroubles,
  ) {}

  /** Due messages for this process, oldest first; none to the destinations named. */
  claim(wanted: { limit: number; leaseSeconds: number; without: string[] }): Promise<Job[]> {
    return this.take(
      `job.state = 'queued' AND job.next_at <= now() AND job.deaths < ${DEATHS_BEFORE_ALONE} AND job.destination <> ALL ($1::text[])`,
      wanted,
      [wanted.without],
    );
  }

  /** One message that others died with. The caller has nothing else in flight. */
  async claimAlone(leaseSeconds: number): Promise<Job | undefined> {
    return (
      await this.take(
        `job.state = 'queued' AND job.next_at <= now() AND job.deaths >= ${DEATHS_BEFORE_ALONE}`,
        { limit: 1, leaseSeconds },
        [],
      )
    )[0];
  }

  /** Does a message wait to be sent alone? */
  async hasLoner(): Promise<boolean> {
    return (
      (
        await rows(
          this.db,
          `SELECT 1 FROM ${TABLE} WHERE state = 'queued' AND next_at <= now() AND deaths >= ${DEATHS_BEFORE_ALONE} LIMIT 1`,
        )
      ).length > 0
    );
  }

  /** Messages whose process died go back into the queue; one that died alone is set aside for a person. */
  async recover(): Promise<number> {
    const found = await rows<{ id: string; state: string }>(
      this.db,
      `WITH lapsed AS MATERIALIZED (SELECT id FROM ${TABLE} WHERE state = 'sending' AND lease_until < now() ORDER BY lease_until LIMIT 500 FOR UPDATE SKIP LOCKED)
       UPDATE ${TABLE} n SET deaths = n.deaths + 1, lease_token = NULL, lease_until = NULL, next_at = now(),
              state = CASE WHEN n.deaths >= ${DEATHS_BEFORE_ALONE} THEN 'failed' ELSE 'queued' END,
              last_error = 'The sending process ended in the middle of this message'
         FROM lapsed WHERE n.id = lapsed.id RETURNING n.id, n.state`,
    );
    const detail = {
      queued: 'The sending process ended in the middle of this message',
      failed: 'The sending process ended with this message again and again: set aside',
    };
    await this.note(
      found.map(({ id, state }) => ({
        id,
        event: state === 'failed' ? 'failed' : 'deferred',
        detail: state === 'failed' ? detail.failed : detail.queued,
      })),
    );
    return found.length;
  }

  /** Waiting messages that are too late; needed where nothing claims them because there is no mail server. */
  async expire(): Promise<void> {
    const late = await rows<{ id: string }>(
      this.db,
      `UPDATE ${TABLE} SET state = 'expired' WHERE state = 'queued' AND expires_at <= now() RETURNING id`,
    );
    await this.note(late.map(({ id }) => ({ id, event: 'expired', detail: 'Too late: no mail server was set up' })));
  }

  extend(leases: Lease[], leaseSeconds: number): Promise<string[]> {
    return extend(this.db, TABLE, { leases, leaseSeconds });
  }

  handedOver(job: Job, server: string): Promise<void> {
    return this.note([{ id: job.id, event: 'handed_over', detail: server }]);
  }

  /** Writes what came of a try. False when the lease was lost: then the message is somebody else's by now. */
  async settle(job: Job, outcome: Outcome): Promise<boolean> {
    const waitSeconds = outcome.event === 'deferred' ? backOffSeconds(job.attempts, outcome.cause) : 0;
    const tired =
      outcome.event === 'deferred' &&
      (job.ageSeconds + waitSeconds > GIVE_UP_SECONDS ||
        (outcome.cause === 'renderer' && job.attempts >= RENDERER_TRIES));
    const event = tired ? 'failed' : outcome.event;
    const isTrouble = event === 'deferred' || event === 'refused' || event === 'failed';
    const kept = await finish(
      this.db,
      { ...job, table: TABLE },
      {
        set: `state = $1, last_error = $2, accepted_at = CASE WHEN $1 = 'accepted' THEN now() END,
            next_at = least(now() + make_interval(secs => $3), coalesce(expires_at, 'infinity'))`,
        also: `INSERT INTO notification_events (id, notification_id, event, detail) SELECT $4, id, $5, $6 FROM done`,
        values: [NEXT_STATE[event], isTrouble ? outcome.detail : null, waitSeconds, newId(), event, outcome.detail],
      },
    );
    if (!kept) return false;
    if (outcome.event === 'refused' && outcome.noMailbox) {
      const { to: address, id: notificationId } = job;
      await this.troubles.put(this.db, { address, kind: 'bounced', detail: outcome.detail, notificationId });
    }
    await this.live.publish(this.db, { type: 'notification.changed', id: job.id });
    return true;
  }

  /** Gives messages back that were not begun or not finished at shutdown; this is no death. */
  async release(jobs: Job[]): Promise<void> {
    for (const job of jobs)
      await finish(
        this.db,
        { ...job, table: TABLE },
        { set: `state = 'queued', next_at = now(), attempts = greatest(0, attempts - 1)` },
      );
  }

  private take(where: string, wanted: { limit: number; leaseSeconds: number }, values: unknown[]): Promise<Job[]> {
    const { limit, leaseSeconds } = wanted;
    return claim<Job>(this.db, {
      table: TABLE,
      where,
      values,
      limit,
      leaseSeconds,
      orderBy: 'job.next_at',
      set: `state = 'sending', attempts = job.attempts + 1`,
      returning: JOB,
    });
  }

  private async note(events: { id: string; event: string; detail: string }[]): Promise<void> {
    if (events.length === 0) return;
    await rows(
      this.db,
      `INSERT INTO notification_events (id, notification_id, event, detail) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[])`,
      [
        events.map(() => newId()),
        events.map((one) => one.id),
        events.map((one) => one.event),
        events.map((one) => one.detail),
      ],
    );
  }
}
