import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Actor, AllowContact, AllowStaff } from '../http/access.js';
import type { ContactActor, StaffActor } from '../http/actors.js';
import { ReturnsFile } from '../http/returns.js';
import { LiveStreams } from './live-streams.js';

@ApiTags('live')
@Controller()
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  /** Server-sent events for staff: `{"type":"case.changed","id":"…"}`; fetch what is shown. `resync`: fetch everything shown. */
  @Get('events')
  @AllowStaff('case:read', { keys: false })
  @ReturnsFile('text/event-stream')
  streamStaffEvents(@Actor() staff: StaffActor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.streams.start(staff, request, reply);
  }

  /** Server-sent events about what this contact may see; fetch what is shown. */
  @Get('portal/events')
  @AllowContact(null)
  @ReturnsFile('text/event-stream')
  streamPortalEvents(@Actor() contact: ContactActor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.streams.start(contact, request, reply);
  }
}
