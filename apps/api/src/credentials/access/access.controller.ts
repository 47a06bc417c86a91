import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { Done, IdParams } from '../../http/schemas.js';
import { ContactAccessDto, LiftLock, RevokedInvitations } from './access.dto.js';
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
  liftContactLock(
    @Param({ schema: IdParams }) params: IdParams,
    @Body({ schema: LiftLock }) body: LiftLock,
    @Actor() staff: StaffActor,
  ) {
    return this.access.liftLock(params.id, body.reason, staff);
  }

  /** Opens a login that was closed, at all companies of the person. Its secrets are those of before. */
  @Post('login/enable')
  @AllowStaff('credential:set', { fresh: true, keys: false })
  @Returns(200, Done)
  enableLogin(@Param({ schema: IdParams }) params: IdParams, @Actor() staff: StaffActor) {
    return this.access.enableLogin(params.id, staff);
  }

  /** Ends every open invitation of this contact. */
  @Post('invitations/revoke')
  @AllowStaff('credential:send')
  @Returns(200, RevokedInvitations)
  revokeContactInvitations(@Param({ schema: IdParams }) params: IdParams, @Actor() staff: StaffActor) {
    return this.access.revokeInvitations(params.id, staff);
  }
}
