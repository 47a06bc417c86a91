import { Global, Module } from '@nestjs/common';
import { PasswordsService } from './passwords.service.js';

@Global()
@Module({ providers: [PasswordsService], exports: [PasswordsService] })
export class PasswordsModule {}
