import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config.js';
import { AppError } from './app-error.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const REMEMBERED_MS = 2_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const header = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/** Which hosts we answer for, and whether a change comes from our own pages (D11, D14, SES-8). */
@Injectable()
export class SameSite {
  private readonly hosts: Set<string>;
  private readonly loopback: boolean;
  private further: () => Promise<readonly string[]> = () => Promise.resolve([]);
  private asked: { hosts: Promise<readonly string[]>; until: number } = { hosts: Promise.resolve([]), until: 0 };

  constructor(@Inject(CONFIG) config: Config) {
    this.hosts = new Set([new URL(config.portalOrigin).host, new URL(config.adminOrigin).host]);
    this.loopback = config.mode !== 'production';
  }

  knows(host: string): boolean {
    return this.hosts.has(host) || (this.loopback && LOOPBACK.has(host.replace(/:\d+$/, '')));
  }

  /** Registers where hosts that may change while we run are found. */
  alsoKnow(further: () => Promise<readonly string[]>): void {
    this.further = further;
  }

  /** For hosts of no configuration; those found are believed for two seconds: a flood of other hosts asks once in that time. */
  async knowsByNow(host: string): Promise<boolean> {
    const now = performance.now();
    if (now > this.asked.until) this.asked = { hosts: this.further(), until: now + REMEMBERED_MS };
    return (await this.asked.hosts).includes(host);
  }

  /** Throws unless the request only reads, or carries the apps' own header and no sign of another site. */
  assert(request: FastifyRequest): void {
    if (SAFE.has(request.method)) return;
    const site = header(request.headers['sec-fetch-site']);
    const origin = header(request.headers.origin);
    const foreignSite = site !== undefined && site !== 'same-origin' && !(site === 'none' && origin === undefined);
    const foreignOrigin =
      origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.headers.host);
    if (foreignSite || foreignOrigin || request.headers['x-requested-with'] === undefined)
      throw new AppError('request.cross_site');
  }
}
