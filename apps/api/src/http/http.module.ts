import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { ActorSources } from './actor-sources.js';
import { ProblemFilter } from './problem.filter.js';
import { SameSite } from './same-site.js';
import { UploadGuard } from './uploads.js';
import { ZodPipe } from './zod.pipe.js';

/** What every route shares. */
@Global()
@Module({
  providers: [
    ActorSources,
    SameSite,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: UploadGuard },
    { provide: APP_PIPE, useClass: ZodPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [ActorSources, SameSite],
})
export class HttpModule {}
