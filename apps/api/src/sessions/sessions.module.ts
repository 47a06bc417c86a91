import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { SessionCookies } from './cookies.js';
import { SessionActors } from './session-actors.js';
import { SessionsService } from './sessions.service.js';

@Global()
@Module({ imports: [JwtModule.register({})], providers: [SessionCookies, SessionsService, SessionActors], exports: [SessionCookies, SessionsService] })
export class SessionsModule {}
