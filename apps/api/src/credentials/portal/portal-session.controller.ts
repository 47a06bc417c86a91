import { Body, Controller, Delete, Get, Patch, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Actor, AllowContact } from '../../http/access.js';
import type { PersonActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { Done } from '../../http/schemas.js';
import { PortalBrowser } from '../sign-in/portal-browser.js';
import {
  ChangePortalPassword,
  ChangePortalProfile,
  ChooseCompany,
  PortalCompanies,
  PortalSessionDto,
} from './portal.dto.js';
import { PortalProfileService } from './portal-profile.service.js';
import { PortalSessionService } from './portal-session.service.js';

const ALWAYS = { beforeCompany: true, beforeChange: true } as const;

@ApiTags('portal')
@Controller('portal')
export class PortalSessionController {
  constructor(
    private readonly sessions: PortalSessionService,
    private readonly profile: PortalProfileService,
    private readonly browser: PortalBrowser,
  ) {}

  /** Who is signed in, at which company, with which rights there. */
  @Get('session')
  @AllowContact(null, ALWAYS)
  @Returns(200, PortalSessionDto)
  getPortalSession(@Actor() person: PersonActor) {
    return this.sessions.view(person);
  }

  /** Signs out; the session is dead on the server too. */
  @Delete('session')
  @AllowContact(null, ALWAYS)
  @Returns(200, Done)
  async signOutContact(@Actor() person: PersonActor, @Res({ passthrough: true }) reply: FastifyReply) {
    this.browser.signOut(reply);
    return this.sessions.signOut(person);
  }

  /** The companies this person may choose, with the number of open cases at each. */
  @Get('companies')
  @AllowContact(null, ALWAYS)
  @Returns(200, PortalCompanies)
  listPortalCompanies(@Actor() person: PersonActor) {
    return this.sessions.companies(person);
  }

  /** Chooses or switches the company; the session gets a new id. */
  @Put('session/company')
  @AllowContact(null, ALWAYS)
  @Returns(200, PortalSessionDto)
  async choosePortalCompany(
    @Body({ schema: ChooseCompany }) body: ChooseCompany,
    @Actor() person: PersonActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { session, view } = await this.sessions.choose(body.contactId, person);
    this.browser.keep(reply, session);
    return view;
  }

  /** Changes the own password, for all companies; other sessions end. */
  @Put('password')
  @AllowContact(null, ALWAYS)
  @Returns(200, Done)
  async changePortalPassword(
    @Body({ schema: ChangePortalPassword }) body: ChangePortalPassword,
    @Actor() person: PersonActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    this.browser.keep(reply, await this.profile.changePassword(body, person));
    return { done: true as const };
  }

  /** Changes the own language, at any time, and with the right to it the own name. */
  @Patch('profile')
  @AllowContact(null, ALWAYS)
  @Returns(200, PortalSessionDto)
  changePortalProfile(@Body({ schema: ChangePortalProfile }) body: ChangePortalProfile, @Actor() person: PersonActor) {
    return this.profile.change(body, person);
  }
}
