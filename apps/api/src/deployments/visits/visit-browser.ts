import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomToken } from '../../config/keys.js';
import { SessionCookies } from '../../sessions/cookies.js';

/** What opening a visit needs to know of the browser it comes from. */
export interface Browser {
  ip: string;
  userAgent: string | undefined;
  /** Id of the visit this browser already has. */
  sessionId: string | undefined;
  /** What tells this browser from others; says nothing by itself. */
  token: string | undefined;
}

/** What an opened visit leaves in the browser. */
export interface VisitSession {
  id: string;
  expiresAt: Date;
  /** Absent when the browser keeps the one it has. */
  browser?: { token: string; expiresAt: Date };
}

const TOKEN = /^[\w-]{43}$/;
const NINETY_DAYS_MS = 90 * 86_400_000;

/** The two cookies of a visitor's browser (D4.4): the visit, and what the browser is known by. */
@Injectable()
export class VisitBrowser {
  constructor(private readonly cookies: SessionCookies) {}

  of(request: FastifyRequest): Browser {
    return {
      ip: request.ip,
      userAgent: request.headers['user-agent'],
      sessionId: this.cookies.read(request, 'visit'),
      token: this.token(request),
    };
  }

  /** Gives a browser that was never here something to be told by: tries are counted for it, not for its whole address. */
  greet(request: FastifyRequest, reply: FastifyReply): void {
    if (this.token(request) === undefined)
      this.cookies.writeBrowser(reply, randomToken(), new Date(Date.now() + NINETY_DAYS_MS));
  }

  admit(reply: FastifyReply, { browser, ...session }: VisitSession): void {
    this.cookies.write(reply, 'visit', session);
    if (browser) this.cookies.writeBrowser(reply, browser.token, browser.expiresAt);
  }

  leave(reply: FastifyReply): void {
    this.cookies.clear(reply, 'visit');
  }

  private token(request: FastifyRequest): string | undefined {
    const token = this.cookies.readDevice(request, 'browser');
    return token !== undefined && TOKEN.test(token) ? token : undefined;
  }
}
