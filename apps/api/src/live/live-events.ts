import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type Config } from '../config/config.js';
import { type Db, rows } from '../db/sql.js';

/** "Something about this row changed": ids only, whoever may see the row fetches it again. */
export interface LiveEvent {
  /** noun.past, for example case.changed. */
  type: string;
  id: string;
  /** Who else than staff may hear of it: contacts of this customer who may see what belongs to `contactId`, and its followers. Absent: staff only. */
  audience?: { customerId: string; contactId: string | null; followers?: string[] };
}

/** What a stream hears. After a lost connection events may be missing: `resync` asks to fetch everything shown again. */
export type Heard = LiveEvent | { type: 'resync' };

/** A screen that hears of any of them fetches its list anew, so a few stand for many. */
const MOST_TOLD = 20;

const CHANNEL = 'latchkey_events';
const RETRY_MS = { first: 200, most: 10_000 };

/**
 * Live events over PostgreSQL's NOTIFY, so that every process hears of every change (architecture.md, Scaling out).
 * One listening connection for the process, opened for the first listener; it goes around the pooler.
 */
@Injectable()
export class LiveEvents implements OnModuleDestroy {
  private readonly log = new Logger('live');
  private readonly listeners = new Set<(event: Heard) => void>();
  private connection: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private isClosed = false;
  private isStarted = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Tells every process when the caller's transaction commits; nobody when it rolls back. */
  async publish(tx: Db, event: LiveEvent): Promise<void> {
    await rows(tx, `SELECT pg_notify('${CHANNEL}', $1)`, [JSON.stringify(event)]);
  }

  /** The same of many rows at once, for staff. */
  async publishEach(tx: Db, type: string, ids: readonly string[]): Promise<void> {
    for (const id of [...new Set(ids)].slice(0, MOST_TOLD)) await this.publish(tx, { type, id });
  }

  /** Calls `listener` for each event from now on. Answers the function that ends it. */
  subscribe(listener: (event: Heard) => void): () => void {
    this.listeners.add(listener);
    if (!this.isStarted) {
      this.isStarted = true;
      void this.connect(RETRY_MS.first);
    }
    return () => this.listeners.delete(listener);
  }

  async onModuleDestroy(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.retry);
    await this.connection?.end().catch(() => undefined);
  }

  private async connect(wait: number): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.database.directUrl,
      application_name: 'latchkey-live',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => this.hear(payload));
    client.on('error', () => undefined);
    client.on('end', () => this.again(client, RETRY_MS.first));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      this.log.warn({ err: error }, 'listening failed, trying again');
      this.again(client, Math.min(wait * 2, RETRY_MS.most));
      return;
    }
    this.connection = client;
    if (this.isClosed) await client.end();
    else this.tell({ type: 'resync' });
  }

  /** A dead client may say so twice (error, then end): only one new connection follows. */
  private again(client: pg.Client, wait: number): void {
    if (this.isClosed || this.retry) return;
    client.removeAllListeners('end').on('error', () => undefined);
    void client.end().catch(() => undefined);
    this.connection = undefined;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      void this.connect(wait);
    }, wait);
    this.retry.unref();
  }

  private hear(payload: string | undefined): void {
    try {
      this.tell(JSON.parse(payload ?? '') as LiveEvent);
    } catch {
      this.log.warn('an event that is no JSON was left out');
    }
  }

  private tell(event: Heard): void {
    for (const listener of this.listeners) listener(event);
  }
}
