import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionCookies } from '../../sessions/cookies.js';

/** What a sign-in needs to know of the browser it comes from. */
export interface Browser {
  ip: string;
  userAgent: string | undefined;
  /** Id of the contact session this browser already has: it ends when another begins (REC-13). */
  sessionId: string | undefined;
  /** Proof that this browser signed in before; says nothing by itself. */
  deviceToken: string | undefined;
}

/** What a sign-in leaves in the browser. */
export interface BrowserSession {
  id: string;
  expiresAt: Date;
  /** None by a temporary password. */
  device: { token: string; expiresAt: Date } | undefined;
}

@Injectable()
export class PortalBrowser {
  constructor(private readonly cookies: SessionCookies) {}

  of(request: FastifyRequest): Browser {
    return {
      ip: request.ip,
      userAgent: request.headers['user-agent'],
      sessionId: this.cookies.read(request, 'contact'),
      deviceToken: this.cookies.readDevice(request),
    };
  }

  signIn(reply: FastifyReply, session: BrowserSession): void {
    this.cookies.write(reply, 'contact', session);
    if (session.device) this.cookies.writeDevice(reply, session.device.token, session.device.expiresAt);
  }

  keep(reply: FastifyReply, session: { id: string; expiresAt: Date }): void {
    this.cookies.write(reply, 'contact', session);
  }

  signOut(reply: FastifyReply): void {
    this.cookies.clear(reply, 'contact');
    void reply.header('clear-site-data', '"storage"');
  }
}
