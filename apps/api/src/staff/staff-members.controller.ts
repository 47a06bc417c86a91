import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../http/access.js';
import { type Editing, EditingActor } from '../http/acting.js';
import type { StaffActor } from '../http/actors.js';
import { CreateId, Idempotent } from '../http/idempotency.js';
import { NeedsVersion } from '../http/if-match.js';
import { Returns } from '../http/returns.js';
import { Done, IdParams } from '../http/schemas.js';
import { StaffMembersQueries } from './staff-members.queries.js';
import { StaffMembersService } from './staff-members.service.js';
import {
  ChangeStaffMember,
  InviteStaffMember,
  StaffMemberDto,
  StaffMemberPage,
  StaffMembersQuery,
  StaffNames,
} from './staff.dto.js';

@ApiTags('staff')
@Controller()
export class StaffMembersController {
  constructor(
    private readonly members: StaffMembersService,
    private readonly queries: StaffMembersQueries,
  ) {}

  /** Everybody who works here, by name. */
  @Get('staff-members')
  @AllowStaff('staff:read')
  @Returns(200, StaffMemberPage)
  listStaffMembers(@Query({ schema: StaffMembersQuery }) query: StaffMembersQuery, @Actor() staff: StaffActor) {
    return this.queries.list(query, staff);
  }

  /** Adds a member and sends the link to set a password; it works for seven days. */
  @Post('staff-members')
  @Idempotent()
  @AllowStaff('staff:write', { fresh: true })
  @Returns(201, StaffMemberDto)
  inviteStaffMember(
    @Body({ schema: InviteStaffMember }) invitation: InviteStaffMember,
    @CreateId() id: string,
    @Actor() staff: StaffActor,
  ) {
    return this.members.invite(invitation, id, staff);
  }

  /** Changes name, role or language of a member. */
  @Patch('staff-members/:id')
  @NeedsVersion()
  @AllowStaff('staff:write', { fresh: true })
  @Returns(200, StaffMemberDto)
  changeStaffMember(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: ChangeStaffMember }) change: ChangeStaffMember,
    @EditingActor() editing: Editing<StaffActor>,
  ) {
    return this.members.change(id, change, editing);
  }

  /** Ends a member's sessions and API keys at once. */
  @Post('staff-members/:id/deactivate')
  @AllowStaff('staff:write', { fresh: true })
  @Returns(200, StaffMemberDto)
  deactivateStaffMember(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.members.deactivate(id, staff);
  }

  /** Lets a member in again. */
  @Post('staff-members/:id/reactivate')
  @AllowStaff('staff:write', { fresh: true })
  @Returns(200, StaffMemberDto)
  reactivateStaffMember(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.members.reactivate(id, staff);
  }

  /** Sends a new link to set a password; the older one stops working. */
  @Post('staff-members/:id/invitation')
  @AllowStaff('staff:write', { fresh: true })
  @Returns(200, Done)
  sendStaffInvitation(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.members.resend(id, staff);
  }

  /** Takes the second step from a member whose authenticator app is gone; the member's sessions end, and a message says so. */
  @Post('staff-members/:id/second-factor/reset')
  @AllowStaff('staff:write', { fresh: true })
  @Returns(200, StaffMemberDto)
  resetStaffSecondFactor(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.members.resetSecondFactor(id, staff);
  }

  /** Active staff by name, to choose from. */
  @Get('staff-names')
  @AllowStaff('case:read')
  @Returns(200, StaffNames)
  listStaffNames() {
    return this.queries.names();
  }
}
