import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Actor, AllowAnyone, AllowStaff } from '../http/access.js';
import type { StaffActor } from '../http/actors.js';
import { EvenRefusals } from '../http/even-refusals.js';
import { Returns } from '../http/returns.js';
import { Done, IdParams } from '../http/schemas.js';
import { SessionList } from '../sessions/sessions.dto.js';
import { StaffAccountService } from './staff-account.service.js';
import { StaffCookie } from './staff-cookie.js';
import { StaffSessionService } from './staff-session.service.js';
import { StaffSessionView } from './staff-session.view.js';
import {
  ChangeOwnStaffPassword,
  ChangeOwnStaffProfile,
  ReauthenticateStaff,
  SignInStaff,
  StaffSessionDto,
} from './staff.dto.js';

@ApiTags('staff')
@Controller('staff')
export class StaffSessionController {
  constructor(
    private readonly service: StaffSessionService,
    private readonly account: StaffAccountService,
    private readonly cookie: StaffCookie,
    private readonly view: StaffSessionView,
  ) {}

  /** Signs a staff member in. Every failure is the same 401 sign_in.failed with `waitSeconds` until the next try; 401 second_factor.code_required: the password is right, send it once more with a code. */
  @Post('session')
  @AllowAnyone()
  @EvenRefusals()
  @Returns(200, StaffSessionDto)
  async signInStaff(
    @Body({ schema: SignInStaff }) body: SignInStaff,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const session = await this.service.signIn(body, this.cookie.browserOf(request));
    return this.view.of(await this.cookie.remember(reply, session));
  }

  /** Who is signed in, and what the server lets this person do. */
  @Get('session')
  @AllowStaff(null, { beforeEnrolment: true })
  @Returns(200, StaffSessionDto)
  getStaffSession(@Actor() staff: StaffActor) {
    return this.view.of(staff.sessionId);
  }

  /** Ends this session. */
  @Delete('session')
  @AllowStaff(null, { beforeEnrolment: true })
  @Returns(200, Done)
  signOutStaff(@Actor() staff: StaffActor, @Res({ passthrough: true }) reply: FastifyReply) {
    this.cookie.clear(reply);
    return this.account.signOut(staff, 'this');
  }

  /** Proves the password, or a code of the second step, again: opens the acts that need it within 15 minutes. */
  @Post('session/reauthentication')
  @AllowStaff(null, { beforeEnrolment: true })
  @Returns(200, StaffSessionDto)
  async reauthenticateStaff(
    @Body({ schema: ReauthenticateStaff }) proof: ReauthenticateStaff,
    @Actor() staff: StaffActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const session = await this.service.reauthenticate(proof, staff, this.cookie.deviceOf(reply.request));
    return this.view.of(this.cookie.set(reply, session));
  }

  /** Changes the own password; every other session of this person ends. */
  @Put('session/password')
  @AllowStaff(null)
  @Returns(200, StaffSessionDto)
  async changeOwnStaffPassword(
    @Body({ schema: ChangeOwnStaffPassword }) change: ChangeOwnStaffPassword,
    @Actor() staff: StaffActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const session = await this.account.changePassword(change, staff, this.cookie.deviceOf(reply.request));
    return this.view.of(await this.cookie.remember(reply, session));
  }

  /** Changes the own name and language. */
  @Patch('session/profile')
  @AllowStaff(null)
  @Returns(200, StaffSessionDto)
  async changeOwnStaffProfile(
    @Body({ schema: ChangeOwnStaffProfile }) change: ChangeOwnStaffProfile,
    @Actor() staff: StaffActor,
  ) {
    await this.account.changeProfile(change, staff);
    return this.view.of(staff.sessionId);
  }

  /** The own open sessions, newest use first. */
  @Get('sessions')
  @AllowStaff(null)
  @Returns(200, SessionList)
  listOwnStaffSessions(@Actor() staff: StaffActor) {
    return this.account.listSessions(staff);
  }

  /** Ends all own sessions, this one included. */
  @Delete('sessions')
  @AllowStaff(null)
  @Returns(200, Done)
  signOutStaffEverywhere(@Actor() staff: StaffActor, @Res({ passthrough: true }) reply: FastifyReply) {
    this.cookie.clear(reply);
    return this.account.signOut(staff, 'all');
  }

  /** Ends one of the own sessions. */
  @Delete('sessions/:id')
  @AllowStaff(null)
  @Returns(200, Done)
  endOwnStaffSession(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.account.endSession(id, staff);
  }
}
