import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config.js';

export type SessionKind = 'staff' | 'contact' | 'visit' | 'follow' | 'view';

/** Device cookies only tell that this browser signed in before. */
type DeviceKind = 'device' | 'staffDevice' | 'browser';
type CookieKind = SessionKind | DeviceKind;

const NAMES: Record<CookieKind, string> = {
  staff: 'latchkey-staff',
  contact: 'latchkey-contact',
  visit: 'latchkey-visit',
  follow: 'latchkey-follow',
  view: 'latchkey-view',
  device: 'latchkey-device',
  staffDevice: 'latchkey-staff-device',
  browser: 'latchkey-browser',
};

/** What a cookie that we signed says. */
interface Claims {
  sid: string;
  aud: string;
  /** Seconds since 1970. */
  exp: number;
}

/** Cookies remembered at most; then all are forgotten and checked anew. */
const MOST_CHECKED = 10_000;

/**
 * The cookies of our sessions (D13, D14). A session cookie is a JWT that holds the random session id, the kind as audience and
 * the absolute end; the signature keeps forged cookies away from the database, the row behind it decides.
 * `__Host-` and Secure need https: over plain http (a local demo) the prefix is left out.
 */
@Injectable()
export class SessionCookies {
  private readonly secure: boolean;
  /** Cookies whose signature was good: a browser sends the same one with every request. Only our own ever get in here. */
  private readonly checked = new Map<string, Claims>();

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly jwt: JwtService,
  ) {
    this.secure = config.portalOrigin.startsWith('https://');
  }

  name(kind: CookieKind): string {
    return this.secure ? `__Host-${NAMES[kind]}` : NAMES[kind];
  }

  /** The session id of a cookie that we signed and that has not ended, else undefined. */
  read(request: FastifyRequest, kind: SessionKind): string | undefined {
    const token = request.cookies[this.name(kind)];
    if (!token) return undefined;
    const before = this.checked.get(token);
    if (before?.aud === kind && before.exp * 1000 > Date.now()) return before.sid;
    try {
      const claims = this.jwt.verify<Claims>(token, { algorithms: ['HS256'], audience: kind });
      if (this.checked.size >= MOST_CHECKED) this.checked.clear();
      this.checked.set(token, claims);
      return claims.sid;
    } catch {
      return undefined;
    }
  }

  write(reply: FastifyReply, kind: SessionKind, session: { id: string; expiresAt: Date }): void {
    const claims = { sid: session.id, exp: Math.floor(session.expiresAt.getTime() / 1000) };
    const token = this.jwt.sign(claims, { algorithm: 'HS256', audience: kind });
    this.set(reply, { kind, value: token, expires: session.expiresAt });
  }

  clear(reply: FastifyReply, kind: SessionKind): void {
    this.set(reply, { kind, value: '', expires: new Date(0) });
  }

  readDevice(request: FastifyRequest, kind: DeviceKind = 'device'): string | undefined {
    return request.cookies[this.name(kind)];
  }

  writeDevice(reply: FastifyReply, value: string, expires: Date): void {
    this.set(reply, { kind: 'device', value, expires });
  }

  writeStaffDevice(reply: FastifyReply, value: string, expires: Date): void {
    this.set(reply, { kind: 'staffDevice', value, expires });
  }

  /** The browser of visits: known to a deployment once it gave the right PIN there (D4.4). */
  writeBrowser(reply: FastifyReply, value: string, expires: Date): void {
    this.set(reply, { kind: 'browser', value, expires });
  }

  private set(reply: FastifyReply, cookie: { kind: CookieKind; value: string; expires: Date }): void {
    const sameSite = cookie.kind.startsWith('staff') ? 'strict' : 'lax';
    void reply.setCookie(this.name(cookie.kind), cookie.value, {
      path: '/',
      httpOnly: true,
      secure: this.secure,
      sameSite,
      expires: cookie.expires,
    });
  }
}
