import { Global, Module } from '@nestjs/common';
import { MessageKinds } from './message-kinds.js';
import { NotificationsService } from './notifications.service.js';

@Global()
@Module({ providers: [NotificationsService, MessageKinds], exports: [NotificationsService, MessageKinds] })
export class NotificationsModule {}
