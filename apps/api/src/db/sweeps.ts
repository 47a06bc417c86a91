import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { rounds } from './rounds.js';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** Lets the start, and whoever waited for it, go first. */
const START_MS = 2_000;
/** One sweep after the other reaches the database. */
const APART_MS = 500;

interface Sweep {
  /** What a log line says when a round fails, for example "forgetting follow links". */
  name: string;
  pauseMs: number;
  work: () => Promise<unknown>;
}

/** Work that time alone asks for: every process that is a worker does it soon after its start and then again and again. */
@Injectable()
export class Sweeps implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('sweeps');
  private readonly sweeps: Sweep[] = [];
  private ends: (() => void)[] = [];

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** For constructors: what is added after the start is never done. Several processes may do it at once. */
  add(sweep: Sweep): void {
    this.sweeps.push(sweep);
  }

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    this.ends = this.sweeps.map(({ name, pauseMs, work }, at) => {
      const failed = (error: unknown): void => this.log.warn({ err: error }, `${name} failed, trying again`);
      return rounds(work, { firstMs: START_MS + at * APART_MS, pauseMs, failed });
    });
  }

  onModuleDestroy(): void {
    for (const end of this.ends) end();
  }
}
