import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../http/access.js';
import type { StaffActor } from '../http/actors.js';
import { Returns } from '../http/returns.js';
import { IdParams } from '../http/schemas.js';
import { NotificationActions } from './notification-actions.service.js';
import {
  FailureCounts,
  NotificationDetail,
  NotificationDto,
  NotificationFilter,
  NotificationPage,
  NotificationQuery,
} from './notification.dto.js';
import { NotificationsQueries } from './notifications.queries.js';

@ApiTags('notifications')
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly queries: NotificationsQueries,
    private readonly actions: NotificationActions,
  ) {}

  /** Every message the system sends, newest first. */
  @Get()
  @AllowStaff('notification:read')
  @Returns(200, NotificationPage)
  listNotifications(@Query({ schema: NotificationQuery }) query: NotificationQuery) {
    return this.queries.list(query);
  }

  /** How many of the messages that fit did not reach their receiver, by reason; a reason or state in the question counts for nothing. */
  @Get('failures')
  @AllowStaff('notification:read')
  @Returns(200, FailureCounts)
  countFailures(@Query({ schema: NotificationFilter }) filter: NotificationFilter) {
    return this.queries.failures(filter);
  }

  /** One message: its timeline, and what its receiver sees, without the secrets. */
  @Get(':id')
  @AllowStaff('notification:read')
  @Returns(200, NotificationDetail)
  getNotification(@Param({ schema: IdParams }) { id }: IdParams) {
    return this.queries.detail(id);
  }

  /** Sends a message again that was refused, failed or came back, or a waiting one now. */
  @Post(':id/retry')
  @AllowStaff('notification:retry')
  @Returns(200, NotificationDto)
  retryNotification(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.actions.retry(id, staff);
  }

  /** Stops a message that still waits. */
  @Post(':id/cancel')
  @AllowStaff('notification:retry')
  @Returns(200, NotificationDto)
  cancelNotification(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.actions.cancel(id, staff);
  }
}
