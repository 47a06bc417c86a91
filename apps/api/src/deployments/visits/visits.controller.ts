import { Body, Controller, Delete, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Actor, AllowAnyone, AllowVisitor } from '../../http/access.js';
import type { VisitActor } from '../../http/actors.js';
import { Returns, ReturnsFile } from '../../http/returns.js';
import { DONE, Done } from '../../http/schemas.js';
import { OpenVisit, RecordScan, ScanRecorded, VisitDto, VisitOpened, VisitQuery } from './visit.dto.js';
import { LabelScansService } from './label-scans.service.js';
import { VisitOpeningService } from './visit-opening.service.js';
import { VisitBrowser } from './visit-browser.js';
import { VisitsService } from './visits.service.js';

@ApiTags('visits')
@Controller('portal')
export class VisitsController {
  constructor(
    private readonly visits: VisitsService,
    private readonly scans: LabelScansService,
    private readonly opening: VisitOpeningService,
    private readonly browser: VisitBrowser,
  ) {}

  /** Notes that a label was scanned. The answer is the same for every label, real or not. */
  @Post('scans')
  @AllowAnyone()
  @Returns(200, ScanRecorded)
  async recordScan(
    @Body({ schema: RecordScan }) scan: RecordScan,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    this.browser.greet(request, reply);
    await this.scans.record(scan, request.ip);
    return { challenge: await this.opening.challengeFor(request.ip) };
  }

  /** Opens a visit at one device with label and PIN, for twelve hours. Whatever does not work answers visit.refused. */
  @Post('visits')
  @AllowAnyone()
  @Returns(200, VisitOpened)
  async openVisit(
    @Body({ schema: OpenVisit }) typed: OpenVisit,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { view, session } = await this.opening.open(typed, this.browser.of(request));
    this.browser.admit(reply, session);
    return view;
  }

  /** The device before the visitor, and what the portal says and asks. */
  @Get('visit')
  @AllowVisitor('device')
  @Returns(200, VisitDto)
  getVisit(@Query({ schema: VisitQuery }) query: VisitQuery, @Actor() visit: VisitActor) {
    return this.visits.view(visit, query.language);
  }

  /** Ends this visit. */
  @Delete('visit')
  @AllowVisitor('device')
  @Returns(200, Done)
  async endVisit(@Actor() visit: VisitActor, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.visits.end(visit);
    this.browser.leave(reply);
    return DONE;
  }

  /** The first photo of the device. */
  @Get('visit/photo')
  @AllowVisitor('device')
  @ReturnsFile('image/jpeg', 'image/png', 'image/webp')
  async getVisitPhoto(@Actor() visit: VisitActor, @Res() reply: FastifyReply): Promise<void> {
    const { type, data } = await this.visits.photo(visit);
    void reply.headers({ 'content-type': type, 'cache-control': 'private, no-store' }).send(data);
  }
}
