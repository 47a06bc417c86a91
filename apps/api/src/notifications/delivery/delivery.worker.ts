import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { SmsServer } from '../sms/sms-server.js';
import { type Channel, Deliveries, type Job } from './deliveries.js';
import { Delivery } from './delivery.js';
import { MailServer, type Outlet } from './mail-server.js';
import type { Outcome } from './smtp-outcome.js';
import { Alarm, Listener } from './wake-up.js';

const POLL_MILLISECONDS = 1_000;
const GRACE_MILLISECONDS = 3_000;
const RARELY_MILLISECONDS = 15_000;

interface InFlight {
  job: Job;
  done: Promise<void>;
}

const CHANNELS: readonly Channel[] = ['email', 'sms'];

/** Which destinations were left out when nothing else was due, and when that was. */
const NOT_DRY = { without: '', at: 0 };

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Sends what is due. Any number of processes may run one; the table decides who has which message. */
@Injectable()
export class DeliveryWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('worker');
  private readonly alarm = new Alarm();
  private readonly inFlight = new Map<string, InFlight>();
  private readonly listener: Listener;
  private readonly share: number;
  private running: Promise<void> | undefined;
  private stopping = false;
  /** A message that processes died with is in flight, so nothing else may be. */
  private alone = false;
  private draining = false;
  private dry = NOT_DRY;
  private channels: readonly Channel[] = [];
  private recoveredAt = 0;
  private lookedRarelyAt = 0;
  private heart: NodeJS.Timeout | undefined;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly delivery: Delivery,
    private readonly mail: MailServer,
    private readonly sms: SmsServer,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.share = Math.max(1, Math.floor(config.worker.slots / 2));
    this.listener = new Listener({ url: config.database.directUrl, channel: 'latchkey_outbox' }, () => {
      this.dry = NOT_DRY;
      this.alarm.ring();
    });
  }

  onApplicationBootstrap(): void {
    if (this.config.role !== 'api') this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  start(): void {
    if (this.running) return;
    this.listener.start();
    this.heart = setInterval(() => void this.beat(), (this.config.worker.leaseSeconds * 1_000) / 3);
    this.running = this.run();
  }

  /** Takes nothing new, lets what is in flight finish for 3 s, gives the rest back. */
  async stop(): Promise<void> {
    if (!this.running || this.stopping) return;
    this.stopping = true;
    this.alarm.ring();
    await Promise.all([this.running, this.listener.stop()]);
    await Promise.race([Promise.all([...this.inFlight.values()].map((one) => one.done)), sleep(GRACE_MILLISECONDS)]);
    clearInterval(this.heart);
    const left = [...this.inFlight.values()].map((one) => one.job);
    this.inFlight.clear();
    await this.deliveries
      .release(left)
      .catch((error: unknown) =>
        this.log.error({ err: error }, 'could not give messages back; their leases will lapse'),
      );
    this.mail.close();
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.round();
      } catch (error) {
        this.log.error({ err: error }, 'a round of the worker failed; the next comes in a second');
      }
      await this.alarm.sleep(POLL_MILLISECONDS);
    }
  }

  private async round(): Promise<void> {
    if (this.free() === 0) return;
    if (Date.now() - this.recoveredAt >= POLL_MILLISECONDS) {
      this.recoveredAt = Date.now();
      await this.deliveries.recover();
    }
    const outlet = await this.mail.outlet();
    const isRare = Date.now() - this.lookedRarelyAt > RARELY_MILLISECONDS;
    if (isRare) this.lookedRarelyAt = Date.now();
    await this.look(outlet.mode === 'off');
    if (isRare) await this.deliveries.expire(CHANNELS.filter((one) => !this.channels.includes(one)));
    if (this.channels.length === 0) return;
    if (await this.sendLoner(outlet, isRare)) return;
    while (!this.stopping && (await this.takeSome(outlet)));
  }

  /** What there is a way out for at this moment. */
  private async look(isMailOff: boolean): Promise<void> {
    const isSmsOff = await this.sms.isOff();
    this.channels = CHANNELS.filter((one) => !(one === 'sms' ? isSmsOff : isMailOff));
  }

  /** A message that processes died with is sent while nothing else is in flight. True when nothing else may be taken now. */
  private async sendLoner(outlet: Outlet, isRare: boolean): Promise<boolean> {
    // Under load it would never be quiet: now and then let the others finish first.
    if (isRare && this.inFlight.size > 0) this.draining ||= await this.deliveries.hasLoner(this.channels);
    if (this.inFlight.size > 0) return this.alone || this.draining;
    this.draining = false;
    const loner = await this.deliveries.claimAlone(this.config.worker.leaseSeconds, this.channels);
    this.alone = loner !== undefined;
    if (loner) this.begin(loner, outlet);
    return this.alone;
  }

  /** Claims no more than the fullest destination may still get: so none gets more than its share (R6). True when more may be due. */
  private async takeSome(outlet: Outlet): Promise<boolean> {
    const used = new Map<string, number>();
    for (const { job } of this.inFlight.values()) used.set(job.destination, (used.get(job.destination) ?? 0) + 1);
    const without = [...used].filter(([, count]) => count >= this.share).map(([destination]) => destination);
    const room = [...used.values()].map((count) => this.share - count).filter((left) => left > 0);
    const limit = Math.min(this.free(), this.share, ...room);
    if (limit <= 0) return false;
    // Looking past a long queue of full destinations costs a scan of it: once a second is enough when there was nothing behind it.
    const key = without.toSorted().join(' ');
    if (key !== '' && key === this.dry.without && Date.now() - this.dry.at < POLL_MILLISECONDS) return false;
    const { leaseSeconds } = this.config.worker;
    const jobs = await this.deliveries.claim({ limit, leaseSeconds, without, channels: this.channels });
    for (const job of jobs) this.begin(job, outlet);
    if (jobs.length < limit) this.dry = { without: key, at: Date.now() };
    return jobs.length === limit;
  }

  private free(): number {
    return this.config.worker.slots - this.inFlight.size;
  }

  private begin(job: Job, outlet: Outlet): void {
    const done = this.work(job, outlet).finally(() => {
      this.inFlight.delete(job.id);
      if (this.inFlight.size === 0) this.alone = false;
      this.alarm.ring();
    });
    this.inFlight.set(job.id, { job, done });
  }

  private async work(job: Job, outlet: Outlet): Promise<void> {
    const outcome = await this.delivery.attempt(job, outlet);
    await this.settle(job, outcome);
  }

  /** A result must not be lost because the database restarts just now: it is written again until the lease is over. */
  private async settle(job: Job, outcome: Outcome): Promise<void> {
    const until = Date.now() + this.config.worker.leaseSeconds * 1_000;
    for (;;) {
      try {
        await this.deliveries.settle(job, outcome);
        return;
      } catch (error) {
        if (this.stopping || Date.now() > until) {
          this.log.error({ err: error, notificationId: job.id }, 'the result of a message could not be written');
          return;
        }
        await sleep(500);
      }
    }
  }

  /** Keeps the leases of slow sends, so that nobody sends them a second time while this process lives. */
  private async beat(): Promise<void> {
    const jobs = [...this.inFlight.values()].map((one) => one.job);
    if (jobs.length === 0) return;
    await this.deliveries.extend(jobs, this.config.worker.leaseSeconds).catch(() => undefined);
  }
}
