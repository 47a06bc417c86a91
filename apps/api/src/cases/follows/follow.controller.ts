import { Body, Controller, Delete, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FILE_BODY, FILE_TYPES } from '../../files/file-types.js';
import { sendFile } from '../../files/send-file.js';
import { Upload, type UploadedBody } from '../../files/upload.js';
import { Actor, AllowAnyone, AllowVisitor } from '../../http/access.js';
import { type Creating, CreatingActor } from '../../http/acting.js';
import type { FollowActor } from '../../http/actors.js';
import { Idempotent } from '../../http/idempotency.js';
import { Returns, ReturnsFile } from '../../http/returns.js';
import { Done, IdParams } from '../../http/schemas.js';
import { TakesUpload } from '../../http/uploads.js';
import { CaseFileDto, UploadQuery } from '../files/case-file.dto.js';
import { VisitFiles } from '../visit/visit-files.service.js';
import {
  AskForUpdates,
  ConfirmUpdates,
  FollowedCase,
  FollowLanguage,
  FollowMessage,
  OpenFollow,
  ReopenFollow,
  WriteFollowMessage,
} from './follow.dto.js';
import { FollowQueries } from './follow.queries.js';
import { FollowReplies } from './follow-replies.service.js';
import { FollowSessions } from './follow-sessions.service.js';
import { FollowUpdates } from './follow-updates.service.js';

@ApiTags('follow')
@Controller('portal/follow')
export class FollowController {
  constructor(
    private readonly sessions: FollowSessions,
    private readonly queries: FollowQueries,
    private readonly replies: FollowReplies,
    private readonly updates: FollowUpdates,
    private readonly files: VisitFiles,
  ) {}

  /** Opens a follow link in this browser, for 30 days. One answer to every link that does not work. */
  @Post('session')
  @AllowAnyone()
  @Returns(200, Done)
  openFollow(
    @Body({ schema: OpenFollow }) link: OpenFollow,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.sessions.open(link, { request, reply });
  }

  /** The case behind the link: where it stands, and what was written. */
  @Get()
  @AllowVisitor('case')
  @Returns(200, FollowedCase)
  getFollowedCase(@Query({ schema: FollowLanguage }) { language }: FollowLanguage, @Actor() follow: FollowActor) {
    return this.queries.detail(follow, language);
  }

  /** Forgets the link in this browser; the link itself goes on working. */
  @Delete()
  @AllowVisitor('case')
  @Returns(200, Done)
  endFollow(@Actor() follow: FollowActor, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.sessions.end(follow, reply);
  }

  /** Answers; a waiting or solved case is open again. */
  @Post('messages')
  @Idempotent()
  @AllowVisitor('case')
  @Returns(201, FollowMessage)
  writeFollowMessage(
    @Body({ schema: WriteFollowMessage }) message: WriteFollowMessage,
    @CreatingActor() creating: Creating<FollowActor>,
  ) {
    return this.replies.reply(message, creating);
  }

  /** Uploads one photo as the raw body, with its own content type; name it in an answer within a day. */
  @Post('files')
  @TakesUpload(...FILE_TYPES)
  @ApiBody(FILE_BODY)
  @AllowVisitor('case')
  @Returns(201, CaseFileDto)
  uploadFollowFile(
    @Query({ schema: UploadQuery }) { name }: UploadQuery,
    @Upload() body: UploadedBody,
    @Actor() follow: FollowActor,
  ) {
    return this.files.keepForFollow({ name, ...body }, follow);
  }

  /** A file of a message that this link shows. */
  @Get('files/:id')
  @AllowVisitor('case')
  @ReturnsFile(...FILE_TYPES)
  async getFollowFile(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Actor() follow: FollowActor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(reply, await this.queries.file(id, follow));
  }

  /** "Solved": the reporter closes the case. */
  @Post('close')
  @AllowVisitor('case')
  @Returns(200, Done)
  closeFollow(@Actor() follow: FollowActor) {
    return this.replies.close(follow);
  }

  /** "Still broken": the reporter opens the case again within 60 days after it was solved or closed. */
  @Post('reopen')
  @AllowVisitor('case')
  @Returns(200, Done)
  reopenFollow(@Body({ schema: ReopenFollow }) reason: ReopenFollow, @Actor() follow: FollowActor) {
    return this.replies.reopen(reason, follow);
  }

  /** Asks for updates by e-mail: the address gets one message with a link to confirm; the answer never tells whether it went out. */
  @Post('email')
  @AllowVisitor('case')
  @Returns(200, Done)
  askForUpdates(@Body({ schema: AskForUpdates }) wish: AskForUpdates, @Actor() follow: FollowActor) {
    return this.updates.ask(wish, follow);
  }

  /** Ends the updates by e-mail of this link. */
  @Delete('email')
  @AllowVisitor('case')
  @Returns(200, Done)
  stopUpdates(@Actor() follow: FollowActor) {
    return this.updates.stop(follow);
  }

  /** Confirms the address with the link that was sent to it. */
  @Post('email/confirm')
  @AllowAnyone()
  @Returns(200, Done)
  confirmUpdates(@Body({ schema: ConfirmUpdates }) link: ConfirmUpdates, @Req() request: FastifyRequest) {
    return this.updates.confirm(link, request.ip);
  }
}
