import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../../db/id.js';
import { claim, extend, finish, type Lease } from '../../db/leases.js';
import { type Db, rows, transaction } from '../../db/sql.js';
import { LiveEvents } from '../../live/live-events.js';
import { AddressTroubles } from '../bounces/address-troubles.service.js';
import type { StoredMessage } from '../rendering/message-contents.js';
import { backOffSeconds, type Outcome } from './smtp-outcome.js';

const TABLE = 'notifications';

export type Channel = 'email' | 'sms';

const ENDED = 'The sending process ended in the middle of this message';
const SET_ASIDE = 'The sending process ended with this message again and again: set aside';
const UNKNOWN =
  'The sending process ended while this SMS was handed over. It may have been sent: send it again only if it did not arrive';

/**
 * Nobody knows whether an SMS that was being handed over was sent. It costs money, so it is not sent twice by itself; one with a
 * secret (those expire) is: somebody waits for it (security.md 5.2).
 */
const IS_UNKNOWN = `(n.channel = 'sms' AND n.expires_at IS NULL
  AND (SELECT e.event FROM notification_events e WHERE e.notification_id = n.id ORDER BY e.id DESC LIMIT 1) = 'handed_over')`;

/** A row that was in flight at this many deaths of a process is sent alone from then on (R24). */
export const DEATHS_BEFORE_ALONE = 5;
const GIVE_UP_SECONDS = 24 * 3_600;
const RENDERER_TRIES = 8;

/** A claimed message. */
export interface Job extends Lease, StoredMessage {
  to: string;
  destination: string;
  attempts: number;
  /** Of an SMS that was handed over in an earlier try. */
  smsParts: number | null;
  isExpired: boolean;
  /** Since it was queued, or since staff asked for it again. */
  ageSeconds: number;
}

const JOB = `job.kind, job.channel, job.language, job.subject, job.body, job.data, job.customer_id AS "customerId", job.contact_id AS "contactId", job.identity_id AS "identityId",
  job.case_id AS "caseId", job.to_address AS "to", job.destination, job.attempts, job.sms_parts AS "smsParts", coalesce(job.expires_at <= now(), false) AS "isExpired",
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
  claim(wanted: {
    limit: number;
    leaseSeconds: number;
    without: string[];
    channels: readonly Channel[];
  }): Promise<Job[]> {
    return this.take(
      `job.state = 'queued' AND job.next_at <= now() AND job.deaths < ${DEATHS_BEFORE_ALONE} AND job.destination <> ALL ($1::text[])
         AND job.channel = ANY ($2::text[])`,
      wanted,
      [wanted.without, wanted.channels],
    );
  }

  /** One message that others died with. The caller has nothing else in flight. */
  async claimAlone(leaseSeconds: number, channels: readonly Channel[]): Promise<Job | undefined> {
    return (
      await this.take(
        `job.state = 'queued' AND job.next_at <= now() AND job.deaths >= ${DEATHS_BEFORE_ALONE} AND job.channel = ANY ($1::text[])`,
        { limit: 1, leaseSeconds },
        [channels],
      )
    )[0];
  }

  /** Does a message wait to be sent alone? */
  async hasLoner(channels: readonly Channel[]): Promise<boolean> {
    return (
      (
        await rows(
          this.db,
          `SELECT 1 FROM ${TABLE} WHERE state = 'queued' AND next_at <= now() AND deaths >= ${DEATHS_BEFORE_ALONE} AND channel = ANY ($1::text[]) LIMIT 1`,
          [channels],
        )
      ).length > 0
    );
  }

  /** Messages whose process died go back into the queue; one that died alone, or that may have been paid for, is set aside for a person. */
  recover(): Promise<number> {
    return transaction(this.db, (tx) => this.recoverSome(tx));
  }

  private async recoverSome(tx: Db): Promise<number> {
    const found = await rows<{ id: string; state: string; isUnknown: boolean }>(
      tx,
      `WITH lapsed AS MATERIALIZED (SELECT id, ${IS_UNKNOWN} AS unknown FROM ${TABLE} n WHERE state = 'sending' AND lease_until < now() ORDER BY lease_until LIMIT 500 FOR UPDATE SKIP LOCKED)
       UPDATE ${TABLE} n SET deaths = n.deaths + 1, lease_token = NULL, lease_until = NULL, next_at = now(),
              state = CASE WHEN lapsed.unknown OR n.deaths >= ${DEATHS_BEFORE_ALONE} THEN 'failed' ELSE 'queued' END,
              last_error = CASE WHEN lapsed.unknown THEN '${UNKNOWN}' ELSE '${ENDED}' END
         FROM lapsed WHERE n.id = lapsed.id RETURNING n.id, n.state, lapsed.unknown AS "isUnknown"`,
    );
    await this.note(
      found.map(({ id, state, isUnknown }) => ({
        id,
        event: state === 'failed' ? 'failed' : 'deferred',
        detail: isUnknown ? UNKNOWN : state === 'failed' ? SET_ASIDE : ENDED,
      })),
      tx,
    );
    return found.length;
  }

  /** Waiting messages that are too late; needed where nothing claims them because there is no mail server or SMS provider. */
  async expire(channels: readonly Channel[]): Promise<void> {
    const late = await rows<{ id: string; channel: Channel }>(
      this.db,
      `UPDATE ${TABLE} SET state = 'expired' WHERE state = 'queued' AND expires_at <= now() AND channel = ANY ($1::text[]) RETURNING id, channel`,
      [channels],
    );
    const missing = { email: 'mail server', sms: 'SMS provider' };
    await this.note(
      late.map(({ id, channel }) => ({ id, event: 'expired', detail: `Too late: no ${missing[channel]} was set up` })),
    );
  }

  extend(leases: Lease[], leaseSeconds: number): Promise<string[]> {
    return extend(this.db, TABLE, { leases, leaseSeconds });
  }

  async countParts({ id }: Job, smsParts: number): Promise<void> {
    await rows(this.db, `UPDATE ${TABLE} SET sms_parts = $2 WHERE id = $1 RETURNING id`, [id, smsParts]);
  }

  /** `smsParts`: what an SMS costs. */
  async handedOver(job: Job, server: string, smsParts?: number): Promise<void> {
    if (smsParts !== undefined) await this.countParts(job, smsParts);
    await this.note([{ id: job.id, event: 'handed_over', detail: server }]);
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

  private async note(events: { id: string; event: string; detail: string }[], db: Db = this.db): Promise<void> {
    if (events.length === 0) return;
    await rows(
      db,
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
