import { Logger } from '@nestjs/common';
import pg from 'pg';

/** A sleep that can be ended early. Rings that come while nobody sleeps count for the next sleep. */
export class Alarm {
  private rung = false;
  private wake: (() => void) | undefined;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  async sleep(milliseconds: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.wake = undefined;
    this.rung = false;
  }
}

/**
 * LISTEN on a connection of its own: only a hint that something may be due. Connects again by itself, forever,
 * because polling works without it.
 */
export class Listener {
  private readonly log = new Logger('listener');
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private failures = 0;

  constructor(
    private readonly options: { url: string; channel: string },
    private readonly heard: () => void,
  ) {}

  start(): void {
    if (this.stopped) return;
    const client = new pg.Client({
      connectionString: this.options.url,
      application_name: 'latchkey listen',
      keepAlive: true,
    });
    this.client = client;
    // Without this listener a restart of the database would end the process (pg raises 'error' on idle clients).
    client.on('error', () => undefined);
    client.once('end', () => this.again());
    client.on('notification', this.heard);
    client
      .connect()
      .then(
        () => client.query(`LISTEN ${this.options.channel}`).then(() => (this.failures = 0)),
        () => this.again(),
      )
      .catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private again(): void {
    if (this.stopped || this.timer) return;
    this.failures += 1;
    if (this.failures === 1) this.log.warn('lost the connection that listens for new messages; polling goes on');
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        this.start();
      },
      Math.min(30_000, 500 * 2 ** this.failures),
    );
  }
}
