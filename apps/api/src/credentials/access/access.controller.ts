import { Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { Done, IdParams } from '../../http/schemas.js';
import { ContactAccessDto, EndedSessions, RevokedInvitations } from './access.dto.js';
import { AccessQueries } from './access.queries.js';
import { AccessService } from './access.service.js';

@ApiTags('credentials')
@Controller('contacts/:id')
export class AccessController {
  constructor(
    private readonly queries: AccessQueries,
    private readonly access: AccessService,
  ) {}

  /** Whether and how a contact gets in, and why not; no secret is in it. */
  @Get('access')
  @AllowStaff('credential:read')
  @Returns(200, ContactAccessDto)
  getContactAccess(@Param({ schema: IdParams }) params: IdParams) {
    return this.queries.ofContact(params.id);
  }

  /** Forgets the wrong tries at this person's secrets. */
  @Post('lock/lift')
  @AllowStaff('lock:lift')
  @Returns(200, Done)
  liftContactLock(@Param({ schema: IdParams }) params: IdParams, @Actor() staff: StaffActor) {
    return this.access.liftLock(params.id, staff);
  }

  /** Ends every open invitation of this contact. */
  @Post('invitations/revoke')
  @AllowStaff('credential:send')
  @Returns(200, RevokedInvitations)
  revokeContactInvitations(@Param({ schema: IdParams }) params: IdParams, @Actor() staff: StaffActor) {
    return this.access.revokeInvitations(params.id, staff);
  }

  /** Ends all sessions and known devices of the person, at every company. */
  @Delete('sessions')
  @AllowStaff('credential:set')
  @Returns(200, EndedSessions)
  endContactSessions(@Param({ schema: IdParams }) params: IdParams, @Actor() staff: StaffActor) {
    return this.access.endSessions(params.id, staff);
  }
}
