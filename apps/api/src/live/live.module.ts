import { Global, Module } from '@nestjs/common';
import { LiveEvents } from './live-events.js';
import { LiveStreams } from './live-streams.js';
import { LiveController } from './live.controller.js';

/** Hints over server-sent events; left of all features, so that each can publish. */
@Global()
@Module({ controllers: [LiveController], providers: [LiveEvents, LiveStreams], exports: [LiveEvents] })
export class LiveModule {}
