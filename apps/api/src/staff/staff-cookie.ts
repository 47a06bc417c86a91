import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SessionCookies } from '../sessions/cookies.js';
import type { OpenedSession } from '../sessions/sessions.service.js';

/** Hands a staff session to the browser and takes it away again. */
@Injectable()
export class StaffCookie {
  constructor(private readonly cookies: SessionCookies) {}

  /** Answers the session's row id. */
  set(reply: FastifyReply, session: OpenedSession): string {
    this.cookies.write(reply, 'staff', session);
    return session.rowId;
  }

  /** Also what the browser has kept of our pages goes (D14). Cookies are left to the line above: the portal may live on the same host. */
  clear(reply: FastifyReply): void {
    this.cookies.clear(reply, 'staff');
    void reply.header('clear-site-data', '"cache", "storage"');
  }
}
