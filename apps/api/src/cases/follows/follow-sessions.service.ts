import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { fingerprint, randomToken } from '../../config/keys.js';
import { newId } from '../../db/id.js';
import { first, rows, transaction } from '../../db/sql.js';
import { ActorSources } from '../../http/actor-sources.js';
import type { FollowActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import { SessionCookies } from '../../sessions/cookies.js';
import { FollowLimits } from './follow-limits.js';
import { FOLLOW_DAYS, FOLLOW_LIVES } from './follow-links.js';
import type { OpenFollow } from './follow.dto.js';

interface Browser {
  request: FastifyRequest;
  reply: FastifyReply;
}

interface Row extends Omit<FollowActor, 'kind' | 'ip'> {
  isStale: boolean;
}

/** The session that a follow link opens in a browser: 30 days, one case. The link's state is read with every request (INV-8). */
@Injectable()
export class FollowSessions implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly cookies: SessionCookies,
    private readonly sources: ActorSources,
    private readonly limits: FollowLimits,
  ) {}

  onModuleInit(): void {
    this.sources.addFollow((request) => this.follow(request));
  }

  /** A link that staff sent to an address proves that address by being opened the first time: later it may hold another, or one that wants no more. Throws link.invalid for every link that does not work, request.too_many. */
  open(link: OpenFollow, { request, reply }: Browser): Promise<Done> {
    return this.limits.tryLink({ ip: request.ip, opening: link }, async () => {
      this.cookies.write(reply, 'follow', await this.start(link, request));
      return DONE;
    });
  }

  private async start({ follow, secret }: OpenFollow, request: FastifyRequest) {
    const session = await transaction(this.db, async (tx) => {
      const used = await first(
        tx,
        `UPDATE case_follows f SET last_used_at = now(), expires_at = now() + make_interval(days => ${FOLLOW_DAYS}),
                email_confirmed_at = CASE WHEN f.visit_browser_id IS NULL AND f.email IS NOT NULL AND f.last_used_at IS NULL THEN now() ELSE f.email_confirmed_at END
           FROM cases k JOIN customers u ON u.id = k.customer_id AND u.status = 'active'
          WHERE k.id = f.case_id AND f.id = $1 AND f.token_hash = $2 AND ${FOLLOW_LIVES} RETURNING f.id`,
        [follow, fingerprint(secret)],
      );
      if (!used) return undefined;
      const id = randomToken();
      const row = await first<{ expiresAt: Date }>(
        tx,
        `INSERT INTO sessions (id, token_hash, kind, follow_id, method, ip, user_agent, idle_expires_at, expires_at)
         VALUES ($1, $2, 'follow', $3, 'link', $4, $5, now() + interval '30 days', now() + interval '30 days') RETURNING expires_at AS "expiresAt"`,
        [newId(), fingerprint(id), follow, request.ip, request.headers['user-agent']?.slice(0, 300) ?? null],
      );
      return row && { id, expiresAt: row.expiresAt };
    });
    if (!session) throw new AppError('link.invalid');
    return session;
  }

  async end({ sessionId }: FollowActor, reply: FastifyReply): Promise<Done> {
    await rows(this.db, `DELETE FROM sessions WHERE id = $1 RETURNING id`, [sessionId]);
    this.cookies.clear(reply, 'follow');
    return DONE;
  }

  private async follow(request: FastifyRequest): Promise<FollowActor | undefined> {
    // A request with a bearer key is spared the cross-site check, so its cookies count for nothing (SES-8).
    if (request.headers.authorization?.startsWith('Bearer ')) return undefined;
    const id = this.cookies.read(request, 'follow');
    if (!id) return undefined;
    const row = await first<Row>(
      this.db,
      `SELECT f.id, s.id AS "sessionId", f.case_id AS "caseId", k.customer_id AS "customerId", f.is_reporter AS "isReporter", f.name, f.language,
              coalesce(f.last_used_at, f.created_at) < now() - interval '1 day' AS "isStale"
         FROM sessions s JOIN case_follows f ON f.id = s.follow_id AND ${FOLLOW_LIVES}
         JOIN cases k ON k.id = f.case_id JOIN customers u ON u.id = k.customer_id AND u.status = 'active'
        WHERE s.token_hash = $1 AND s.kind = 'follow' AND s.expires_at > now()`,
      [fingerprint(id)],
    );
    if (!row) return undefined;
    const { isStale, ...follow } = row;
    if (isStale) await this.prolong(follow.id);
    return { kind: 'follow', ip: request.ip, ...follow };
  }

  /** Once a day is enough: the link ends after 90 days without use. */
  private async prolong(id: string): Promise<void> {
    await rows(
      this.db,
      `UPDATE case_follows SET last_used_at = now(), expires_at = now() + make_interval(days => ${FOLLOW_DAYS}) WHERE id = $1 RETURNING id`,
      [id],
    );
  }
}
