import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { first } from '../db/sql.js';
import { SessionCookies } from '../sessions/cookies.js';
import type { OpenedSession } from '../sessions/sessions.service.js';
import { StaffDevices } from './staff-devices.js';

/** Hands a staff session to the browser and takes it away again. */
@Injectable()
export class StaffCookie {
  constructor(
    private readonly cookies: SessionCookies,
    private readonly db: DataSource,
    private readonly devices: StaffDevices,
  ) {}

  browserOf(request: FastifyRequest): { ip: string; userAgent: string | undefined; deviceToken: string | undefined } {
    return { ip: request.ip, userAgent: request.headers['user-agent'], deviceToken: this.deviceOf(request) };
  }

  deviceOf(request: FastifyRequest): string | undefined {
    return this.cookies.readDevice(request, 'staffDevice');
  }

  /** Answers the session's row id. */
  set(reply: FastifyReply, session: OpenedSession): string {
    this.cookies.write(reply, 'staff', session);
    return session.rowId;
  }

  /** The same after a password was proven or set: from now on this browser is known (AUT-5). */
  async remember(reply: FastifyReply, session: OpenedSession): Promise<string> {
    const owner = await first<{ id: string; passwordSetAt: string | null }>(
      this.db,
      `SELECT m.id, m.password_set_at::text AS "passwordSetAt" FROM sessions s JOIN staff_members m ON m.id = s.staff_id WHERE s.id = $1`,
      [session.rowId],
    );
    if (owner) {
      const { token, expires } = this.devices.make(owner);
      this.cookies.writeStaffDevice(reply, token, expires);
    }
    return this.set(reply, session);
  }

  /** Also what the browser has kept of our pages goes (D14). Cookies are left to the line above: the portal may live on the same host. */
  clear(reply: FastifyReply): void {
    this.cookies.clear(reply, 'staff');
    void reply.header('clear-site-data', '"cache", "storage"');
  }
}
