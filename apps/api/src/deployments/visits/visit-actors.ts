import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { fingerprint } from '../../config/keys.js';
import { first } from '../../db/sql.js';
import { ActorSources } from '../../http/actor-sources.js';
import type { VisitActor } from '../../http/actors.js';
import { SessionCookies } from '../../sessions/cookies.js';
import { LIVE_VISIT, OPEN_VISIT } from './live-visit.js';

/** Reads the visit of a request together with all it hangs on, in one statement. */
@Injectable()
export class VisitActors implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly cookies: SessionCookies,
    private readonly sources: ActorSources,
  ) {}

  onModuleInit(): void {
    this.sources.addVisit((request) => this.visit(request));
  }

  private async visit(request: FastifyRequest): Promise<VisitActor | undefined> {
    // A request with a bearer key is spared the cross-site check, so its cookies count for nothing (SES-8).
    if (request.headers.authorization?.startsWith('Bearer ')) return undefined;
    const id = this.cookies.read(request, 'visit');
    if (!id) return undefined;
    const row = await first<Omit<VisitActor, 'kind' | 'ip'>>(
      this.db,
      `SELECT s.id, s.label_id AS "labelId", sd.id AS "deviceId", s.deployment_id AS "deploymentId", se.customer_id AS "customerId",
              s.visit_browser_id AS "browserId"
         FROM ${LIVE_VISIT} WHERE s.token_hash = $1 AND ${OPEN_VISIT}`,
      [fingerprint(id)],
    );
    return row && { kind: 'visit', ip: request.ip, ...row };
  }
}
