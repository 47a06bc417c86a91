import { createSecretKey } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { Keys } from '../config/keys.js';
import { SessionCookies } from './cookies.js';
import { SessionActors } from './session-actors.js';
import { SessionsService } from './sessions.service.js';
import { ViewSessions } from './view-sessions.js';

/** A KeyObject, not bytes: given bytes the library tries to read a public key first, which costs more than all the rest of a request. */
const jwt = JwtModule.registerAsync({
  inject: [Keys],
  useFactory: (keys: Keys) => ({ secret: createSecretKey(keys.key('session')) }),
});

@Global()
@Module({
  imports: [jwt],
  providers: [SessionCookies, SessionsService, SessionActors, ViewSessions],
  exports: [SessionCookies, SessionsService, ViewSessions],
})
export class SessionsModule {}
